import type { Format } from '../model/artifact.ts';
import type { Outcome } from '../model/outcome.ts';
import { NO_PICTURES } from '../model/picture.ts';
import { NO_PICTURE_FILES, type PictureFiles } from '../model/picture-files.ts';
import type { CheckedPixels } from './check-pictures.ts';

/** Checks the pictures of a letter, as `checkPictures` does, which is imported only if the letter has some. */
export async function checkLoadedPictures(files: ReadonlyMap<string, Outcome<Uint8Array>>): Promise<PictureFiles> {
  if (files.size === 0) return NO_PICTURE_FILES;
  const { checkPictures } = await import('./check-pictures.ts');
  return checkPictures(files);
}

/**
 * Checks and prepares the pixels of checked pictures if there is a format. Markdown does not need them, but a damaged
 * picture would be copied beside it.
 */
export async function preparePixels(files: PictureFiles, formats: readonly Format[]): Promise<CheckedPixels> {
  if (files.size === 0 || formats.length === 0) return { files, prepared: NO_PICTURES };
  const { checkPixels } = await import('./check-pictures.ts');
  return checkPixels(files);
}
