import { createHash } from 'node:crypto';
import type { Picture } from '../model/picture.ts';
import { checkKind } from './file-kinds.ts';
import { DEFAULT_DOTS_PER_INCH } from './limits.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { passCheck, type Checked } from './refusal.ts';

/**
 * Checks a picture file: that it is one that letters can print, and that its parts are sound. Its pixels are not
 * decoded; `preparePicture` does that for formats that need them. `file`: its path in the letter's folder.
 */
export function checkPicture(file: string, bytes: Uint8Array): Checked<Picture> {
  const kind = checkKind(file, bytes);
  if (!kind.ok) return kind;
  const read = kind.value === 'png' ? readPng(file, bytes) : readJpeg(file, bytes);
  if (!read.ok) return read;
  const { width, height, dotsPerInch = DEFAULT_DOTS_PER_INCH } = read.value;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return passCheck({ file, kind: kind.value, width, height, dotsPerInch, bytes, hash });
}
