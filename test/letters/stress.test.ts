import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/languages/languages.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { difference, wordsInReadingOrder } from '../support/paged-text.ts';
import { productFonts } from '../support/product-fonts.ts';
import { STRESS_LANGUAGES, stressLetter } from '../stress/stress-letters.ts';
import { TABLE_LANGUAGES, tableLetter } from '../stress/table-letters.ts';
import { letterWords } from '../support/product-languages.ts';

test('there is a stress letter for every language of the product', () => {
  expect(STRESS_LANGUAGES).toEqual(LANGUAGES.toSorted());
});

describe('every word is typeset, in order, with a glyph for each character', () => {
  const fonts = productFonts();
  test.each([
    ...STRESS_LANGUAGES.map((language) => ({ language, kind: 'letter', letter: stressLetter(language) })),
    ...TABLE_LANGUAGES.map((language) => ({ language, kind: 'letter with tables', letter: tableLetter(language) })),
  ])('$kind in $language', async ({ letter }) => {
    const paged = valueDespiteWarnings(
      typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), await fonts),
    );
    expect(paged.pages.length).toBeGreaterThan(1);
    expect(difference(wordsInReadingOrder(paged), letterWords(letter))).toBeUndefined();
  });
});
