import type { Picture, PreparedPictures } from '../../model/picture.ts';

/** Returns the address of a picture that has the picture in it (RFC 2397). */
export type PictureAddress = (picture: Picture) => string;

/**
 * Creates the addresses of the pictures of a run, each once. Like a PDF, they have nothing of a file but its pixels: not
 * the place and time of a photo. Throws an error for a picture that was not prepared.
 */
export function createPictureAddress(prepared: PreparedPictures): PictureAddress {
  const addresses = new Map<Picture, string>();
  return (picture) => {
    const address = addresses.get(picture) ?? addressWith(picture, barePicture(picture, prepared));
    addresses.set(picture, address);
    return address;
  };
}

function addressWith({ kind }: Picture, bytes: Uint8Array): string {
  return `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Returns the file of a picture without metadata. A JPEG file is prepared as one. */
function barePicture(picture: Picture, prepared: PreparedPictures): Uint8Array {
  const colour = prepared.get(picture)?.colour;
  if (colour === undefined) throw new Error(`the picture ${picture.file} was not prepared`);
  return colour.coding === 'jpeg' ? colour.bytes : barePng(picture.bytes);
}

const SIGNATURE_LENGTH = 8;
/** The length, the type and the checksum of a chunk. */
const FRAME_LENGTH = 12;

/** Returns a PNG file, which has been checked, with only the chunks that its pixels need (PNG, third edition, 5). */
function barePng(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [file.subarray(0, SIGNATURE_LENGTH)];
  for (let start = SIGNATURE_LENGTH; start < file.length;) {
    const end = start + FRAME_LENGTH + file.readUInt32BE(start);
    const type = file.toString('latin1', start + 4, start + 8);
    // The first letter of a critical chunk is a capital; transparency is the only other one that changes pixels in sRGB.
    if (/^[A-Z]/.test(type) || type === 'tRNS') parts.push(file.subarray(start, end));
    start = end;
  }
  return Buffer.concat(parts);
}
