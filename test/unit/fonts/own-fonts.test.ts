import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { fontFault } from '../../../src/fonts/check-font.ts';
import type { Fonts, ShapingOptions } from '../../../src/fonts/fonts.ts';
import { loadFonts } from '../../../src/fonts/lazy-fonts.ts';
import { glyfOffset } from '../../../src/fonts/outlines.ts';
import { readSfnt } from '../../../src/fonts/sfnt.ts';
import type { FontFile } from '../../../src/model/font-settings.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Face } from '../../../src/model/page.ts';
import {
  type TestFont,
  fontBytes,
  tableOffset,
  withBytes,
  withPermission,
  withRenamedTable,
} from '../../support/own-fonts.ts';

const HEBREW = fontBytes('hebrew');
const english: ShapingOptions = { language: 'en', figures: 'lining', direction: 'ltr' };

function fileOf(bytes: Uint8Array, face: Face = 'also-0'): FontFile {
  return { face, file: 'templates/l/fonts/Name.ttf', bytes, span: { file: 'letter.yaml', line: 1, column: 1 } };
}

function readResource(specifier: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(specifier));
}

/** Opens the fonts with those of a campaign; fails if they have a fault. */
async function openWith(named: Readonly<Record<string, TestFont>>): Promise<Fonts> {
  const files = Object.entries(named).map(([face, name]) => fileOf(fontBytes(name), face as Face));
  const outcome = await loadFonts(readResource, files);
  if (!outcome.ok) throw new Error('the fonts have a fault');
  return outcome.value.open();
}

/** The code and the message of the fault of a font file, without the name of the file. */
function faultOf(bytes: Uint8Array): string {
  const diagnostic = fontFault(fileOf(bytes));
  if (diagnostic === undefined) return 'none';
  const message = plainMessage(diagnostic.message);
  expect(message).toContain('templates/l/fonts/Name.ttf');
  return `${diagnostic.code}: ${message.replace(/^.*?Name\.ttf”?: /u, '')}`;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a font file that is not of a kind in which letters are set is refused by name', () => {
  const shortCmap = (platform: number, encoding: number): Uint8Array => {
    const count = readSfnt(HEBREW).table('cmap').getUint16(2);
    const records = Array.from({ length: count }, (_, index) => index);
    return records.reduce<Uint8Array>(
      (font, index) => withBytes(font, 'cmap', 4 + index * 8, [0, platform, 0, encoding]),
      HEBREW,
    );
  };

  test.each<readonly [kind: string, bytes: Uint8Array]>([
    ['a collection of fonts', text('ttcf....')],
    ['WOFF', text('wOFF....')],
    ['WOFF2', text('wOF2....')],
    ['a Type 1 font', text('%!PS-AdobeFont-1.0')],
    ['a Type 1 font', new Uint8Array([0x80, 1, 0, 0])],
    ['no font', text('# A letter')],
    ['no font', new Uint8Array()],
    ['a variable font', withRenamedTable(HEBREW, 'gasp', 'fvar')],
    ['a variable font', withRenamedTable(HEBREW, 'glyf', 'CFF2')],
    ['a font with colours', withRenamedTable(HEBREW, 'gasp', 'COLR')],
    ['bitmaps and no outlines', withRenamedTable(HEBREW, 'glyf', 'EBDT')],
    ['no outlines', withRenamedTable(HEBREW, 'loca', 'lost')],
    ['a symbol font', shortCmap(3, 0)],
    ['no characters of Unicode', shortCmap(1, 0)],
  ])('%s', (kind, bytes) => {
    expect(faultOf(bytes)).toMatch(new RegExp(`^font/unsupported: .*${kind}`, 'u'));
  });
});

describe('the permission to embed that a font states', () => {
  test.each([
    [0x0002, 'its licence is restricted (fsType 2)'],
    [0x0100, 'it may be embedded only whole (fsType 256)'],
    [0x0104, 'it may be embedded only whole (fsType 260)'],
    [0x0200, 'only its bitmaps may be embedded (fsType 512)'],
  ])('%i is refused', (fsType, reason) => {
    expect(faultOf(withPermission(HEBREW, fsType))).toBe(
      `font/not-embeddable: the font may not be put into letters: ${reason}`,
    );
  });

  test.each([0x0000, 0x0004, 0x0008, 0x000c, 0x0006])('%i is enough', (fsType) => {
    expect(faultOf(withPermission(HEBREW, fsType))).toBe('none');
  });
});

