import { describe, expect, test } from 'vitest';
import { LANGUAGES, VARIANTS } from '../../../src/languages/languages.ts';
import { createGroupFinder } from '../../../src/layout/paragraph/divided-groups.ts';
import { createUnbreakableSpaceFinder } from '../../../src/layout/paragraph/line-breaks.ts';
import { setParagraph } from '../../../src/layout/blocks/set-text.ts';
import { createLayoutContext } from '../../../src/layout/layout-context.ts';
import { noHyphenation } from '../../../src/layout/paragraph/hyphenation.ts';
import { createValues } from '../../../src/model/values.ts';
import { text as textNode } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { conventionsOf, formatLongDate } from '../../support/product-languages.ts';

/** The text with a bar for each space at which a page break would divide a group. */
function barred(language: string, text: string): string {
  const dividesGroup = createGroupFinder(conventionsOf(language));
  return text.replaceAll(' ', (space, position: number) =>
    dividesGroup(text.slice(0, position + 1), text.slice(position + 1)) ? '|' : space,
  );
}

describe('no page break divides', () => {
  test.each([...LANGUAGES, ...VARIANTS])('a date in %s', (language) => {
    for (const day of ['2025-01-23', '2025-05-01', '2025-11-04', '2025-12-01']) {
      const text = `x ${formatLongDate(day, language)} x`;
      const alreadyKept = createUnbreakableSpaceFinder(conventionsOf(language))(text);
      const dividable = Array.from(barred(language, text))
        .slice(2, -2)
        .filter((character, index) => character === ' ' && !alreadyKept.has(index + 3));
      expect(dividable, text).toEqual([]);
      expect(barred(language, text)).toMatch(/^x .* x$/u);
    }
  });

  test.each([...LANGUAGES, ...VARIANTS])('the numbers of demands in %s', (language) => {
    for (const numbers of [[6], [6, 2], [6, 2, 4], [6, 2, 4, 1]]) {
      const phrase = conventionsOf(language).demandNumbers('lettre ouverte', numbers);
      expect(barred(language, `mot (${phrase}) mot`)).toBe(`mot (${phrase.replaceAll(' ', '|')}) mot`);
    }
  });

  test.each([
    ['en', 'on 23 January 2025 and in March 2026', 'on 23 January|2025 and in March|2026'],
    ['en', 'demands 4 and 6; 3, 4 and 5', 'demands 4|and|6; 3, 4|and|5'],
    ['fr', 'le 1er décembre 2025, demandes 4 et 6', 'le 1er décembre|2025, demandes 4|et|6'],
    ['es', 'el 4 de diciembre de 2025', 'el 4 de diciembre|de|2025'],
  ])('other numbers in %s: %s', (language, text, expected) => {
    expect(barred(language, text)).toBe(expected);
  });
});

test.each([
  ['en', 'In 2025 the Court (the chamber, sitting alone) had 2025 cases, 4 of 6 and 2026 others'],
  ['en', 'Mayor 2025, the May 20 and 12345 and 2'],
  ['fr', 'la (demande 6) et le Mars 20255'],
])('other words are divided: in %s, %s', (language, text) => {
  expect(barred(language, text)).toBe(text);
});

test('a page break inside a paragraph avoids a line end that divides a date', () => {
  const context = createLayoutContext({
    stylesheet: fixedStylesheet,
    shaper: fixedShaper,
    language: 'en',
    conventions: conventionsOf('en'),
    hyphenate: noHyphenation,
    values: createValues(),
  });
  // A line has room for twenty characters.
  const format = { style: 'body', x: 0, width: 120, hangingIndent: 0, align: 'start' } as const;
  const breaksOf = (words: string): readonly unknown[] =>
    setParagraph([textNode(words)], 'P', format, context).rows.map(({ breakAfter }) => breakAfter);
  const [before, after] = ['aaaaa bbbbb ccccc ddd ', ' ccccc ddd aaaaa bbb ccccc ddd'];
  expect(breaksOf(`${before}xx 23 January 2025 xx${after}`)[1]).toBe('avoid');
  expect(breaksOf(`${before}xx 23 Januari 2025 xx${after}`)[1]).toBe('free');
});
