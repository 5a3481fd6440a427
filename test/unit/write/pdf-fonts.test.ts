import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSfnt } from '../../../src/fonts/sfnt.ts';
import { openLettersFonts } from '../../../src/write/letter-fonts.ts';
import { openCodes } from '../../../src/write/pdf-codes.ts';
import { openEmbedding } from '../../../src/write/pdf-fonts.ts';
import type { PdfObjects } from '../../../src/write/pdf-objects.ts';
import { productFonts } from '../../support/product-fonts.ts';

const SHAPING = { language: 'en', figures: 'lining', direction: 'ltr' } as const;
const fonts = await productFonts();
const codesOf = openCodes(fonts);
const embed = openEmbedding(fonts, codesOf);

interface Recorded {
  readonly bodies: string[];
  readonly streams: Uint8Array[];
}

/** A file that keeps its objects as they are. */
function recordingFile(): { readonly file: PdfObjects; readonly recorded: Recorded } {
  const recorded: Recorded = { bodies: [], streams: [] };
  const unused = (): never => {
    throw new Error('not asked for');
  };
  const file: PdfObjects = {
    reserve: unused,
    put: unused,
    putContainer: unused,
    add: (body) => recorded.bodies.push(body),
    addStream: (_entries, content) => {
      if (!(content instanceof Uint8Array)) throw new Error('not asked for');
      return recorded.streams.push(inflateSync(content));
    },
  };
  return { file, recorded };
}

/** The fonts of a letter that holds one word. */
function fontsOf(word: string): ReturnType<ReturnType<ReturnType<typeof openLettersFonts>>['list']> {
  const letter = openLettersFonts(fonts)();
  for (const glyph of fonts.shape('serif', word, SHAPING).glyphs) letter.use(codesOf('serif')(glyph));
  return letter.list();
}

test('each code leads to its own glyph of the embedded font, as wide as it says', () => {
  const used = fontsOf('Wéi\u00A0ő');
  expect(used.map(({ name }) => name)).toEqual(['serif', 'serif.common']);
  for (const font of used) {
    const { file, recorded } = recordingFile();
    embed(font, file);
    const [bytes, map] = recorded.streams;
    if (bytes === undefined || map === undefined) throw new Error('a font and a map are embedded');
    const advances = readSfnt(bytes).table('hmtx');
    const listed = readSfnt(bytes).table('hhea').getUint16(34);
    const glyphs = font.codes.map(({ code }) => (map[code * 2] ?? 0) * 256 + (map[code * 2 + 1] ?? 0));
    expect(glyphs.every((glyph) => glyph > 0)).toBe(true);
    expect(glyphs.map((glyph) => advances.getUint16(Math.min(glyph, listed - 1) * 4))).toEqual(
      font.codes.map(({ advance }) => advance),
    );
    const widths = recorded.bodies.join('');
    for (const { code, advance } of font.codes) expect(widthOf(widths, code)).toBe(advance);
  }
});

test('letters with other words share the font of the common glyphs, and it holds whole groups', () => {
  const [one, other] = ['Aé', 'Zß'].map((word) => {
    const { file, recorded } = recordingFile();
    for (const font of fontsOf(word)) if (font.name === 'serif.common') embed(font, file);
    return recorded;
  });
  expect(one?.streams).toHaveLength(3);
  expect(one).toEqual(other);
});

/** The width of a code in lists such as `W[5[500 510]9[400]]`. */
function widthOf(bodies: string, code: number): number | undefined {
  const lists = /\/W\[(.*?\])\]/.exec(bodies)?.[1] ?? '';
  for (const [, first, widths] of lists.matchAll(/(\d+)\[([^\]]*)\]/g)) {
    const width = widths?.split(' ')[code - Number(first)];
    if (code >= Number(first) && width !== undefined) return Number(width);
  }
  return undefined;
}
