import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { FontFile } from '../model/font-settings.ts';
import { type Message, say } from '../model/message.ts';
import { cffProblem, glyfProblem } from './check-outlines.ts';
import { damagedFault } from './damaged-font.ts';
import { embeddingRefusal } from './embedding-permission.ts';
import { DIRECTORY_HEADER, TABLE_RECORD, checksumOf, readSfnt, readTableRecords, type Sfnt } from './sfnt.ts';

/** The formats of files that are refused, by the characters with which they begin. */
const REFUSED_FORMATS: Readonly<Record<string, readonly [name: string, hint: string]>> = {
  ttcf: ['a collection of fonts', 'name a file with one font, which the collection can be divided into'],
  wOFF: ['a font in the format WOFF', 'name the file that it was made from, which ends in .ttf or .otf'],
  wOF2: ['a font in the format WOFF2', 'name the file that it was made from, which ends in .ttf or .otf'],
  typ1: ['a Type 1 font', 'name a TrueType or OpenType font'],
  '%!PS': ['a Type 1 font', 'name a TrueType or OpenType font'],
  '\u0080\u0001': ['a Type 1 font', 'name a TrueType or OpenType font'],
};

/** The first four bytes of a file with TrueType outlines, and of one with CFF outlines. */
const TRUE_TYPE_SIGNATURES: ReadonlySet<string> = new Set(['\0\u0001\0\0', 'true']);
const CFF_SIGNATURE = 'OTTO';

/** The tables that every font must have (OpenType 1.9), besides those of its outlines. */
const REQUIRED_TABLES = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

/** The tables with colours or pictures of glyphs. */
const COLOUR_TABLES = ['CBDT', 'COLR', 'SVG ', 'sbix'];

/** The greatest number of tables that a font may have. Fonts have twenty to thirty. */
const MAX_TABLES = 100;

/**
 * Checks a font file of a campaign whole: its format, the length and the checksum of each table, its outlines, and
 * whether it may be embedded. Returns a fault that names the file; undefined if letters can be set in it.
 */
export function fontFault(font: FontFile): Diagnostic | undefined {
  const { bytes } = font;
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  const refused = Object.entries(REFUSED_FORMATS).find(([start]) => signature.startsWith(start))?.[1];
  if (refused !== undefined) return unsupportedFault(font, say`it is ${[refused[0]]}`, say`${[refused[1]]}`);
  if (!TRUE_TYPE_SIGNATURES.has(signature) && signature !== CFF_SIGNATURE)
    return unsupportedFault(font, say`it is no font`, say`name a TrueType or OpenType font`);
  try {
    const damage = directoryDamage(bytes);
    if (damage !== undefined) return damagedFault(font, damage);
    const sfnt = readSfnt(bytes);
    return unsupportedKindFault(font, sfnt) ?? contentFault(font, sfnt);
  } catch (error) {
    // A view of a table throws this error where the table ends before its content does.
    if (error instanceof RangeError) return damagedFault(font, say`a table ends before its content does`);
    throw error;
  }
}

/** Returns what is wrong with the table directory, or with a table that has another checksum than it states. */
function directoryDamage(bytes: Uint8Array): Message | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tableCount = view.getUint16(4);
  if (tableCount === 0 || tableCount > MAX_TABLES) return say`it states that it has ${tableCount} tables`;
  if (DIRECTORY_HEADER + tableCount * TABLE_RECORD > bytes.length) return say`it ends in its table directory`;
  const tags = new Set<string>();
  for (const { tag, checksum, offset, length } of readTableRecords(bytes)) {
    if (tags.has(tag)) return say`it has two tables ${tag}`;
    tags.add(tag);
    if (offset + length > bytes.length) return say`its table ${tag} ends after the file does`;
    // The checksum of the table head is that without its field checksumAdjustment.
    const adjustment = tag === 'head' && length >= 12 ? view.getUint32(offset + 8) : 0;
    const actual = (checksumOf(view, offset, offset + length) - adjustment) >>> 0;
    if (actual !== checksum) return say`its table ${tag} is not the one whose checksum it states`;
  }
  return undefined;
}

