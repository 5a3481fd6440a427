import { inflateSync } from 'node:zlib';
import type { PdfObject } from 'pdfkit';
import { expect, test } from 'vitest';
import { readSfnt } from '../../../src/fonts/sfnt.ts';
import { createLetterFonts, type LetterFont } from '../../../src/formats/pdf/letter-fonts.ts';
import { createGlyphCodes } from '../../../src/formats/pdf/pdf-codes.ts';
import { createFontEmbedder, toUnicodeCMap } from '../../../src/formats/pdf/pdf-fonts.ts';
import { productFonts } from '../../support/product-fonts.ts';

const SHAPING = { language: 'en', figures: 'lining', direction: 'ltr' } as const;
const fonts = await productFonts();
const codesOf = createGlyphCodes(fonts);
const embed = createFontEmbedder(fonts, codesOf);

/** The objects of a document, in the order in which they ended. */
interface Recorded {
  readonly dictionaries: Record<string, unknown>[];
  readonly streams: Uint8Array[];
}

/** A document that keeps its objects as they are. */
function recordingDocument(): { readonly document: Parameters<typeof embed>[1]; readonly recorded: Recorded } {
  const recorded: Recorded = { dictionaries: [], streams: [] };
  const add = (data: object, deflated?: Uint8Array): PdfObject => {
    recorded.dictionaries.push({ ...data });
    if (deflated !== undefined) recorded.streams.push(inflateSync(deflated));
    return { data: { ...data }, write: refused, end: refused };
  };
  return { document: { add }, recorded };
}

function refused(): never {
  throw new Error('not asked for');
}

/** The fonts of a letter that holds one word. */
function fontsOf(word: string): readonly LetterFont[] {
  const letter = createLetterFonts(fonts);
  for (const glyph of fonts.shape('serif', word, SHAPING).glyphs) letter.use(codesOf('serif').codeOf(glyph));
  return letter.list();
}

test('each code leads to its own glyph of the embedded font, as wide as it says', () => {
  const used = fontsOf('Wéi\u00A0ő');
  expect(used.map(({ name }) => name)).toEqual(['serif', 'serif.common']);
  for (const font of used) {
    const { document, recorded } = recordingDocument();
    embed(font, document);
    const [bytes, map] = recorded.streams;
    if (bytes === undefined || map === undefined) throw new Error('a font and a map are embedded');
    const advances = readSfnt(bytes).table('hmtx');
    const listed = readSfnt(bytes).table('hhea').getUint16(34);
    const glyphs = font.codes.map(({ code }) => (map[code * 2] ?? 0) * 256 + (map[code * 2 + 1] ?? 0));
    expect(glyphs.every((glyph) => glyph > 0)).toBe(true);
    expect(glyphs.map((glyph) => advances.getUint16(Math.min(glyph, listed - 1) * 4))).toEqual(
      font.codes.map(({ advance }) => advance),
    );
    const widths = recorded.dictionaries.flatMap(({ W }) => (Array.isArray(W) ? W : []));
    for (const { code, advance } of font.codes) expect(widthOf(widths, code)).toBe(advance);
  }
});

test('letters with other words share the font of the common glyphs, and it holds whole groups', () => {
  const [one, other] = ['Aé', 'Zß'].map((word) => {
    const { document, recorded } = recordingDocument();
    for (const font of fontsOf(word)) if (font.name === 'serif.common') embed(font, document);
    return recorded;
  });
  expect(one?.streams).toHaveLength(3);
  expect(one).toEqual(other);
});

/** The width of a code in lists such as `[5 [500 510] 9 [400]]`. */
function widthOf(lists: readonly unknown[], code: number): number | undefined {
  for (const [index, widths] of lists.entries()) {
    const first = Number(lists[index - 1]);
    if (Array.isArray(widths) && code >= first && code < first + widths.length) return widths[code - first];
  }
  return undefined;
}

const codes = (texts: readonly string[]): Parameters<typeof toUnicodeCMap>[0] =>
  texts.map((text, index) => {
    return { code: index + 1, text };
  });

test('a code leads to all characters that it stands for', () => {
  expect(toUnicodeCMap(codes(['a', 'ffi', '\u{1F600}']))).toContain(
    '3 beginbfchar\n<0001> <0061>\n<0002> <006600660069>\n<0003> <d83dde00>\nendbfchar',
  );
});

test('no more than a hundred codes go together', () => {
  const map = toUnicodeCMap(codes(Array.from({ length: 250 }, () => 'x')));
  expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '50 beginbfchar']);
});
