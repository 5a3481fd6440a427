import type { Picture, PreparedPictures } from '../model/picture.ts';

/** Returns the address of a picture that has the picture in it (RFC 2397). */
export type PictureAddress = (picture: Picture) => string;

/**
 * Creates the addresses of the pictures of a run, each once. They have no metadata, as the place and time of a photo.
 * Throws an error for a picture that was not prepared.
 */
export function createPictureAddress(prepared: PreparedPictures): PictureAddress {
  const addresses = new Map<Picture, string>();
  return (picture) => {
    const address = addresses.get(picture) ?? addressOf(picture, prepared);
    addresses.set(picture, address);
    return address;
  };
}

function addressOf(picture: Picture, prepared: PreparedPictures): string {
  const file = prepared.get(picture)?.strippedFile();
  if (file === undefined) throw new Error(`the picture ${picture.file} was not prepared`);
  return `data:image/${picture.kind};base64,${Buffer.from(file).toString('base64')}`;
}
