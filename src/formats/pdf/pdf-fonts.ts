import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfObject } from 'pdfkit';
import type { FaceDescription, Fonts } from '../../fonts/fonts.ts';
import { boundedCache } from '../../model/bounded-cache.ts';
import type { Face } from '../../model/page.ts';
import type { LetterFont } from './letter-fonts.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Embeds a font in a document, and gives its font dictionary. */
export type EmbedFont = (font: LetterFont, document: Pick<LetterDocument, 'add'>) => PdfObject;

/** Fonts kept per generation: those of the common glyphs, and of the sets of other glyphs that letters had lately. */
const REMEMBERED_FONTS = 128;

/** All that a file holds of a font, ready to be embedded. */
interface SubsetFont {
  readonly name: string;
  readonly descriptor: object;
  readonly fontFile: Uint8Array;
  readonly fontFileLength: number;
  readonly widths: readonly unknown[];
  readonly glyphNumbers: Uint8Array;
  readonly toUnicode: Uint8Array;
}

/**
 * Opens the embedding of a run: fonts are composite, with codes of two bytes (ISO 32000-1, 9.7). Letters with the same
 * glyphs get the same font, cut once.
 */
export function openEmbedding(fonts: Fonts, codesOf: CodesOf): EmbedFont {
  const cuts = boundedCache<SubsetFont>(REMEMBERED_FONTS);

  function cutOf({ face, name, groups, codes }: LetterFont): SubsetFont {
    if (groups.length === 0) return cuts.recall(subsetKey(name, codes), () => buildSubset(face, codes, fonts));
    return cuts.recall(`${name} ${groups.join()}`, () => {
      const held = codesOf(face).common.filter(({ group }) => group !== undefined && groups.includes(group));
      const sorted = held.toSorted((a, b) => a.code - b.code);
      return buildSubset(face, sorted, fonts);
    });
  }

  return (font, document) => embed(cutOf(font), document);
}

function subsetKey(name: string, codes: readonly GlyphCode[]): string {
  let key = name;
  for (const { code, glyph, text } of codes) key += ` ${code} ${glyph} ${text}`;
  return key;
}

function buildSubset(face: Face, codes: readonly GlyphCode[], fonts: Fonts): SubsetFont {
  const description = fonts.describe(face);
  const subset = fonts.subset(
    face,
    codes.map(({ glyph }) => glyph),
  );
  const name = `${subsetTag(subset.bytes)}+${description.postScriptName}`;
  return {
    name,
    descriptor: descriptorOf(name, description),
    fontFile: deflateSync(subset.bytes),
    fontFileLength: subset.bytes.length,
    widths: widthsOf(codes),
    glyphNumbers: deflateSync(glyphNumbersOf(codes, subset.numberOf)),
    toUnicode: deflateSync(toUnicodeMap(codes)),
  };
}

function embed(font: SubsetFont, document: Pick<LetterDocument, 'add'>): PdfObject {
  const fontFile = document.add({ Length1: font.fontFileLength }, font.fontFile);
  const descendant = document.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: font.name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: document.add({ ...font.descriptor, FontFile2: fontFile }),
    W: font.widths,
    CIDToGIDMap: document.add({}, font.glyphNumbers),
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

/** Six letters that tell two subsets of a face apart: made from what is in them, so that equal subsets agree. */
function subsetTag(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** Runs of neighbouring codes, each with its advances (ISO 32000-1, 9.7.4.3). */
function widthsOf(codes: readonly GlyphCode[]): readonly unknown[] {
  const widths: (number | number[])[] = [];
  let run: number[] = [];
  let next = -1;
  for (const { code, advance } of codes) {
    if (code !== next) {
      run = [];
      widths.push(code, run);
    }
    run.push(advance);
    next = code + 1;
  }
  return widths;
}

/** For every code up to the last one its glyph's number in the subset, in two bytes. */
function glyphNumbersOf(codes: readonly GlyphCode[], numberOf: (glyph: number) => number): Uint8Array {
  const last = codes.at(-1)?.code ?? 0;
  const map = new DataView(new ArrayBuffer((last + 1) * 2));
  for (const { code, glyph } of codes) map.setUint16(code * 2, numberOf(glyph));
  return new Uint8Array(map.buffer);
}

/** Entries that one operator may have. */
const MOST_ENTRIES = 100;

/** The map that says which characters each code stands for (ISO 32000-1, 9.10.3). */
export function toUnicodeMap(codes: readonly Pick<GlyphCode, 'code' | 'text'>[]): string {
  const blocks: string[] = [];
  for (let first = 0; first < codes.length; first += MOST_ENTRIES) {
    const entries = codes.slice(first, first + MOST_ENTRIES).map(({ code, text }) => `<${hex(code)}> <${utf16(text)}>`);
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

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** The code units of a text (UTF-16BE), four hexadecimal digits each. */
function utf16(text: string): string {
  let digits = '';
  for (let place = 0; place < text.length; place += 1) digits += hex(text.charCodeAt(place));
  return digits;
}

const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** The font descriptor (ISO 32000-1, 9.8), without the font file. */
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
    // TrueType does not say how thick stems are; it goes with the weight, and only substitutes are made from it.
    StemV: Math.round(face.weight / 5),
  };
}
