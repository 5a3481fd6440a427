import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/languages/languages.ts';
import type { Line } from '../../src/model/page.ts';
import { linesOfPage } from '../../src/model/page-lines.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { difference, wordsInReadingOrder } from '../support/paged-text.ts';
import { productFonts } from '../support/product-fonts.ts';
import { STRESS_LANGUAGES, stressLetter } from '../stress/stress-letters.ts';
import { SIGNATORIES_LANGUAGES, signatoriesLetter } from '../stress/signatories-letter.ts';
import { TABLE_LANGUAGES, tableLetter } from '../stress/table-letters.ts';
import { letterWords } from '../support/product-languages.ts';

test('there is a stress letter for every language of the product', () => {
  expect(STRESS_LANGUAGES).toEqual(LANGUAGES.toSorted());
});

describe('every word is typeset, in order, with a glyph for each character', () => {
  const fonts = productFonts();
  test.each([
    ...STRESS_LANGUAGES.map((language) => ({ language, kind: 'letter', letter: stressLetter(language) })),
    ...SIGNATORIES_LANGUAGES.map((language) => ({
      language,
      kind: 'letter of many',
      letter: signatoriesLetter(language),
    })),
    ...TABLE_LANGUAGES.map((language) => ({ language, kind: 'letter with tables', letter: tableLetter(language) })),
  ])('$kind in $language', async ({ letter }) => {
    const paged = valueDespiteWarnings(
      typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), await fonts),
    );
    expect(paged.pages.length).toBeGreaterThan(1);
    expect(difference(wordsInReadingOrder(paged), letterWords(letter))).toBeUndefined();
  });
});

describe('the list of those who get a copy is clear of its heading', () => {
  const fonts = productFonts();
  test.each(STRESS_LANGUAGES)('%s', async (language) => {
    const stylesheet = stylesheetFor({ preset: 'international' }, 'a4');
    const { pages } = valueDespiteWarnings(typesetWith(stressLetter(language), stylesheet, await fonts));
    const lines = pages.flatMap(linesOfPage);
    const headings = lines.filter(({ style }) => style === 'closing-label');
    const gaps = headings.map((heading) => {
      const beside = lines.find(({ style, baseline }) => style === 'closing' && baseline === heading.baseline);
      if (beside === undefined) throw new Error('a heading has no list beside it');
      const [ofHeading, ofList] = [edgesOf(heading), edgesOf(beside)];
      return Math.max(ofList.left - ofHeading.right, ofHeading.left - ofList.right);
    });
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(stylesheet.space.afterClosingLabel - 0.01);
  });
});

/** The outermost positions of the fragments of a line, its last space included. */
function edgesOf({ fragments }: Line): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(...fragments.map(({ x }) => x)),
    right: Math.max(...fragments.map(({ x, width }) => x + width)),
  };
}
