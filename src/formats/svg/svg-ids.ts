import type { LetterName } from '../../model/letter-file-name.ts';

/**
 * Returns what the ids of a page begin with, so that pages of several letters can stand in one HTML document:
 * `p1.en.eu-be.`. It is an NCName (Namespaces in XML, 4) and needs no escaping. Other characters than those of ASCII
 * become their code point between low lines, so that no two pages have the same. `page` counts from 1.
 */
export function idPrefix({ id, language }: LetterName, page: number): string {
  return `p${page}.${toAscii(language)}.${toAscii(id)}.`;
}

function toAscii(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}
