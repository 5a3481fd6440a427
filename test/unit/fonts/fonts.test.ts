import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import type { Fonts, ShapingOptions } from '../../../src/fonts/fonts.ts';
import { includeComponents, trueTypeOutlines } from '../../../src/fonts/outlines.ts';
import { readSfnt } from '../../../src/fonts/sfnt.ts';
import { FONT_FILES } from '../../../src/model/font-files.ts';
import type { Face, ProductFace } from '../../../src/model/page.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { productFonts } from '../../support/product-fonts.ts';

const fonts = await productFonts();

const english: ShapingOptions = { language: 'en', figures: 'lining', direction: 'ltr' };

const FACES: readonly ProductFace[] = ['serif', 'serif-italic', 'serif-bold', 'serif-bold-italic', 'sans', 'sans-bold'];

/** Letters that the languages of the European Union and Ukrainian have beyond ASCII, with marks that letters use. */
const LETTERS =
  'áàâäãåąāăæćĉċčçďđðéèêëęēėěğĝġģħíìîïįīıķĺľļłŀńñňņóòôöõőøœŕřŗśšşșßťţțúùûüųūůűýžźżẁẃẅỳḃḋḟṁṗṡṫ' +
  'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ' +
  'абвгдежзийклмнопрстуфхцчшщъыьэюяґєіїѝђћџљњѓќ' +
  '‘’“”„«»‹›–—…·•§¶€£№°′″\u00A0\u202F\u2011\u2060';

const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإؤئءة٠١٢٣٤٥٦٧٨٩،؛؟';

/** Glyph 0 of a font stands for all that it lacks. */
function draws(face: Face, character: string): boolean {
  return fonts.shape(face, character, english).glyphs.every(({ id }) => id !== 0);
}

describe.each(FACES)('the face %s', (face) => {
  test('covers the languages of the European Union, small and capital', () => {
    const missing = Array.from(LETTERS + LETTERS.toUpperCase()).filter((letter) => !draws(face, letter));
    expect(missing).toEqual([]);
  });

  test('does not cover what it cannot draw', () => {
    expect(['日', '\u{1F600}', 'א'].filter((letter) => draws(face, letter))).toEqual([]);
  });

  test('has heights that surround its letters', () => {
    const { ascent, capHeight, xHeight, descent } = fonts.metrics(face);
    expect([ascent, capHeight, xHeight, 0, descent].toSorted((a, b) => b - a)).toEqual([
      ascent,
      capHeight,
      xHeight,
      0,
      descent,
    ]);
    expect(capHeight).toBeGreaterThan(600);
  });
});