/** Returns a fault for a kind of font that is not supported. */
function unsupportedKindFault(font: FontFile, { hasTable, table }: Sfnt): Diagnostic | undefined {
  if (hasTable('fvar') || hasTable('CFF2')) {
    const hint = say`name the file of one cut, a static font; families of variable fonts mostly have those too`;
    return unsupportedFault(font, say`it is a variable font`, hint);
  }
  if (COLOUR_TABLES.some(hasTable))
    return unsupportedFault(font, say`it is a font with colours`, say`name one of a single colour`);
  if (!(hasTable('glyf') && hasTable('loca')) && !hasTable('CFF ')) {
    const isBitmap = hasTable('EBDT') || hasTable('bdat');
    const what = isBitmap ? say`it has bitmaps and no outlines` : say`it has no outlines`;
    return unsupportedFault(font, what, say`name a font with TrueType or OpenType outlines`);
  }
  const missing = REQUIRED_TABLES.find((tag) => !hasTable(tag));
  if (missing !== undefined) return damagedFault(font, say`it has no table ${missing}`);
  const kinds = cmapKinds(table('cmap'));
  if (kinds.includes('unicode')) return undefined;
  const what = kinds.includes('symbol')
    ? say`it is a symbol font, whose glyphs stand for no characters of Unicode`
    : say`its glyphs stand for no characters of Unicode`;
  return unsupportedFault(font, what, say`name a font of letters`);
}

/** Returns the kinds of the encodings in a table cmap. */
function cmapKinds(cmap: DataView): readonly ('unicode' | 'symbol' | 'other')[] {
  return Array.from({ length: cmap.getUint16(2) }, (_, index) => {
    const [platform, encoding] = [cmap.getUint16(4 + index * 8), cmap.getUint16(6 + index * 8)];
    const [UNICODE, WINDOWS, SYMBOL, BMP, FULL] = [0, 3, 0, 1, 10];
    if (platform === UNICODE || (platform === WINDOWS && (encoding === BMP || encoding === FULL))) return 'unicode';
    return platform === WINDOWS && encoding === SYMBOL ? 'symbol' : 'other';
  });
}

/** Returns a fault for what the tables of a font say. */
function contentFault(font: FontFile, sfnt: Sfnt): Diagnostic | undefined {
  const refusal = embeddingRefusal(sfnt);
  if (refusal !== undefined) {
    const message = say`${font.file}: the font may not be put into letters: ${refusal}`;
    const hint = say`name another font, or ask its owner for a file with the permission to embed it`;
    return fault('font/not-embeddable', font.span, message, { hint });
  }
  const problem = measuresProblem(sfnt) ?? outlinesProblem(sfnt);
  return problem === undefined ? undefined : damagedFault(font, [problem]);
}

/** The magic number of the table head. */
const HEAD_MAGIC = 0x5f0f_3cf5;

/** Returns what is wrong with the tables of measures, in words. The numbers are the offsets of fields in bytes. */
function measuresProblem({ table }: Sfnt): string | undefined {
  const [head, hhea, maxp] = [table('head'), table('hhea'), table('maxp')];
  if (head.byteLength < 54 || head.getUint32(12) !== HEAD_MAGIC) return 'its table head is not one';
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16_384) return `an em of it has ${unitsPerEm} units`;
  const longFormat = head.getInt16(50);
  if (longFormat !== 0 && longFormat !== 1) return 'its table head names no format of the table loca';
  const glyphCount = maxp.getUint16(4);
  const metricCount = hhea.getUint16(34);
  if (glyphCount === 0 || metricCount === 0 || metricCount > glyphCount) return 'it has no widths for its glyphs';
  const hmtxLength = metricCount * 4 + (glyphCount - metricCount) * 2;
  if (table('hmtx').byteLength < hmtxLength) return 'it lacks the widths of some glyphs';
  if (table('post').byteLength < 32 || table('OS/2').byteLength < 68) return 'its tables post and OS/2 are not whole';
  return undefined;
}

function outlinesProblem(sfnt: Sfnt): string | undefined {
  const glyphCount = sfnt.table('maxp').getUint16(4);
  if (!sfnt.hasTable('glyf')) return cffProblem(sfnt, glyphCount);
  if (sfnt.table('maxp').byteLength < 32) return 'its table maxp is not whole';
  return glyfProblem(sfnt, glyphCount);
}

function unsupportedFault({ file, span }: FontFile, what: Message, hint: Message): Diagnostic {
  return fault('font/unsupported', span, say`${file}: letters cannot be set in this file: ${what}`, { hint });
}
