import { buildCompositeGlyph, buildHeightGlyph, leftSideBearing } from './composite-glyph.ts';
import type { CompositeGlyph, FontSubset } from './fonts.ts';
import { NUMBER_OF_H_METRICS, type OutlineFont, componentsOf, includeComponents } from './outlines.ts';
import { DIRECTORY_HEADER, TABLE_RECORD, checksumOf } from './sfnt.ts';

/** The tables that an embedded TrueType font needs if glyphs are selected by ID (ISO 32000-1, 9.9), sorted by tag. */
const TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;

/**
 * Subsets a TrueType font (OpenType 1.9) to the requested glyphs, their components and `.notdef`. The new glyph IDs are
 * in the order of the old ones. Hinting is removed, and so are the tables for text layout (cmap, GSUB, GPOS), because a
 * PDF selects and positions each glyph itself. Composite glyphs, whose measures are in font units, are added at the
 * end, after the height glyph (`buildHeightGlyph`) that all of them contain.
 */
export function subsetFont(
  font: OutlineFont,
  requested: readonly number[],
  composites: readonly CompositeGlyph[] = [],
): FontSubset {
  const components = composites.flatMap((composite) => composite.components.map(({ glyph }) => glyph));
  const glyphs = includeComponents(font, [...requested, ...components]);
  const newIds = new Map(glyphs.map((glyph, newId) => [glyph, newId]));
  const heightGlyph = glyphs.length;
  const compositeDescriptions = composites.map((composite) =>
    buildCompositeGlyph(font, composite, newIds, heightGlyph),
  );
  const glyphDescriptions = [
    ...glyphs.map((glyph) => removeHinting(font, glyph, newIds)),
    ...(compositeDescriptions.length === 0 ? [] : [buildHeightGlyph(font), ...compositeDescriptions]),
  ];
  const offsets = [0];
  for (const { length } of glyphDescriptions) offsets.push((offsets.at(-1) ?? 0) + paddedLength(length));

  const tables: Readonly<Record<(typeof TABLES)[number], Uint8Array>> = {
    glyf: joinAt(glyphDescriptions, offsets),
    head: modifyTable(font, 'head', (head) => {
      head.setUint32(CHECKSUM_ADJUSTMENT, 0);
      head.setInt16(INDEX_TO_LOC_FORMAT, LONG_OFFSETS);
    }),
    hhea: modifyTable(font, 'hhea', (hhea) => hhea.setUint16(NUMBER_OF_H_METRICS, glyphDescriptions.length)),
    hmtx: concatenate([horizontalMetrics(font, glyphs), compositeMetrics(compositeDescriptions, composites)]),
    loca: encodeUint32s(offsets),
    maxp: modifyTable(font, 'maxp', (maxp) => {
      maxp.setUint16(NUM_GLYPHS, glyphDescriptions.length);
      if (font.isConverted) raiseSimpleLimits(maxp, glyphDescriptions.slice(0, glyphs.length));
      if (compositeDescriptions.length > 0) raiseCompositeLimits(maxp, composites);
      // The value 1 states that no hinting instruction uses the twilight zone.
      maxp.setUint16(MAX_ZONES, 1);
      for (let offset = MAX_TWILIGHT_POINTS; offset < MAX_COMPONENT_ELEMENTS; offset += 2) maxp.setUint16(offset, 0);
    }),
  };
  return {
    bytes: buildFontFile(TABLES.map((tag) => [tag, tables[tag]])),
    newGlyphId: (glyph) => newIds.get(glyph) ?? NOTDEF,
    firstCompositeId: heightGlyph + 1,
  };
}

const NOTDEF = 0;

// Offsets of fields in the table head, in bytes.
const CHECKSUM_ADJUSTMENT = 8;
const INDEX_TO_LOC_FORMAT = 50;
/** The value of indexToLocFormat for 32-bit offsets. */
const LONG_OFFSETS = 1;
// Offsets of fields in the table maxp, in bytes. The fields from maxTwilightPoints to maxComponentElements (exclusive)
// are limits for hinting.
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
/** The component flag that states that hinting instructions follow the last component. */
const WE_HAVE_INSTRUCTIONS = 0x0100;

/** Returns the description of a glyph without hinting instructions, and with the new glyph IDs of its components. */
function removeHinting(font: OutlineFont, glyph: number, newIds: ReadonlyMap<number, number>): Uint8Array {
  const description = font.glyphDescription(glyph);
  if (description.byteLength === 0) return new Uint8Array();
  const bytes = new Uint8Array(description.buffer, description.byteOffset, description.byteLength);
  const numberOfContours = description.getInt16(0);
  // Only a composite glyph has a negative number of contours.
  if (numberOfContours >= 0) {
    const lengthField = GLYPH_HEADER + numberOfContours * 2;
    const afterInstructions = lengthField + 2 + description.getUint16(lengthField);
    return concatenate([bytes.subarray(0, lengthField), new Uint8Array(2), bytes.subarray(afterInstructions)]);
  }
  const components = componentsOf(description);
  // The instructions of a composite glyph follow its last component.
  const withoutInstructions = bytes.slice(0, components.at(-1)?.end);
  const view = new DataView(withoutInstructions.buffer);
  for (const { start, glyph: component } of components) {
    view.setUint16(start, view.getUint16(start) & ~WE_HAVE_INSTRUCTIONS);
    view.setUint16(start + 2, newIds.get(component) ?? 0);
  }
  return withoutInstructions;
}

