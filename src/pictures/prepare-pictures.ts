import type { Picture, PreparedPicture, PreparedPictures } from '../model/picture.ts';
import { stripPng } from './stripped-png.ts';
import { prepareJpeg } from './prepare-jpeg.ts';
import { preparePng } from './prepare-png.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { passCheck, type Checked, type Refusal } from './refusal.ts';

/** The prepared pictures, and why the others are refused. */
export interface PicturePreparation {
  readonly prepared: PreparedPictures;
  readonly refusals: ReadonlyMap<Picture, Refusal>;
}

/**
 * Prepares the pixels of pictures for formats that contain them, once for all letters of a run. A picture whose pixels
 * are damaged is refused.
 */
export function preparePictures(pictures: Iterable<Picture>): PicturePreparation {
  const prepared = new Map<Picture, PreparedPicture>();
  const refusals = new Map<Picture, Refusal>();
  for (const picture of pictures) {
    const result = preparePicture(picture);
    if (result.ok) prepared.set(picture, result.value);
    else refusals.set(picture, result.refusal);
  }
  return { prepared, refusals };
}

function preparePicture({ file, kind, bytes }: Picture): Checked<PreparedPicture> {
  if (kind === 'png') {
    const png = readPng(file, bytes);
    const pixels = png.ok ? preparePng(file, png.value) : png;
    return pixels.ok ? passCheck({ ...pixels.value, strippedFile: () => stripPng(bytes) }) : pixels;
  }
  const jpeg = readJpeg(file, bytes);
  const pixels = jpeg.ok ? prepareJpeg(file, jpeg.value) : jpeg;
  // The stream of a JPEG is itself a file without metadata.
  return pixels.ok ? passCheck({ ...pixels.value, strippedFile: () => pixels.value.colour.bytes }) : pixels;
}
