import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfObject } from 'pdfkit';
import type { FaceDescription, Fonts } from '../../fonts/fonts.ts';
import { boundedCache } from '../../model/bounded-cache.ts';
import type { Face } from '../../model/page.ts';
import type { LetterFont } from './letter-fonts.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Embeds a font in a document, and returns its font dictionary. */
export type EmbedFont = (font: LetterFont, document: Pick<LetterDocument, 'add'>) => PdfObject;

/** The capacity of a cache generation, for fonts of common glyphs and of the sets of other glyphs of recent letters. */
const CACHED_FONTS = 128;

/** A font that is ready for embedding; streams are deflated. */
interface EmbeddableFont {
  /** The PostScript name with the subset tag. */
  readonly name: string;
  readonly descriptor: object;
  readonly fontFile: Uint8Array;
  /** The length before deflating, in bytes. */
  readonly fontFileLength: number;
  /** The array `W` of the CIDFont (ISO 32000-1, 9.7.4.3). */
  readonly widths: readonly unknown[];
  readonly cidToGid: Uint8Array;
  readonly toUnicode: Uint8Array;
}

/**
 * Opens the embedding of fonts for a run. Fonts are composite, with two-byte codes (ISO 32000-1, 9.7). Letters that use
 * the same glyphs get the same font, which is subset once.
 */
export function openEmbedding(fonts: Fonts, codesOf: CodesOf): EmbedFont {
  const cache = boundedCache<EmbeddableFont>(CACHED_FONTS);

  function embeddable({ face, name, groups, codes }: LetterFont): EmbeddableFont {
    if (groups.length === 0) return cache.getOrCompute(subsetKey(name, codes), () => buildFont(face, codes, fonts));
    return cache.getOrCompute(`${name} ${groups.join()}`, () => {
      const included = codesOf(face).common.filter(({ group }) => group !== undefined && groups.includes(group));
      const sorted = included.toSorted((a, b) => a.code - b.code);
      return buildFont(face, sorted, fonts);
    });
  }

  return (font, document) => embed(embeddable(font), document);
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
  let composites = 0;
  const glyphIds = codes.map(({ glyph, composite }) => {
    if (composite === undefined) return subset.newGlyphId(glyph);
    composites += 1;
    return subset.firstComposite + composites - 1;
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

function embed(font: EmbeddableFont, document: Pick<LetterDocument, 'add'>): PdfObject {
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
 * The subset tag: six letters that distinguish subsets of a face (ISO 32000-1, 9.6.4). It is a hash of the font file,
 * so that equal subsets have equal tags.
 */
function subsetTag(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** The array `W`: for each run of consecutive codes, the first code and the advance widths (ISO 32000-1, 9.7.4.3). */
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

/** The `CIDToGIDMap`: for every CID (which is the code) up to the last, the glyph ID in the subset, in two bytes. */
function cidToGidMap(codes: readonly GlyphCode[], glyphIds: readonly number[]): Uint8Array {
  const last = codes.at(-1)?.code ?? 0;
  const map = new DataView(new ArrayBuffer((last + 1) * 2));
  codes.forEach(({ code }, index) => map.setUint16(code * 2, glyphIds[index] ?? 0));
  return new Uint8Array(map.buffer);
}

/** The maximal number of entries of a bfchar operator (Adobe Technical Note 5014). */
const MAX_ENTRIES = 100;

/** Returns the ToUnicode CMap, which maps codes to text (ISO 32000-1, 9.10.3). */
export function toUnicodeCMap(codes: readonly Pick<GlyphCode, 'code' | 'text'>[]): string {
  const blocks: string[] = [];
  for (let first = 0; first < codes.length; first += MAX_ENTRIES) {
    const entries = codes.slice(first, first + MAX_ENTRIES).map(({ code, text }) => `<${hex(code)}> <${utf16(text)}>`);
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

/** A text in UTF-16BE, as four hexadecimal digits per code unit. */
function utf16(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) digits += hex(text.charCodeAt(index));
  return digits;
}

// Flags of a font descriptor (ISO 32000-1, 9.8.2).
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
    // TrueType has no stem width. This estimate from the weight matters only if a reader substitutes the font.
    StemV: Math.round(face.weight / 5),
  };
}
