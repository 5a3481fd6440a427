import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../src/model/page.ts';
import type { Manner, ShapedWord } from '../../../src/fonts/fonts.ts';
import { openNumberShaper } from '../../../src/fonts/shape-number.ts';
import { productFonts } from '../../support/product-fonts.ts';

const fonts = await productFonts();
const FACES = ['serif', 'serif-italic', 'serif-bold', 'sans', 'sans-bold', 'naskh'] as const;

/** A face that sets each character by itself, but for the exceptions. */
function face(exceptions: Readonly<Record<string, readonly Partial<Glyph>[]>> = {}): (word: string) => ShapedWord {
  return (word) => {
    const glyphs = Array.from(word, (text): Glyph => ({ id: text.charCodeAt(0), text, advance: 600, dx: 0, dy: 0 }));
    const changed = Object.entries(exceptions).flatMap(([part, changes]) => {
      const at = word.indexOf(part);
      return at < 0 ? [] : changes.map((change, index) => [at + index, change] as const);
    });
    for (const [place, change] of changed) Object.assign(glyphs[place] ?? {}, change);
    return { glyphs, advance: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
  };
}

function warm(shape: (word: string) => ShapedWord): ReturnType<typeof openNumberShaper> {
  const shapeNumber = openNumberShaper(shape);
  for (let number = 0; number < 20; number += 1) shapeNumber(String(number));
  return shapeNumber;
}

describe('a number', () => {
  test.each(FACES)('is put together as the face %s shapes it', (name) => {
    const manner: Manner = { language: 'en', figures: 'lining', direction: 'ltr' };
    const whole = (word: string): ShapedWord => fonts.shape(name, word, manner);
    const shapeNumber = warm(whole);
    for (let number = 0; number < 1000; number += 7) {
      // A letter beside it keeps it from being put together there.
      const { glyphs } = whole(`${number}x`);
      expect(shapeNumber(String(number))?.glyphs).toEqual(glyphs.slice(0, -1));
    }
  });

  test('is put together once there were some', () => {
    const shapeNumber = openNumberShaper(face());
    const known = Array.from({ length: 22 }, (_, number) => shapeNumber(String(number)) !== undefined);
    expect(known.indexOf(true)).toBe(19);
    expect(known.lastIndexOf(false)).toBe(18);
  });

  test.each([
    ['kerns two', { 71: [{ advance: 550 }] }],
    ['raises one after another', { 99: [{}, { dy: 3 }] }],
    ['joins two', { 11: [{ id: 5, text: '11' }] }],
  ])('is left to a face that %s', (_, exceptions) => {
    expect(warm(face(exceptions))('25')).toBeUndefined();
  });

  test.each(['', '12.', '1 2', '١٢', 'a1', '1²'])('is not %j', (word) => {
    expect(warm(face())(word)).toBeUndefined();
  });
});
