import { expect, test } from 'vitest';
import { openLettersFonts } from '../../../src/write/letter-fonts.ts';
import { openCodes, type CodedFonts, type FaceCodes } from '../../../src/write/pdf-codes.ts';

/** A font that numbers glyphs as Unicode does. Every face has the common glyphs that are common in the serif. */
const FONTS = {
  advanceOf: () => 500,
  describe: () => ({ glyphCount: 1000 }),
  shape: (_face: string, text: string) => ({ glyphs: [{ id: text.codePointAt(0) ?? 0, text }], advance: 500 }),
} as unknown as CodedFonts;

/** Letters as the codes that they use, one after the other. The first two signs are common; the last two are one glyph. */
const SIGNS: readonly Parameters<FaceCodes>[0][] = [
  { id: 65, text: 'A' },
  { id: 66, text: 'B' },
  { id: 300, text: 'é' },
  { id: 301, text: 'fi' },
  { id: 301, text: 'f\u200Ci' },
];
const LETTERS = SIGNS.flatMap((one) => SIGNS.flatMap((two) => SIGNS.map((three) => [one, two, three])));

test('letters with the same key have the same fonts, and letters with the same fonts the same key', () => {
  const [codeOf, openLetterFonts] = [openCodes(FONTS)('serif'), openLettersFonts(FONTS)];
  const pairs = LETTERS.map((signs) => {
    const letter = openLetterFonts();
    for (const sign of signs) letter.use(codeOf(sign));
    const list = letter.list().map(({ name, groups, codes }) => ({
      name,
      groups,
      codes: codes.map(({ code, text }) => `${code} ${text}`),
    }));
    return [letter.key(), JSON.stringify(list)] as const;
  });
  const distinct = (values: readonly string[]): number => new Set(values).size;
  const both = distinct(pairs.map(([key, list]) => `${key} ${list}`));
  expect(both).toBeGreaterThan(10);
  expect([distinct(pairs.map(([key]) => key)), distinct(pairs.map(([, list]) => list))]).toEqual([both, both]);
});

test('what a letter uses does not show what others used before', () => {
  const codeOf = openCodes(FONTS)('serif');
  const openLetterFonts = openLettersFonts(FONTS);
  const [, , , plain, other] = SIGNS.map((sign) => codeOf(sign));
  if (plain === undefined || other === undefined) throw new Error('there are five signs');
  const shown = [
    [plain, other],
    [other, plain],
    [plain, other],
  ].map((codes) => {
    const { use } = openLetterFonts();
    return [...codes, ...codes].map((code) => use(code).code);
  });
  expect(shown).toEqual([0, 1, 2].map(() => [301, 1000, 301, 1000]));
});
