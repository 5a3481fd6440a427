import { expect, test } from 'vitest';
import { widenForRightMarks } from '../../../src/fonts/right-marks.ts';
import type { Glyph } from '../../../src/model/page.ts';
import { productFonts } from '../../support/product-fonts.ts';

const glyph = (text: string, advance: number, dx = 0): Glyph => ({ id: 1, text, advance, dx, dy: 0 });

test('a letter is as much wider as its mark at the right sticks out, and all its marks stay where they are', () => {
  const [c, accent, comma, i] = [glyph('c', 500), glyph('\u0302', 0, -250), glyph('\u0315', 0, -40), glyph('i', 300)];
  expect(widenForRightMarks([c, accent, comma, i], () => 100)).toEqual([
    { ...c, advance: 560 },
    { ...accent, dx: -310 },
    { ...comma, dx: -100 },
    i,
  ]);
});

test('a mark that does not stick out, and marks elsewhere, change nothing', () => {
  const inside = [glyph('c', 500), glyph('\u0315', 0, -200), glyph('i', 300)];
  expect(widenForRightMarks(inside, () => 100)).toEqual(inside);
  const above = [glyph('c', 500), glyph('\u0302', 0, 0)];
  expect(widenForRightMarks(above, () => 100)).toBe(above);
});

test.each(['C\u0315ika', 'N\u0315iko', 'd\u031be', 'g\u0315u'])('%s has no mark over the next letter', async (word) => {
  const fonts = await productFonts();
  for (const face of ['serif', 'serif-bold', 'sans'] as const) {
    const options = { language: 'en', figures: 'lining', direction: 'ltr' } as const;
    const { glyphs, advance } = fonts.shape(face, word, options);
    const plain = fonts.shape(face, word.normalize('NFD').replaceAll(/\p{M}/gu, ''), options);
    expect(advance).toBeGreaterThan(plain.advance + 20);
    expect(glyphs.map(({ text }) => text).join('')).toBe(word);
  }
});