describe('a damaged font file is refused', () => {
  const font = readSfnt(HEBREW);
  const glyphCount = font.table('maxp').getUint16(4);
  const simple = Array.from({ length: glyphCount }, (_, glyph) => glyph).find(
    (glyph) =>
      glyfOffset(font, glyph + 1) - glyfOffset(font, glyph) > 40 &&
      font.table('glyf').getInt16(glyfOffset(font, glyph)) > 0,
  );
  const composite = Array.from({ length: glyphCount }, (_, glyph) => glyph).find(
    (glyph) =>
      glyfOffset(font, glyph + 1) > glyfOffset(font, glyph) && font.table('glyf').getInt16(glyfOffset(font, glyph)) < 0,
  );
  const glyphAt = (glyph: number | undefined): number => glyfOffset(font, glyph ?? Number.NaN);
  const loca = (glyph: number): readonly [number, readonly number[]] =>
    font.table('head').getInt16(50) === 1 ? [glyph * 4, [0x7f, 0, 0, 0]] : [glyph * 2, [0xff, 0xff]];

  test.each<readonly [why: string, bytes: Uint8Array]>([
    ['ends in its table directory', HEBREW.subarray(0, 20)],
    ['ends after the file does', HEBREW.subarray(0, 20_000)],
    ['checksum', HEBREW.with(tableOffset(HEBREW, 'glyf') + 100, 0xee)],
    ['has no table', withRenamedTable(HEBREW, 'post', 'lost')],
    ['its table head', withBytes(HEBREW, 'head', 12, [0, 0, 0, 0])],
    ['an em of it has 0 units', withBytes(HEBREW, 'head', 18, [0, 0])],
    ['widths', withBytes(HEBREW, 'hhea', 34, [0xff, 0xff])],
    ['outside the table glyf', withBytes(HEBREW, 'loca', ...loca(3))],
    ['is not whole', withBytes(HEBREW, 'glyf', glyphAt(simple) + 10, [0x7f, 0xff])],
    ['are nested too deep', withBytes(HEBREW, 'glyf', glyphAt(composite) + 12, [0xff, 0xfe])],
    [
      'are nested too deep',
      withBytes(HEBREW, 'glyf', glyphAt(composite) + 12, [(composite ?? 0) >> 8, (composite ?? 0) & 0xff]),
    ],
    ['a table ends before its content does', withBytes(fontBytes('cff'), 'CFF ', 2, [0xff])],
    ['another number of glyphs', withBytes(withBytes(fontBytes('cff'), 'maxp', 4, [0, 9]), 'hhea', 34, [0, 1])],
  ])('%s', (why, bytes) => {
    expect(faultOf(bytes)).toMatch(new RegExp(`^font/damaged: .*${why}`, 'u'));
  });

  test('in which HarfBuzz cannot draw a glyph', async () => {
    const cff = fontBytes('cff');
    // An operator that does not exist, in the middle of the outlines.
    const middle = Math.floor(readSfnt(cff).table('CFF ').byteLength / 2);
    const outcome = await loadFonts(readResource, [
      fileOf(
        withBytes(
          cff,
          'CFF ',
          middle,
          Array.from({ length: 60 }, () => 0x09),
        ),
        'serif',
      ),
    ]);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['font/damaged']);
  });

  test.each<TestFont>(['hebrew', 'devanagari', 'thai', 'chinese', 'cff', 'cff-bold-italic'])(
    'and a good one is not: %s',
    (name) => {
      expect(faultOf(fontBytes(name))).toBe('none');
    },
  );
});

