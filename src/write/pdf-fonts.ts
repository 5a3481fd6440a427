import { createHash } from 'node:crypto';
import type { FaceDescription, Fonts } from '../fonts/fonts.ts';
import type { CodedFace } from './pdf-codes.ts';
import { pdfText, type PdfDictionary, type PdfObject, type PdfObjects } from './pdf-file.ts';
import { toUnicodeMap } from './pdf-to-unicode.ts';

/** Embeds the glyphs of a face that a letter uses, as a composite font with codes of two bytes (ISO 32000-1, 9.7). */
export function embedFont({ face, codes }: CodedFace, file: PdfObjects, fonts: Fonts): PdfObject {
  const description = fonts.describe(face);
  const subset = fonts.subset(
    face,
    codes.map(({ glyph }) => glyph),
  );
  const name = `${subsetTag(subset.bytes)}+${description.postScriptName}`;
  const numbers = codes.map(({ glyph }) => subset.numberOf(glyph));

  const descendant: PdfDictionary = {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
    FontDescriptor: ended(
      file.ref(descriptor(name, description, stream(file, subset.bytes, { Length1: subset.bytes.length }))),
    ),
    W: [1, codes.map(({ advance }) => advance)],
    CIDToGIDMap: stream(file, bigEndian([0, ...numbers]), {}),
  };
  return ended(
    file.ref({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [ended(file.ref(descendant))],
      ToUnicode: stream(file, toUnicodeMap(codes), {}),
    }),
  );
}

/** Six letters that tell two subsets of a face apart: made from what is in them, so that equal subsets agree. */
function subsetTag(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

function descriptor(name: string, face: FaceDescription, file: PdfObject): PdfDictionary {
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC | (face.isSerif ? SERIF : 0) | (face.isItalic ? ITALIC : 0),
    FontBBox: [...face.box],
    ItalicAngle: face.italicAngle,
    Ascent: face.ascent,
    Descent: face.descent,
    CapHeight: face.capHeight,
    XHeight: face.xHeight,
    // TrueType does not say how thick stems are; it goes with the weight, and only substitutes are made from it.
    StemV: Math.round(face.weight / 5),
    FontFile2: file,
  };
}

function bigEndian(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 0xff]));
}

function stream(file: PdfObjects, bytes: string | Uint8Array, data: PdfDictionary): PdfObject {
  const object = file.ref(data);
  object.write(bytes);
  return ended(object);
}

function ended(object: PdfObject): PdfObject {
  object.end();
  return object;
}
