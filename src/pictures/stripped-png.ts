/** The chunks that a reader needs to show the pixels (PNG, third edition, 11.2 and 11.3.1). */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

const SIGNATURE_LENGTH = 8;
/** The length, the type and the checksum of a chunk. */
const FRAME_LENGTH = 12;

/**
 * Returns a PNG file whose chunks are sound without those that are not needed: texts, times and the place where a photo
 * was taken, and statements about colours, which are those of sRGB.
 */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, SIGNATURE_LENGTH)];
  for (let start = SIGNATURE_LENGTH; start < bytes.length;) {
    const end = start + FRAME_LENGTH + view.getUint32(start);
    const type = Buffer.from(bytes.subarray(start + 4, start + 8)).toString('latin1');
    if (NEEDED.has(type)) parts.push(bytes.subarray(start, end));
    start = end;
  }
  return Buffer.concat(parts);
}