describe('a font with CFF outlines', async () => {
  const fonts = await openWith({ serif: 'cff' });
  const hb = await import('harfbuzzjs');
  const whole = new hb.Font(new hb.Face(new hb.Blob(fontBytes('cff'))));
  const glyphs = fonts.shape('serif', 'AaQ&@ßéÅgfi8%§', english).glyphs.map(({ id }) => id);
  const { bytes, newGlyphId } = fonts.subset('serif', glyphs);
  const cut = new hb.Font(new hb.Face(new hb.Blob(bytes)));

  test('is embedded with TrueType outlines of the same extents, to two units', () => {
    expect(glyphs.length).toBeGreaterThan(12);
    for (const glyph of glyphs) {
      const [was, is] = [whole.glyphExtents(glyph), cut.glyphExtents(newGlyphId(glyph))];
      expect(is?.width).toBeGreaterThan(10);
      for (const side of ['xBearing', 'yBearing', 'width', 'height'] as const)
        expect(Math.abs((is?.[side] ?? 0) - (was?.[side] ?? 0))).toBeLessThanOrEqual(2);
      expect(cut.glyphHAdvance(newGlyphId(glyph))).toBe(whole.glyphHAdvance(glyph));
    }
  });

  test('states limits that hold for its glyphs', () => {
    const [maxp, glyf] = [readSfnt(bytes).table('maxp'), readSfnt(bytes)];
    const contours = Array.from({ length: maxp.getUint16(4) }, (_, glyph) => {
      const start = glyfOffset(glyf, glyph);
      return start === glyfOffset(glyf, glyph + 1) ? 0 : glyf.table('glyf').getInt16(start);
    });
    expect(Math.max(...contours)).toBe(maxp.getUint16(8));
    expect(maxp.getUint16(6)).toBeGreaterThan(20);
  });

  test('can be combined with a mark', () => {
    const subset = fonts.subset(
      'serif',
      [],
      [{ components: [{ glyph: glyphs[0] ?? 0, dx: 100, dy: 0 }], advance: 600 }],
    );
    const combined = new hb.Font(new hb.Face(new hb.Blob(subset.bytes)));
    const extents = combined.glyphExtents(subset.firstCompositeId);
    expect(
      Math.abs((extents?.xBearing ?? 0) + (extents?.width ?? 0) - 100 - whole.glyphHAdvance(glyphs[0] ?? 0)),
    ).toBeLessThan(40);
  });
});

describe('the fallback of a character that a face lacks', () => {
  test('is a font under also, the one in the same cut first', async () => {
    const fonts = await openWith({ 'also-0': 'hebrew', 'also-1': 'hebrew-bold' });
    const alef = 0x5d0;
    expect(fonts.fallbackFor('serif', alef)).toBe('also-0');
    expect(fonts.fallbackFor('serif-bold', alef)).toBe('also-1');
    expect(fonts.fallbackFor('sans-bold', alef)).toBe('also-1');
    expect(fonts.fallbackFor('naskh', alef)).toBe('also-0');
    expect(fonts.fallbackFor('serif', 0x905)).toBeUndefined();
  });

  test('is Naskh for Arabic, and for other characters only beside a typeface of demarche', async () => {
    const [product, own] = [await openWith({}), await openWith({ serif: 'hebrew' })];
    const alif = 0x627;
    expect([product.fallbackFor('serif', alif), own.fallbackFor('serif', alif)]).toEqual(['naskh', 'naskh']);
    // Amiri has these letters too, but a typeface of the campaign is not mixed with it.
    const lettersOfNaskh = Array.from({ length: 0x200 }, (_, index) => 0x100 + index).filter(
      (codePoint) => own.covers('naskh', codePoint) && !own.covers('serif', codePoint),
    );
    expect(lettersOfNaskh.length).toBeGreaterThan(9);
    expect(lettersOfNaskh.filter((codePoint) => own.fallbackFor('serif', codePoint) !== undefined)).toEqual([]);
  });
});

