import { describe, expect, test } from 'vitest';
import type { SignatureLine } from '../../../src/model/letter.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import { aLetter, paragraph } from '../../support/a-letter.ts';
import { expectCloseAtSignatures } from '../../support/close-at-signatures.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { manySignatures, NAME_WORDS } from '../../support/many-signatories.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { letterWords } from '../../support/product-languages.ts';
import { elementsOf, spokenWords, textOfLine } from '../../support/read-pages.ts';
import { signaturePlaces } from '../../support/signature-places.ts';
import { typesetWith } from '../../support/typeset-with.ts';

const LANGUAGES = Object.keys(NAME_WORDS);
const COUNTS = [1, 2, 3, 9, 10, 22, 60];

function letterWith(signatures: readonly SignatureLine[], language = 'en') {
  return aLetter({ language, notice: undefined, signatures, body: [paragraph('Words '.repeat(150))] });
}

function setSignatures(signatures: readonly SignatureLine[], stylesheet = fixedStylesheet): PagedLetter {
  return valueDespiteWarnings(typesetWith(letterWith(signatures), stylesheet, fixedShaper));
}

describe.each(LANGUAGES)('a letter in %s', (language) => {
  test.each(COUNTS)('with %i signatures has each once, in their order', (count) => {
    const letter = letterWith(manySignatures(count, language), language);
    const paged = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
    expect(spokenWords(paged)).toBe(letterWords(letter));
    expect(elementsOf(paged.structure, 'LI')).toHaveLength(count > 9 ? count : 0);
  });

  test.each([10, 22, 60])(
    'with %i signatures under headings divides none, and ends no page with a heading',
    (count) => {
      const letter = letterWith(manySignatures(count, language, 6), language);
      const paged = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
      expect(spokenWords(paged)).toBe(letterWords(letter));
      const { signatures, headings } = signaturePlaces(paged);
      expect(signatures.filter((pages) => pages.length !== 1)).toEqual([]);
      expect(headings).toHaveLength(6);
      for (const { pages, below } of headings) expect(pages).toEqual([below]);
    },
  );
});

describe('a list of signatures', () => {
  // `npm run thorough` ends the page at every sentence.
  test('keeps the close, with two lines of the body, on the page of its first signature, wherever the page ends', () => {
    expectCloseAtSignatures({ step: 12 });
  });

  test('is read across, in as many columns as make it shortest', () => {
    const columnsOf = (name: string): number => {
      const signatures = Array.from({ length: 12 }, (_, index) => ({ organisation: `${name} ${index}` }));
      const lines = setSignatures(signatures)
        .pages.flatMap(linesOfPage)
        .filter(({ style }) => style === 'signature');
      const [first] = lines;
      return lines.filter(({ baseline }) => baseline === first?.baseline).length;
    };
    expect(columnsOf('Walkers')).toBe(3);
    // In three columns, each of these has two lines; in two, one.
    expect(columnsOf('Friends of the old mill')).toBe(2);
    // Three columns have no room for a word of 24 characters.
    expect(columnsOf('W'.repeat(24))).toBe(2);
    // No column but the widest has room for a word of 40 characters.
    expect(columnsOf('W'.repeat(40))).toBe(1);
  });

  test('is mirrored in a letter from right to left', () => {
    const signatures = Array.from({ length: 12 }, (_, index) => ({ organisation: `الحق ${index}` }));
    const letter = letterWith(signatures, 'ar');
    const { pages } = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
    const lines = pages.flatMap(linesOfPage).filter(({ style }) => style === 'signature');
    const starts = lines.slice(0, 3).map(({ fragments }) => Math.max(...fragments.map(({ x, width }) => x + width)));
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(textOfLine(lines[0] ?? ({ fragments: [] } as never))).toContain('0');
  });

  test('has no room to sign, and no rule lines', () => {
    const rulesFor = (count: number): number =>
      setSignatures(manySignatures(count, 'en')).pages.flatMap(({ rules }) => rules).length;
    expect(rulesFor(9) - rulesFor(10)).toBe(9);
  });
});
