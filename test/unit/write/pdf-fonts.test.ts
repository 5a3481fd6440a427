import { expect, test } from 'vitest';
import { readSfnt } from '../../../src/fonts/sfnt.ts';
import { openCodeBook } from '../../../src/write/pdf-codes.ts';
import type { PdfDictionary, PdfObject, PdfObjects } from '../../../src/write/pdf-file.ts';
import { embedFont } from '../../../src/write/pdf-fonts.ts';
import { productFonts } from '../../support/product-fonts.ts';

const fonts = await productFonts();

interface Recorded extends PdfObject {
  readonly written: (string | Uint8Array)[];
}

/** A file that keeps its objects as they are. */
function recordingFile(): { readonly file: PdfObjects; readonly objects: Recorded[] } {
  const objects: Recorded[] = [];
  const ref = (data: PdfDictionary): PdfObject => {
    const written: Recorded['written'] = [];
    const object: Recorded = { data, written, write: (chunk) => written.push(chunk), end: () => undefined };
    objects.push(object);
    return object;
  };
  return { file: { ref }, objects };
}

test('each code leads to its own glyph of the embedded font, as wide as it says', () => {
  const book = openCodeBook(fonts);
  const codes = fonts
    .shape('serif', 'Wéi\u00A0ő', { language: 'en', figures: 'lining', direction: 'ltr' })
    .glyphs.map((glyph) => book.codeOf('serif', glyph));
  const { file, objects } = recordingFile();
  const [face] = book.faces();
  if (face === undefined) throw new Error('a face has been used');
  embedFont(face, file, fonts);

  const [bytes, map] = objects.flatMap(({ written }) => written).filter((chunk) => typeof chunk !== 'string');
  if (bytes === undefined || map === undefined) throw new Error('a font and a map are embedded');
  const advances = readSfnt(bytes).table('hmtx');
  const listed = readSfnt(bytes).table('hhea').getUint16(34);
  const glyphs = codes.map(({ code }) => (map[code * 2] ?? 0) * 256 + (map[code * 2 + 1] ?? 0));
  expect(glyphs.map((glyph) => advances.getUint16(Math.min(glyph, listed - 1) * 4))).toEqual(
    codes.map(({ advance }) => advance),
  );
  const widths = objects.flatMap(({ data }) => ('W' in data ? [data['W']] : []));
  expect(widths).toEqual([[1, codes.map(({ advance }) => advance)]]);
});