/**
 * Returns the records of the table hmtx: the advance width and left side bearing of each glyph. In the table of the
 * whole font, glyphs from numberOfHMetrics on have only a left side bearing, and share the last advance width.
 */
function horizontalMetrics(font: OutlineFont, glyphs: readonly number[]): Uint8Array {
  const metrics = font.table('hmtx');
  const numberOfHMetrics = font.table('hhea').getUint16(NUMBER_OF_H_METRICS);
  const view = new DataView(new ArrayBuffer(glyphs.length * 4));
  glyphs.forEach((glyph, newId) => {
    view.setUint16(newId * 4, metrics.getUint16(Math.min(glyph, numberOfHMetrics - 1) * 4));
    view.setInt16(newId * 4 + 2, font.leftSideBearing(glyph));
  });
  return new Uint8Array(view.buffer);
}

/**
 * Returns the records of the table hmtx for the height glyph (all of it zero) and for the composite glyphs; no bytes if
 * there are no composite glyphs.
 */
function compositeMetrics(descriptions: readonly Uint8Array[], composites: readonly CompositeGlyph[]): Uint8Array {
  if (descriptions.length === 0) return new Uint8Array();
  const view = new DataView(new ArrayBuffer((descriptions.length + 1) * 4));
  descriptions.forEach((description, index) => {
    view.setUint16((index + 1) * 4, composites[index]?.advance ?? 0);
    view.setInt16((index + 1) * 4 + 2, leftSideBearing(description));
  });
  return new Uint8Array(view.buffer);
}

/** Raises the limits in the table maxp so that they hold for converted glyphs, none of which is composite. */
function raiseSimpleLimits(maxp: DataView, descriptions: readonly Uint8Array[]): void {
  for (const { buffer, byteOffset, byteLength } of descriptions) {
    if (byteLength === 0) continue;
    const description = new DataView(buffer, byteOffset, byteLength);
    const contours = description.getInt16(0);
    const points = description.getUint16(GLYPH_HEADER + (contours - 1) * 2) + 1;
    maxp.setUint16(MAX_CONTOURS, Math.max(maxp.getUint16(MAX_CONTOURS), contours));
    maxp.setUint16(MAX_POINTS, Math.max(maxp.getUint16(MAX_POINTS), points));
  }
}

/**
 * Raises the limits in the table maxp so that they hold for the added composite glyphs, each of which also contains the
 * height glyph.
 */
function raiseCompositeLimits(maxp: DataView, composites: readonly CompositeGlyph[]): void {
  const maxComponents = Math.max(...composites.map(({ components }) => components.length));
  const [HEIGHT_POINTS, HEIGHT_CONTOURS] = [2, 2];
  const raise = (field: number, limit: number): void => maxp.setUint16(field, Math.max(maxp.getUint16(field), limit));
  const maxOfFields = (simpleField: number, compositeField: number): number =>
    Math.max(maxp.getUint16(simpleField), maxp.getUint16(compositeField));
  raise(MAX_COMPOSITE_POINTS, maxComponents * maxOfFields(MAX_POINTS, MAX_COMPOSITE_POINTS) + HEIGHT_POINTS);
  raise(MAX_COMPOSITE_CONTOURS, maxComponents * maxOfFields(MAX_CONTOURS, MAX_COMPOSITE_CONTOURS) + HEIGHT_CONTOURS);
  raise(MAX_COMPONENT_ELEMENTS, maxComponents + 1);
  maxp.setUint16(MAX_COMPONENT_DEPTH, maxp.getUint16(MAX_COMPONENT_DEPTH) + 1);
}

/** Returns a modified copy of a table. */
function modifyTable(font: OutlineFont, tag: string, modify: (table: DataView) => void): Uint8Array {
  const table = font.table(tag);
  const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength).slice();
  modify(new DataView(bytes.buffer));
  return bytes;
}

/** Encodes numbers as 32-bit big-endian integers. */
function encodeUint32s(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, index) => view.setUint32(index * 4, number));
  return new Uint8Array(view.buffer);
}

/** Joins byte arrays, each at its offset; the last offset is the total length. */
function joinAt(parts: readonly Uint8Array[], offsets: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  parts.forEach((part, index) => bytes.set(part, offsets[index]));
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const offsets = [0];
  for (const { length } of parts) offsets.push((offsets.at(-1) ?? 0) + length);
  return joinAt(parts, offsets);
}

/** Returns the length with padding, a multiple of 4 bytes. */
function paddedLength(length: number): number {
  return (length + 3) & ~3;
}

/** The field sfntVersion of fonts with TrueType outlines. */
const SFNT_VERSION = 0x00010000;
/** The constant from which the checksum of the file is subtracted to get checksumAdjustment (table head). */
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
    Array.from(tag).forEach((character, position) => view.setUint8(record + position, character.charCodeAt(0)));
    view.setUint32(record + 4, checksumOf(view, start, start + paddedLength(length)));
    view.setUint32(record + 8, start);
    view.setUint32(record + 12, length);
  });
  const headOffset = offsets[tables.findIndex(([tag]) => tag === 'head')] ?? 0;
  view.setUint32(headOffset + CHECKSUM_ADJUSTMENT, CHECKSUM_MAGIC - checksumOf(view, 0, file.length));
  return file;
}
