import { inflateRawSync } from 'node:zlib';

/** An entry of a ZIP archive (APPNOTE 6.3.10). */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** Reads its content, at most 1 MB of it; undefined if it cannot be read. */
  readonly read: () => Uint8Array | undefined;
}

const END_SIGNATURE = Buffer.from('PK\u0005\u0006', 'latin1');
const ENTRY_SIGNATURE = 0x02_01_4b_50;
const LOCAL_SIGNATURE = 0x04_03_4b_50;

/** The maximum number of entries, and the maximum size of a content that is read, in bytes. */
const MAX_ENTRIES = 65_535;
const MAX_CONTENT = 1_000_000;

/** Returns the entries of a ZIP archive, as its central directory has them; undefined if it has none that can be read. */
export function readZipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf(END_SIGNATURE);
  if (end === -1 || end + 22 > buffer.length) return undefined;
  const entries: ZipEntry[] = [];
  let position = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0 && entries.length < MAX_ENTRIES; count -= 1) {
    if (position + 46 > buffer.length || buffer.readUInt32LE(position) !== ENTRY_SIGNATURE) return undefined;
    const at = position;
    const nameLength = buffer.readUInt16LE(at + 28);
    const otherLengths = buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      read: () => readContent(buffer, at),
    });
    position = at + 46 + nameLength + otherLengths;
  }
  return entries.length === 0 ? undefined : entries;
}

/** Reads the content of the entry whose record in the central directory is at a position. */
function readContent(buffer: Buffer, at: number): Uint8Array | undefined {
  const method = buffer.readUInt16LE(at + 10);
  const size = buffer.readUInt32LE(at + 20);
  const local = buffer.readUInt32LE(at + 42);
  if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== LOCAL_SIGNATURE) return undefined;
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const written = buffer.subarray(start, start + size);
  if (method === 0) return written.subarray(0, MAX_CONTENT);
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(written, { maxOutputLength: MAX_CONTENT });
  } catch {
    return undefined;
  }
}
