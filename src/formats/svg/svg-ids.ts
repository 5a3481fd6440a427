import { createHash } from 'node:crypto';
import { pageFileName, type LetterName } from '../../model/letter-file-name.ts';
import { formatHundredths } from './svg-numbers.ts';

/**
 * Returns what the ids of a page begin with, so that pages of several letters can stand in one HTML document. It is short,
 * because each glyph of the page repeats it: a letter, and 48 bits of the hash of the page's file name. It is an NCName
 * (Namespaces in XML, 4) and needs no escaping. `page` counts from 1.
 */
export function idPrefix(letter: LetterName, page: number): string {
  return `p${createHash('sha256')
    .update(pageFileName(letter, page, 'svg'))
    .digest('base64url')
    .slice(0, 8)}`;
}

/** Returns the id of a place on a page to which links lead, `y` points below its top. */
export function placeId(prefix: string, y: number): string {
  return `${prefix}.${formatHundredths(y)}`;
}
