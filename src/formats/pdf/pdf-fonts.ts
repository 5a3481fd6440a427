import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfObject } from 'pdfkit';
import type { FaceDescription, Fonts } from '../../fonts/fonts.ts';
import { boundedCache } from '../../model/bounded-cache.ts';
import type { Face } from '../../model/page.ts';
import type { LetterFont } from './letter-fonts.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Embeds a font of a letter in its document, and returns the font dictionary. */
export type EmbedFont = (font: LetterFont, document: Pick<LetterDocument, 'add'>) => PdfObject;

/**
 * The capacity of a cache generation, in fonts: fonts of common glyphs, and fonts of the other glyphs of recent
 * letters.
 */
const CACHED_FONTS = 128;

/** A font that is ready for embedding. Streams are deflated. */
interface EmbeddableFont {
  /** The PostScript name with the subset tag. */
  readonly name: string;
  readonly descriptor: object;
  readonly fontFile: Uint8Array;
  /** The length of the font file before deflating, in bytes. */
  readonly fontFileLength: number;
  /** The array `W` of the CIDFont (ISO 32000-1, 9.7.4.3). */
  readonly widths: readonly unknown[];
  readonly cidToGid: Uint8Array;
  readonly toUnicode: Uint8Array;
}

/**
 * Creates the function that embeds fonts in all documents of a run. Fonts are composite fonts, with two-byte codes (ISO
 * 32000-1, 9.7). Letters that use the same codes, or the same groups of common glyphs (which almost every letter uses),
 * get the same font, which is subset once.
 */
export function createFontEmbedder(fonts: Fonts, codesOf: CodesOf): EmbedFont {
  const cache = boundedCache<EmbeddableFont>(CACHED_FONTS);

  function prepareFont({ face, name, groups, codes }: LetterFont): EmbeddableFont {
    if (groups.length === 0) return cache.getOrCompute(subsetKey(name, codes), () => buildFont(face, codes, fonts));
    return cache.getOrCompute(`${name} ${groups.join()}`, () => {
      const included = codesOf(face).common.filter(({ group }) => group !== undefined && groups.includes(group));
      const sorted = included.toSorted((a, b) => a.code - b.code);
      return buildFont(face, sorted, fonts);
    });
  }

  return (font, document) => addFont(prepareFont(font), document);
}

function subsetKey(name: string, codes: readonly GlyphCode[]): string {
  let key = name;
  for (const { code, glyph, text, composite } of codes) {
    key += ` ${code} ${glyph} ${text}${composite === undefined ? '' : JSON.stringify(composite)}`;
  }
  return key;
}

function buildFont(face: Face, codes: readonly GlyphCode[], fonts: Fonts): EmbeddableFont {
  const description = fonts.describe(face);
  const subset = fonts.subset(
    face,
    codes.flatMap(({ glyph, composite }) => (composite === undefined ? [glyph] : [])),
    codes.flatMap(({ composite }) => composite ?? []),
  );
  let compositeCount = 0;
  const glyphIds = codes.map(({ glyph, composite }) => {
    if (composite === undefined) return subset.newGlyphId(glyph);
    compositeCount += 1;
    return subset.firstCompositeId + compositeCount - 1;
  });
  const name = `${subsetTag(subset.bytes)}+${description.postScriptName}`;
  return {
    name,
    descriptor: descriptorOf(name, description),
    fontFile: deflateSync(subset.bytes),
    fontFileLength: subset.bytes.length,
    widths: widthsOf(codes),
    cidToGid: deflateSync(cidToGidMap(codes, glyphIds)),
    toUnicode: deflateSync(toUnicodeCMap(codes)),
  };
}

function addFont(font: EmbeddableFont, document: Pick<LetterDocument, 'add'>): PdfObject {
  const fontFile = document.add({ Length1: font.fontFileLength }, font.fontFile);
  const descendant = document.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: font.name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: document.add({ ...font.descriptor, FontFile2: fontFile }),
    W: font.widths,
    CIDToGIDMap: document.add({}, font.cidToGid),
  });
  return document.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: font.name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: document.add({}, font.toUnicode),
  });
}

/**
 * Returns the subset tag: six letters that distinguish subsets of a face (ISO 32000-1, 9.6.4). It is derived from a
 * hash of the font file, so that equal subsets have equal tags.
 */
function subsetTag(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/**
 * Returns the array `W`: for each sequence of consecutive codes, the first code and the advance widths (ISO 32000-1,
 * 9.7.4.3).
 */
function widthsOf(codes: readonly GlyphCode[]): readonly unknown[] {
  const widths: (number | number[])[] = [];
  let consecutiveWidths: number[] = [];
  let expectedCode = -1;
  for (const { code, advance } of codes) {
    if (code !== expectedCode) {
      consecutiveWidths = [];
      widths.push(code, consecutiveWidths);
    }
    consecutiveWidths.push(advance);
    expectedCode = code + 1;
  }
  return widths;
}

/**
 * Returns the `CIDToGIDMap`: two bytes with the glyph ID in the subset for every CID (which is the code) up to the
 * last.
 */
function cidToGidMap(codes: readonly GlyphCode[], glyphIds: readonly number[]): Uint8Array {
  const lastCode = codes.at(-1)?.code ?? 0;
  const map = new DataView(new ArrayBuffer((lastCode + 1) * 2));
  codes.forEach(({ code }, index) => map.setUint16(code * 2, glyphIds[index] ?? 0));
  return new Uint8Array(map.buffer);
}

/** The maximum number of entries between `beginbfchar` and `endbfchar` (Adobe Technical Note 5014). */
const MAX_BFCHAR_ENTRIES = 100;

/** Returns the ToUnicode CMap, which maps codes to text (ISO 32000-1, 9.10.3). */
export function toUnicodeCMap(codes: readonly Pick<GlyphCode, 'code' | 'text'>[]): string {
  const blocks: string[] = [];
  for (let first = 0; first < codes.length; first += MAX_BFCHAR_ENTRIES) {
    const entries = codes
      .slice(first, first + MAX_BFCHAR_ENTRIES)
      .map(({ code, text }) => `<${toHex(code)}> <${toUtf16Hex(text)}>`);
    blocks.push(`${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Formats a code or a UTF-16 code unit as four hexadecimal digits. */
function toHex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** Formats a text in UTF-16BE, as four hexadecimal digits for each code unit. */
function toUtf16Hex(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) digits += toHex(text.charCodeAt(index));
  return digits;
}

// Flags of a font descriptor (ISO 32000-1, 9.8.2).
const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** Returns the font descriptor (ISO 32000-1, 9.8) without the reference to the font file. */
function descriptorOf(name: string, face: FaceDescription): object {
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC | (face.isSerif ? SERIF : 0) | (face.isItalic ? ITALIC : 0),
    FontBBox: face.box,
    ItalicAngle: face.italicAngle,
    Ascent: face.ascent,
    Descent: face.descent,
    CapHeight: face.capHeight,
    XHeight: face.xHeight,
    // TrueType has no stem width. This estimate from the weight matters only if a PDF reader substitutes the font.
    StemV: Math.round(face.weight / 5),
  };
}
