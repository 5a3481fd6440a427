import { say } from '../model/message.ts';
import { passCheck, refusePicture, type Checked } from './refusal.ts';

/** The maximum number of pixels: more than a sheet of A4 has at 500 dots per inch. It bounds the memory of a picture. */
const MAX_PIXELS = 25_000_000;

/** The resolution of a picture whose file states none (CSS, 6.2). */
export const DEFAULT_DOTS_PER_INCH = 96;

/** Checks the size of a picture in pixels, before memory is allocated for them. */
export function checkSize(file: string, width: number, height: number): Checked<undefined> {
  if (width * height <= MAX_PIXELS) return passCheck(undefined);
  return refusePicture(
    say`${file} has ${width} × ${height} pixels, and a picture of a letter at most 25 million`,
    say`make it smaller: 300 dots per inch at the size at which it is printed are enough`,
  );
}

/**
 * Checks the two resolutions that a file states, in dots per inch, and returns their value to a tenth, since PNG states
 * it in whole dots per metre. Pixels that are not square are refused, since readers of Markdown show them as if they
 * were.
 */
export function checkResolution(file: string, horizontal: number, vertical: number): Checked<number> {
  if (Math.abs(horizontal - vertical) <= horizontal * 0.02) return passCheck(Math.round(horizontal * 10) / 10);
  return refusePicture(
    say`the pixels of ${file} are not square: it states ${Math.round(horizontal)} × ${Math.round(vertical)} dots per inch`,
    say`save it with one resolution for both directions`,
  );
}