describe('a shaped word', () => {
  const idsOf = (word: string, changes: Partial<ShapingOptions> = {}): readonly number[] =>
    fonts.shape('serif', word, { ...english, ...changes }).glyphs.map(({ id }) => id);

  test.each(AWKWARD_VALUES)('has all the text of %j', (value) => {
    for (const face of FACES) {
      expect(
        fonts
          .shape(face, value, english)
          .glyphs.map(({ text }) => text)
          .join(''),
      ).toBe(value);
    }
  });

  test('has one glyph for a ligature, with the text of all its letters', () => {
    expect(fonts.shape('serif', 'office', english).glyphs.map(({ text }) => text)).toEqual(['o', 'ffi', 'c', 'e']);
  });

  test.each(['tr', 'tr-CY', 'az'])('keeps the dot of an i after f in %s, which has ı too', (language) => {
    for (const face of ['serif', 'serif-bold', 'serif-italic', 'sans'] as const)
      for (const [word, letters] of [
        ['afiş', ['a', 'f', 'i', 'ş']],
        ['trafiği', ['t', 'r', 'a', 'f', 'i', 'ğ', 'i']],
        ['ffi', ['f', 'f', 'i']],
      ] as const)
        expect(fonts.shape(face, word, { ...english, language }).glyphs.map(({ text }) => text)).toEqual(letters);
  });

  test('has a mark on its letter, each with a text of its own', () => {
    const { glyphs } = fonts.shape('serif', 'x\u0301', english);
    expect(glyphs.map(({ text }) => text)).toEqual(['x', '\u0301']);
    expect(glyphs[1]).toMatchObject({ advance: 0, dx: -44 });
  });

  test('has a mark on a ligature, each with a text of its own', () => {
    expect(fonts.shape('serif', 'fl\u0335', english).glyphs.map(({ text }) => text)).toEqual(['fl', '\u0335']);
  });

  test('has one glyph for a letter and a mark that the face has in one', () => {
    expect(fonts.shape('serif', 'e\u0301', english).glyphs).toMatchObject([{ id: idsOf('é')[0], text: 'e\u0301' }]);
  });

  test('deals the text out evenly where a letter takes two glyphs', () => {
    expect(fonts.shape('sans', 'ǹ', english).glyphs.map(({ text }) => text)).toEqual(['n', '\u0300']);
  });

  test('tells a no-break space from a space', () => {
    expect(fonts.shape('serif', '\u00A0', english).glyphs).toMatchObject([{ text: '\u00A0', advance: 260 }]);
  });

  test('is kerned', () => {
    const apart = fonts.shape('serif', 'T', english).advance + fonts.shape('serif', 'a', english).advance;
    expect(fonts.shape('serif', 'Ta', english).advance).toBeLessThan(apart);
  });

  test('may have raised figures', () => {
    expect(idsOf('12', { figures: 'raised' })).not.toEqual(idsOf('12'));
  });

  test('has the letters of its language', () => {
    expect(idsOf('ş', { language: 'ro' })).not.toEqual(idsOf('ş'));
  });

  test('has its letters in the order in which they are read, joined, when it is written from right to left', () => {
    const arabic: ShapingOptions = { language: 'ar', figures: 'lining', direction: 'rtl' };
    const textsOf = (text: string): readonly string[] =>
      fonts.shape('naskh', text, arabic).glyphs.map((glyph) => glyph.text);
    expect(textsOf('الحق')).toEqual(['ا', 'ل', 'ح', 'ق']);
    expect(textsOf('سلام')).toEqual(['س', 'ل', 'ا', 'م']);
    expect(textsOf('الله').join('')).toBe('الله');
    expect(fonts.shape('naskh', 'ببب', arabic).glyphs.map(({ id }) => id)).toHaveLength(3);
    expect(new Set(fonts.shape('naskh', 'ببب', arabic).glyphs.map(({ id }) => id)).size).toBe(3);
  });

  test('has its brackets mirrored when it is written from right to left, and reads as typed', () => {
    const [open] = fonts.shape('naskh', '(', { ...english, direction: 'rtl' }).glyphs;
    expect(open).toEqual({ ...fonts.shape('naskh', ')', english).glyphs[0], text: '(' });
  });

  test('is shaped once', () => {
    expect(fonts.shape('serif', 'once', english)).toBe(fonts.shape('serif', 'once', english));
  });
});

test.each<[Face, string, boolean]>([
  ['serif', 'é', true],
  ['serif', 'ا', false],
  ['naskh', 'ا', true],
  ['naskh', 'я', false],
  ['serif', '日', false],
  ['naskh', '\u2067', true],
])('%s covers %s: %s', (face, character, expected) => {
  expect(fonts.covers(face, character.codePointAt(0) ?? 0)).toBe(expected);
});

