import { bearingOf, buildComposite, buildHeightGlyph } from './composite-glyph.ts';
import type { CompositeGlyph, FontSubset } from './fonts.ts';
import { componentsOf, glyphDescription, withComponents } from './outlines.ts';
import type { Sfnt } from './sfnt.ts';

/** The tables of an embedded TrueType font whose glyphs are selected by ID, sorted by tag (ISO 32000-1, 9.9). */
const TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;

/**
 * Subsets a TrueType font (OpenType 1.9) to the requested glyphs, their components and `.notdef`; their new glyph IDs
 * are in the order of the old ones. Hinting is removed, and so are tables for text layout (cmap, GSUB, GPOS), which a
 * PDF does not need, as it selects and positions each glyph. Composite glyphs, in font units, are added at the end.
 */
export function subsetFont(
  font: Sfnt,
  requested: readonly number[],
  composites: readonly CompositeGlyph[] = [],
): FontSubset {
  const components = composites.flatMap((composite) => composite.components.map(({ glyph }) => glyph));
  const glyphs = withComponents(font, [...requested, ...components]);
  const newIds = new Map(glyphs.map((glyph, newId) => [glyph, newId]));
  const heightGlyph = glyphs.length;
  const added = composites.map((composite) => buildComposite(font, composite, newIds, heightGlyph));
  const outlines = [
    ...glyphs.map((glyph) => unhinted(font, glyph, newIds)),
    ...(added.length === 0 ? [] : [buildHeightGlyph(font), ...added]),
  ];
  const offsets = [0];
  for (const { length } of outlines) offsets.push((offsets.at(-1) ?? 0) + paddedLength(length));

  const tables: Readonly<Record<(typeof TABLES)[number], Uint8Array>> = {
    glyf: joinAt(outlines, offsets),
    head: changed(font, 'head', (head) => {
      head.setUint32(CHECKSUM_ADJUSTMENT, 0);
      head.setInt16(INDEX_TO_LOC_FORMAT, LONG_OFFSETS);
    }),
    hhea: changed(font, 'hhea', (hhea) => hhea.setUint16(NUMBER_OF_H_METRICS, outlines.length)),
    hmtx: concatenated([metricsOf(font, glyphs), compositeMetrics(added, composites)]),
    loca: uint32s(offsets),
    maxp: changed(font, 'maxp', (maxp) => {
      maxp.setUint16(NUM_GLYPHS, outlines.length);
      if (added.length > 0) raiseCompositeLimits(maxp, composites);
      maxp.setUint16(MAX_ZONES, 1);
      for (let offset = MAX_TWILIGHT_POINTS; offset < MAX_COMPONENT_ELEMENTS; offset += 2) maxp.setUint16(offset, 0);
    }),
  };
  return {
    bytes: buildFontFile(TABLES.map((tag) => [tag, tables[tag]])),
    newGlyphId: (glyph) => newIds.get(glyph) ?? NOTDEF,
    firstComposite: heightGlyph + 1,
  };
}

const NOTDEF = 0;

// Offsets of fields in the table head, in bytes.
const CHECKSUM_ADJUSTMENT = 8;
const INDEX_TO_LOC_FORMAT = 50;
/** The value of indexToLocFormat for 32-bit offsets. */
const LONG_OFFSETS = 1;
/** The offset of numberOfHMetrics in the table hhea. */
const NUMBER_OF_H_METRICS = 34;
// Offsets of fields in the table maxp. Fields between maxZones and maxComponentElements are limits for hinting.
const NUM_GLYPHS = 4;
const MAX_POINTS = 6;
const MAX_CONTOURS = 8;
const MAX_COMPOSITE_POINTS = 10;
const MAX_COMPOSITE_CONTOURS = 12;
const MAX_ZONES = 14;
const MAX_TWILIGHT_POINTS = 16;
const MAX_COMPONENT_ELEMENTS = 28;
const MAX_COMPONENT_DEPTH = 30;

/** The length of the header of a glyph description, in bytes. */
const GLYPH_HEADER = 10;
/** The component flag for hinting instructions. */
const WE_HAVE_INSTRUCTIONS = 0x0100;

/** Returns a glyph description without instructions, with the new glyph IDs of its components. */
function unhinted(font: Sfnt, glyph: number, newIds: ReadonlyMap<number, number>): Uint8Array {
  const outline = glyphDescription(font, glyph);
  if (outline.byteLength === 0) return new Uint8Array();
  const bytes = new Uint8Array(outline.buffer, outline.byteOffset, outline.byteLength);
  const contours = outline.getInt16(0);
  if (contours >= 0) {
    const instructionLength = GLYPH_HEADER + contours * 2;
    const afterInstructions = instructionLength + 2 + outline.getUint16(instructionLength);
    return concatenated([bytes.subarray(0, instructionLength), new Uint8Array(2), bytes.subarray(afterInstructions)]);
  }
  const components = componentsOf(outline);
  // The instructions of a composite glyph follow its last component.
  const kept = bytes.slice(0, components.at(-1)?.end);
  const view = new DataView(kept.buffer);
  for (const { start, glyph: component } of components) {
    view.setUint16(start, view.getUint16(start) & ~WE_HAVE_INSTRUCTIONS);
    view.setUint16(start + 2, newIds.get(component) ?? 0);
  }
  return kept;
}

/**
 * Builds the table hmtx: the advance width and left side bearing of each glyph. Glyphs from `numberOfHMetrics` on have
 * only a bearing in the font's table, and the last advance width.
 */
