import { describe, expect, test } from 'vitest';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import type { Letter } from '../../src/model/letter.ts';
import { aLetter, paragraph } from '../support/a-letter.ts';
import { expectCloseAtSignatures } from '../support/close-at-signatures.ts';
import { manySignatures, NAME_WORDS } from '../support/many-signatories.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { productFonts } from '../support/product-fonts.ts';
import { letterWords } from '../support/product-languages.ts';
import { elementsOf, spokenWords } from '../support/read-pages.ts';
import { signaturePlaces } from '../support/signature-places.ts';
import { typesetWith } from '../support/typeset-with.ts';

const fonts = productFonts();
const STYLESHEET = stylesheetFor({ preset: 'international' }, 'a4');

function letterOf(count: number, language: string, headings: number): Letter {
  return aLetter({
    language,
    notice: undefined,
    body: [paragraph('1 2 3 4 5 6 7 8 9 '.repeat(40))],
    signatures: manySignatures(count, language, headings),
  });
}

/** The marks and spaces that languages set in another way are left out. */
const withoutSpaces = (words: string): string => words.replaceAll(/[ \u00A0\u202F]/gu, '');

describe.each(Object.keys(NAME_WORDS))('a letter in %s', (language) => {
  test.each([
    [300, 0],
    [300, 9],
    [1000, 0],
    [1000, 9],
  ])(
    'with %i signatures under %i headings has each once, on one page, and ends no page with a heading',
    { timeout: 120_000 },
    async (count, headingCount) => {
      const letter = letterOf(count, language, headingCount);
      const paged = valueDespiteWarnings(typesetWith(letter, STYLESHEET, await fonts));
      expect(withoutSpaces(spokenWords(paged)) === withoutSpaces(letterWords(letter))).toBe(true);
      expect(elementsOf(paged.structure, 'LI')).toHaveLength(count);
      const { signatures, headings } = signaturePlaces(paged);
      expect(signatures.filter((pages) => pages.length !== 1)).toEqual([]);
      const inOrder = signatures.flat();
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      expect(headings).toHaveLength(headingCount);
      for (const { pages, below } of headings) expect(pages).toEqual([below]);
    },
  );
});

test('a list of signatures keeps the close, with two lines of the body, on the page of its first signature', () => {
  expectCloseAtSignatures({ step: 1 });
});