describe('the fallback beside an Arabic typeface of the campaign', async () => {
  const fonts = await openWith({ naskh: 'arabic', 'also-0': 'hebrew' });
  const [alif, alef, latin] = [0x627, 0x5d0, 0x1dfd];

  test('is that typeface for Arabic script alone, whatever other characters it has', () => {
    const naskhOnly = Array.from({ length: 0xffff }, (_, codePoint) => codePoint).filter(
      (codePoint) =>
        fonts.covers('naskh', codePoint) &&
        !fonts.covers('serif', codePoint) &&
        !/\p{Script_Extensions=Arabic}/u.test(String.fromCodePoint(codePoint)),
    );
    expect(naskhOnly.length).toBeGreaterThan(0);
    expect(naskhOnly.filter((codePoint) => fonts.fallbackFor('serif', codePoint) !== undefined)).toEqual([]);
    expect(fonts.fallbackFor('serif', alif)).toBe('naskh');
  });

  test('of what it lacks is the typeface of the text, then a font under also', () => {
    expect(fonts.fallbackFor('naskh', latin)).toBe('serif');
    expect(fonts.fallbackFor('naskh', alef)).toBe('also-0');
  });
});

describe('the heights of a font of a campaign', () => {
  test('place lines as Noto Serif does, and endings of numbers by its own letters', async () => {
    const [own, product] = [await openWith({ serif: 'cff' }), await openWith({})];
    const { ascent, descent, capHeight, xHeight } = own.metrics('serif');
    const noto = product.metrics('serif');
    expect([ascent, descent]).toEqual([Math.round(noto.ascent), Math.round(noto.descent)]);
    // Source Sans 3 has lower letters than Noto Serif, of 714 and 536 thousandths.
    expect([Math.round(capHeight), Math.round(xHeight)]).toEqual([660, 486]);
  });
});

describe('a word in a font of a campaign', () => {
  test('keeps a cluster whole whose signs stand in another order than their characters', async () => {
    const fonts = await openWith({ 'also-0': 'devanagari' });
    const { glyphs } = fonts.shape('also-0', 'हिन्दी', english);
    expect(glyphs.map(({ text: glyphText }) => glyphText).join('')).toBe('हिन्दी');
    expect(glyphs[0]?.text).toBe('हि');
  });

  test('lacks a character for which the font names a glyph that it does not have', async () => {
    // A font whose table maxp states only the glyphs up to that of alef, which a checked font can have.
    const { fonts, alef } = await fewerGlyphs();
    expect(fonts.covers('also-0', 0x5ea)).toBe(true);
    expect(fonts.shape('also-0', 'ת', { ...english, direction: 'rtl' }).glyphs.map(({ id }) => id)).toEqual([0]);
    expect(fonts.shape('also-0', 'א', { ...english, direction: 'rtl' }).glyphs.map(({ id }) => id)).toEqual([alef]);
  });
});

/** Opens a Hebrew font that has no glyphs after that of alef, although its table cmap names them. */
async function fewerGlyphs(): Promise<{ readonly fonts: Fonts; readonly alef: number }> {
  const alef = (await openWith({ 'also-0': 'hebrew' })).shape('also-0', 'א', english).glyphs[0]?.id ?? 0;
  const count = alef + 1;
  const shortened = withBytes(withBytes(HEBREW, 'maxp', 4, [count >> 8, count & 0xff]), 'hhea', 34, [0, 1]);
  const outcome = await loadFonts(readResource, [fileOf(shortened)]);
  if (!outcome.ok) throw new Error('the font has a fault');
  return { fonts: await outcome.value.open(), alef };
}

describe('a font description', () => {
  test('has a PostScript name that a PDF can hold, whatever the file states', async () => {
    const fonts = await openWith({ 'also-0': 'hebrew', serif: 'cff' });
    expect([fonts.describe('also-0').postScriptName, fonts.describe('serif').postScriptName]).toEqual([
      'NotoSansHebrew-Regular',
      'SourceSans3-Regular',
    ]);
    const name = HEBREW.slice();
    const outcome = await loadFonts(readResource, [fileOf(withBytes(name, 'name', 2, [0, 0]))]);
    expect(outcome.ok && (await outcome.value.open()).describe('also-0').postScriptName).toBe('Font');
  });

  test('does not move lines: they are placed by the heights of Noto Serif', async () => {
    const fonts = await openWith({ serif: 'cff' });
    const product = await openWith({});
    expect([fonts.metrics('serif').ascent, fonts.metrics('serif').descent]).toEqual([
      product.metrics('serif').ascent,
      product.metrics('serif').descent,
    ]);
  });
});
