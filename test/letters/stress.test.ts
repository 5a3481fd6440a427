import { describe, expect, test } from 'vitest';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { difference, wordsInReadingOrder } from '../support/paged-text.ts';
import { productFonts } from '../support/product-fonts.ts';
import { STRESS_LANGUAGES, stressLetter } from '../stress/stress-letters.ts';
import { letterWords } from '../support/product-languages.ts';

test('there is a stress letter for every script, and for the languages with the most special characters', () => {
  expect(STRESS_LANGUAGES).toEqual('ar da de el en es et fi fr ga hu it lt lv mt nl pl pt ro ru sv tr'.split(' '));
});

describe('every word is typeset, in order, with a glyph for each character', () => {
  const fonts = productFonts();
  test.each(STRESS_LANGUAGES)('%s', async (language) => {
    const letter = stressLetter(language);
    const paged = valueDespiteWarnings(
      typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), await fonts),
    );
    expect(paged.pages.length).toBeGreaterThan(1);
    expect(difference(wordsInReadingOrder(paged), letterWords(letter))).toBeUndefined();
  });
});