function metricsOf(font: Sfnt, glyphs: readonly number[]): Uint8Array {
  const metrics = font.table('hmtx');
  const longMetrics = font.table('hhea').getUint16(NUMBER_OF_H_METRICS);
  const view = new DataView(new ArrayBuffer(glyphs.length * 4));
  glyphs.forEach((glyph, newId) => {
    const bearing = glyph < longMetrics ? glyph * 4 + 2 : longMetrics * 4 + (glyph - longMetrics) * 2;
    view.setUint16(newId * 4, metrics.getUint16(Math.min(glyph, longMetrics - 1) * 4));
    view.setInt16(newId * 4 + 2, metrics.getInt16(bearing));
  });
  return new Uint8Array(view.buffer);
}

/** The advance widths and left side bearings of the glyph for the height and of the composite glyphs, if there are any. */
function compositeMetrics(descriptions: readonly Uint8Array[], composites: readonly CompositeGlyph[]): Uint8Array {
  if (descriptions.length === 0) return new Uint8Array();
  const view = new DataView(new ArrayBuffer((descriptions.length + 1) * 4));
  descriptions.forEach((description, index) => {
    view.setUint16((index + 1) * 4, composites[index]?.advance ?? 0);
    view.setInt16((index + 1) * 4 + 2, bearingOf(description));
  });
  return new Uint8Array(view.buffer);
}

/** Raises the limits in the table maxp so that they hold for composite glyphs: each adds the points of the height glyph. */
function raiseCompositeLimits(maxp: DataView, composites: readonly CompositeGlyph[]): void {
  const parts = Math.max(...composites.map(({ components }) => components.length));
  const [HEIGHT_POINTS, HEIGHT_CONTOURS] = [2, 2];
  const raise = (field: number, limit: number): void => maxp.setUint16(field, Math.max(maxp.getUint16(field), limit));
  const most = (simple: number, composite: number): number =>
    Math.max(maxp.getUint16(simple), maxp.getUint16(composite));
  raise(MAX_COMPOSITE_POINTS, parts * most(MAX_POINTS, MAX_COMPOSITE_POINTS) + HEIGHT_POINTS);
  raise(MAX_COMPOSITE_CONTOURS, parts * most(MAX_CONTOURS, MAX_COMPOSITE_CONTOURS) + HEIGHT_CONTOURS);
  raise(MAX_COMPONENT_ELEMENTS, parts + 1);
  maxp.setUint16(MAX_COMPONENT_DEPTH, maxp.getUint16(MAX_COMPONENT_DEPTH) + 1);
}

/** Returns a changed copy of a table. */
function changed(font: Sfnt, tag: string, change: (table: DataView) => void): Uint8Array {
  const table = font.table(tag);
  const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength).slice();
  change(new DataView(bytes.buffer));
  return bytes;
}

function uint32s(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, index) => view.setUint32(index * 4, number));
  return new Uint8Array(view.buffer);
}

/** Joins parts, each at its offset; the last offset is the total length. */
function joinAt(parts: readonly Uint8Array[], offsets: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  parts.forEach((part, index) => bytes.set(part, offsets[index]));
  return bytes;
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const offsets = [0];
  for (const { length } of parts) offsets.push((offsets.at(-1) ?? 0) + length);
  return joinAt(parts, offsets);
}

/** The length, padded to a multiple of 4 bytes. */
function paddedLength(length: number): number {
  return (length + 3) & ~3;
}

/** The length of the table directory before its records, in bytes. */
const DIRECTORY_HEADER = 12;
/** The length of a record of the table directory, in bytes. */
const TABLE_RECORD = 16;
/** The sfntVersion of fonts with TrueType outlines. */
const SFNT_VERSION = 0x00010000;
/** The constant from which checksumAdjustment (table head) is computed by subtracting the checksum of the file. */
const CHECKSUM_MAGIC = 0xb1b0afba;

/** Builds a font file: the table directory, then the tables. */
function buildFontFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const offsets = [DIRECTORY_HEADER + TABLE_RECORD * tables.length];
  for (const [, { length }] of tables) offsets.push((offsets.at(-1) ?? 0) + paddedLength(length));
  const file = joinAt([new Uint8Array(), ...tables.map(([, bytes]) => bytes)], [0, ...offsets]);
  const view = new DataView(file.buffer);
  // entrySelector is the binary logarithm of the number of tables, rounded down.
  const entrySelector = 31 - Math.clz32(tables.length);
  const searchRange = TABLE_RECORD << entrySelector;
  view.setUint32(0, SFNT_VERSION);
  [tables.length, searchRange, entrySelector, tables.length * TABLE_RECORD - searchRange].forEach((number, index) =>
    view.setUint16(4 + index * 2, number),
  );
  tables.forEach(([tag, { length }], index) => {
    const [record, start] = [DIRECTORY_HEADER + index * TABLE_RECORD, offsets[index] ?? 0];
    Array.from(tag).forEach((letter, position) => view.setUint8(record + position, letter.charCodeAt(0)));
    view.setUint32(record + 4, checksum(view, start, start + paddedLength(length)));
    view.setUint32(record + 8, start);
    view.setUint32(record + 12, length);
  });
  const head = offsets[tables.findIndex(([tag]) => tag === 'head')] ?? 0;
  view.setUint32(head + CHECKSUM_ADJUSTMENT, CHECKSUM_MAGIC - checksum(view, 0, file.length));
  return file;
}

/** The sum of a table's 32-bit words, modulo 2^32. */
function checksum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let offset = start; offset < end; offset += 4) sum = (sum + view.getUint32(offset)) | 0;
  return sum >>> 0;
}
