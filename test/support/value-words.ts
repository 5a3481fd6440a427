import type { ContentValue } from '../../src/commands/preview/parts/content-values.ts';
import { createValueLocator, type ValueOnLine } from '../../src/commands/preview/parts/value-areas.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import type { Line, PagedLetter } from '../../src/model/page.ts';

/** The words that are printed under the areas of each value of a letter, without white space and soft hyphens. */
export function wordsUnderValues(letter: PagedLetter, comma: string): ReadonlyMap<ContentValue, string> {
  const locate = createValueLocator(comma);
  const words = new Map<ContentValue, string>();
  for (const line of letter.pages.flatMap(linesOfPage)) {
    const byValue = new Map<ContentValue, ValueOnLine[]>();
    for (const found of locate(line)) byValue.set(found.value, [...(byValue.get(found.value) ?? []), found]);
    for (const [value, areas] of byValue) words.set(value, (words.get(value) ?? '') + wordsUnder(line, areas));
  }
  return words;
}

/** The words of the glyphs of a line whose centres are in one of the areas, in reading order. */
function wordsUnder({ fragments }: Line, areas: readonly ValueOnLine[]): string {
  let words = '';
  for (const { x, width, direction, glyphs } of fragments) {
    const advances = glyphs.reduce((sum, { advance }) => sum + advance, 0);
    let before = 0;
    for (const { text, advance } of glyphs) {
      const centre = ((before + advance / 2) * width) / Math.max(1, advances);
      const place = direction === 'ltr' ? x + centre : x + width - centre;
      if (advance > 0 && areas.some(({ area }) => place >= area.x && place <= area.x + area.width)) words += text;
      before += advance;
    }
  }
  return words.replaceAll(/[\s\u00ad]/gu, '');
}