describe('a subset', () => {
  const glyphOf = (letter: string): number => fonts.shape('serif', letter, english).glyphs[0]?.id ?? 0;
  const glyphCount = (bytes: Uint8Array): number => readSfnt(bytes).table('maxp').getUint16(4);

  test('holds the glyphs asked for, what they are made of, and the one for nothing', () => {
    const { bytes, newGlyphId: numberOf } = fonts.subset('serif', [glyphOf('a'), glyphOf('é')]);
    const outlines = includeComponents(trueTypeOutlines(readSfnt(bytes)), [numberOf(glyphOf('é'))]);
    expect(outlines.length).toBeGreaterThan(2);
    expect(glyphCount(bytes)).toBe(outlines.length + 1);
  });

  test('numbers its glyphs in the order that they have in the face', () => {
    const glyphs = ['x', 'a', 'é'].map(glyphOf);
    const { bytes, newGlyphId: numberOf } = fonts.subset('serif', glyphs);
    const [x, a, accented] = glyphs.map(numberOf) as [number, number, number];
    expect(advanceIn(bytes, x)).toBe(fonts.advanceOf('serif', glyphs[0] ?? 0));
    expect(advanceIn(bytes, a)).toBe(fonts.advanceOf('serif', glyphs[1] ?? 0));
    expect(advanceIn(bytes, accented)).toBe(fonts.advanceOf('serif', glyphs[2] ?? 0));
  });

  test.each<ProductFace>([...FACES, 'naskh', 'naskh-bold-italic'])(
    'of %s draws every glyph as the face does',
    async (face) => {
      const hb = await import('harfbuzzjs');
      const opened = (bytes: Uint8Array): Font => new hb.Font(new hb.Face(new hb.Blob(bytes)));
      const whole = opened(readFileSync(createRequire(import.meta.url).resolve(FONT_FILES[face])));
      const glyphs = fonts
        .shape(face, LETTERS + LETTERS.toUpperCase() + ARABIC, english)
        .glyphs.map(({ id }) => id)
        .filter((id) => id !== 0);
      const { bytes, newGlyphId: numberOf } = fonts.subset(face, glyphs);
      const cut = opened(bytes);
      const drawnFrom = new Set(glyphs);
      expect(drawnFrom.size).toBeGreaterThan(40);
      for (const glyph of drawnFrom) {
        expect(cut.glyphToPath(numberOf(glyph))).toBe(whole.glyphToPath(glyph));
        expect(cut.glyphHAdvance(numberOf(glyph))).toBe(whole.glyphHAdvance(glyph));
      }
      expect(cut.glyphToPath(0)).toBe(whole.glyphToPath(0));
    },
  );

  test('adds glyphs that draw others, each at its place, with an advance of their own', async () => {
    const hb = await import('harfbuzzjs');
    const acute = fonts.shape('serif', 'x\u0301', english).glyphs[1]?.id ?? 0;
    const { bytes, newGlyphId, firstCompositeId } = fonts.subset(
      'serif',
      [glyphOf('x')],
      [
        { components: [{ glyph: acute, dx: -100, dy: 50 }], advance: 0 },
        { components: [glyphOf('x'), acute].map((glyph, index) => ({ glyph, dx: index * 300, dy: 0 })), advance: 620 },
      ],
    );
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
    /** The points of a path, moved; those that only make a glyph taller draw nothing. */
    const pointsOf = (path: string, dx: number, dy: number): readonly string[] =>
      [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => `${Number(x) + dx},${Number(y) + dy}`);
    const pathOf = (glyph: number, dx = 0, dy = 0): readonly string[] => pointsOf(font.glyphToPath(glyph), dx, dy);
    const [moved, both] = [firstCompositeId, firstCompositeId + 1];
    expect(glyphCount(bytes)).toBe(both + 1);
    expect(pathOf(moved)).toEqual(expect.arrayContaining([...pathOf(newGlyphId(acute), -100, 50)]));
    expect(pathOf(both)).toEqual(
      expect.arrayContaining([...pathOf(newGlyphId(glyphOf('x'))), ...pathOf(newGlyphId(acute), 300, 0)]),
    );
    expect(pathOf(newGlyphId(acute)).length).toBeGreaterThan(3);
    expect([advanceIn(bytes, moved), advanceIn(bytes, both)]).toEqual([0, 620]);
    const { ascent, descent } = fonts.metrics('serif');
    const description = trueTypeOutlines(readSfnt(bytes)).glyphDescription(moved);
    expect(description.getInt16(4)).toBeLessThanOrEqual(descent);
    expect(description.getInt16(8)).toBeGreaterThanOrEqual(ascent);
  });

  test('is a file whose checksums are right, and has no hints', () => {
    const { bytes } = fonts.subset('serif', Array.from('aéő').map(glyphOf));
    const view = new DataView(bytes.buffer);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect([bytes.length % 4, sum]).toEqual([0, 0xb1b0afba]);
    const font = readSfnt(bytes);
    const outline = trueTypeOutlines(font).glyphDescription(1);
    expect(outline.getUint16(10 + outline.getInt16(0) * 2)).toBe(0);
    expect([16, 18, 20, 22, 24, 26].map((at) => font.table('maxp').getUint16(at))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('is the same each time, whatever was cut before', async () => {
    const cut = (from: Fonts): Uint8Array => from.subset('serif', ['a', 'b', 'ő'].map(glyphOf)).bytes;
    const first = cut(fonts);
    fonts.subset('serif-bold', [40, 41]);
    expect(cut(fonts)).toEqual(first);
    expect(cut(await productFonts())).toEqual(first);
  });

  test.each(['GSUB', 'GPOS', 'cmap', 'name', 'prep'])('leaves out what nobody who has it embedded needs: %s', (tag) => {
    const { bytes } = fonts.subset('serif', ['a', 'b', 'c'].map(glyphOf));
    expect(() => readSfnt(bytes).table(tag)).toThrow(`no table ${tag}`);
  });
});

/** The advance of a glyph in a file (OpenType 1.9, table hmtx): beyond those listed, all have the last. */
function advanceIn(bytes: Uint8Array, glyph: number): number {
  const font = readSfnt(bytes);
  const listed = font.table('hhea').getUint16(34);
  return font.table('hmtx').getUint16(Math.min(glyph, listed - 1) * 4);
}
