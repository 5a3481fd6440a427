import { expect, test } from 'vitest';
import { createLetterFonts } from '../../../src/formats/pdf/letter-fonts.ts';
import { createGlyphCodes, type FontsForCodes, type FaceCodes } from '../../../src/formats/pdf/pdf-codes.ts';

/** A font that numbers glyphs as Unicode does. Every face has the common glyphs that are common in the serif. */
const FONTS = {
  advanceOf: () => 500,
  describe: () => ({ glyphCount: 1000 }),
  shape: (_face: string, text: string) => ({ glyphs: [{ id: text.codePointAt(0) ?? 0, text }], advance: 500 }),
} as unknown as FontsForCodes;

/** Signs that letters show. The first two are common; the last two are one glyph. */
const SIGNS: readonly Parameters<FaceCodes['codeOf']>[0][] = [
  { id: 65, text: 'A' },
  { id: 66, text: 'B' },
  { id: 300, text: 'é' },
  { id: 301, text: 'fi' },
  { id: 301, text: 'f\u200Ci' },
];

test('the fonts of a letter depend on which codes it uses, not on their order', () => {
  const { codeOf } = createGlyphCodes(FONTS)('serif');
  const fontsOf = (signs: typeof SIGNS): unknown => {
    const letter = createLetterFonts(FONTS);
    for (const sign of signs) letter.use(codeOf(sign));
    return letter
      .list()
      .map(({ name, groups, codes }) => [name, groups.length, codes.map(({ code, text }) => `${code} ${text}`)]);
  };
  const [common, , accent, ligature] = SIGNS;
  if (common === undefined || accent === undefined || ligature === undefined) throw new Error('there are five signs');
  const own = ['serif', 0, ['300 é', '301 fi']];
  const shared = ['serif.common', 1, []];
  expect(fontsOf([ligature, common, accent, common])).toEqual([own, shared]);
  expect(fontsOf([accent, common, ligature])).toEqual([own, shared]);
  expect(fontsOf([common])).toEqual([shared]);
});

test('what a letter uses does not show what others used before', () => {
  const { codeOf } = createGlyphCodes(FONTS)('serif');
  const [, , , plain, other] = SIGNS.map((sign) => codeOf(sign));
  if (plain === undefined || other === undefined) throw new Error('there are five signs');
  const shown = [
    [plain, other],
    [other, plain],
    [plain, other],
  ].map((codes) => {
    const { use } = createLetterFonts(FONTS);
    return [...codes, ...codes].map((code) => use(code).code);
  });
  expect(shown).toEqual([0, 1, 2].map(() => [301, 1000, 301, 1000]));
});

test('every meaning of a glyph after the first has a code of its own', () => {
  const { codeOf } = createGlyphCodes(FONTS)('serif');
  const { use, list } = createLetterFonts(FONTS);
  const meanings = ['fi', 'f\u200Ci', 'ﬁ'].map((text) => codeOf({ id: 301, text }));
  expect(meanings.map((code) => use(code).code)).toEqual([301, 1000, 1001]);
  expect(list()[0]?.codes.map(({ code, text }) => [code, text])).toEqual([
    [301, 'fi'],
    [1000, 'f\u200Ci'],
    [1001, 'ﬁ'],
  ]);
});

test('a glyph with two meanings in a font of 65,535 glyphs, which has no free codes, is in two fonts', () => {
  const full = { ...FONTS, describe: () => ({ glyphCount: 0xffff }) } as unknown as FontsForCodes;
  const { codeOf, common } = createGlyphCodes(full)('serif');
  expect(common.length).toBeGreaterThan(60);
  const { use, list } = createLetterFonts(full);
  const meanings = ['fi', 'f\u200Ci', 'ﬁ'].map((text) => use(codeOf({ id: 301, text })));
  expect(meanings.map(({ font, code }) => [font, code])).toEqual([
    ['serif', 301],
    ['serif', 0xffff],
    ['serif.other-1', 301],
  ]);
  expect(list().map(({ name, codes }) => [name, codes.map(({ text }) => text)])).toEqual([
    ['serif', ['fi', 'f\u200Ci']],
    ['serif.other-1', ['ﬁ']],
  ]);
});
