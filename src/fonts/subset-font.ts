import type { FontSubset } from './fonts.ts';
import { componentsOf, glyphOutline, withComponents } from './outlines.ts';
import type { Sfnt } from './sfnt.ts';

/** The tables of a TrueType font that is drawn by the numbers of its glyphs, in the order of their tags. */
const TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;

/**
 * Cuts a TrueType font down to the wanted glyphs, those that they are drawn from, and `.notdef` (OpenType 1.9), renumbered
 * in their order in the font. Hints are left out, and the tables that only text layout needs: whoever embeds the result
 * places glyphs by number.
 */
export function subsetFont(font: Sfnt, wanted: readonly number[]): FontSubset {
  const glyphs = withComponents(font, wanted);
  const places = new Map(glyphs.map((glyph, place) => [glyph, place]));
  const outlines = glyphs.map((glyph) => unhinted(font, glyph, places));
  const starts = [0];
  for (const { length } of outlines) starts.push((starts.at(-1) ?? 0) + paddedLength(length));

  const tables: Readonly<Record<(typeof TABLES)[number], Uint8Array>> = {
    glyf: joinTables(outlines, starts),
    head: changed(font, 'head', (head) => {
      head.setUint32(CHECKSUM_ADJUSTMENT, 0);
      head.setInt16(LOCATION_FORMAT, LONG);
    }),
    hhea: changed(font, 'hhea', (hhea) => hhea.setUint16(METRICS_COUNT, glyphs.length)),
    hmtx: metricsOf(font, glyphs),
    loca: longs(starts),
    maxp: changed(font, 'maxp', (maxp) => {
      maxp.setUint16(GLYPH_COUNT, glyphs.length);
      maxp.setUint16(ZONES, 1);
      for (let at = AFTER_ZONES; at < COMPONENTS; at += 2) maxp.setUint16(at, 0);
    }),
  };
  return {
    bytes: fileOf(TABLES.map((tag) => [tag, tables[tag]])),
    numberOf: (glyph) => places.get(glyph) ?? NOTDEF,
  };
}

const NOTDEF = 0;
const CHECKSUM_ADJUSTMENT = 8;
const LOCATION_FORMAT = 50;
const LONG = 1;
const METRICS_COUNT = 34;
const GLYPH_COUNT = 4;
/** From the zones up to the limits of components, `maxp` says how much hints need. */
const ZONES = 14;
const AFTER_ZONES = 16;
const COMPONENTS = 28;

const HEADER = 10;
const HAS_INSTRUCTIONS = 0x0100;

/** An outline without its hints; one that is drawn from others names them by their new numbers. */
function unhinted(font: Sfnt, glyph: number, places: ReadonlyMap<number, number>): Uint8Array {
  const outline = glyphOutline(font, glyph);
  if (outline.byteLength === 0) return new Uint8Array();
  const bytes = new Uint8Array(outline.buffer, outline.byteOffset, outline.byteLength);
  const contours = outline.getInt16(0);
  if (contours >= 0) {
    const count = HEADER + contours * 2;
    const rest = count + 2 + outline.getUint16(count);
    return concatenated([bytes.subarray(0, count), new Uint8Array(2), bytes.subarray(rest)]);
  }
  const components = componentsOf(outline);
  const kept = bytes.slice(0, components.at(-1)?.end);
  const view = new DataView(kept.buffer);
  for (const { at, glyph: component } of components) {
    view.setUint16(at, view.getUint16(at) & ~HAS_INSTRUCTIONS);
    view.setUint16(at + 2, places.get(component) ?? 0);
  }
  return kept;
}

/** Advance and left side bearing of each glyph; beyond those that a font lists, all have the last advance. */
function metricsOf(font: Sfnt, glyphs: readonly number[]): Uint8Array {
  const metrics = font.table('hmtx');
  const listed = font.table('hhea').getUint16(METRICS_COUNT);
  const view = new DataView(new ArrayBuffer(glyphs.length * 4));
  glyphs.forEach((glyph, place) => {
    const bearing = glyph < listed ? glyph * 4 + 2 : listed * 4 + (glyph - listed) * 2;
    view.setUint16(place * 4, metrics.getUint16(Math.min(glyph, listed - 1) * 4));
    view.setInt16(place * 4 + 2, metrics.getInt16(bearing));
  });
  return new Uint8Array(view.buffer);
}

function changed(font: Sfnt, tag: string, change: (table: DataView) => void): Uint8Array {
  const table = font.table(tag);
  const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength).slice();
  change(new DataView(bytes.buffer));
  return bytes;
}

function longs(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, index) => view.setUint32(index * 4, number));
  return new Uint8Array(view.buffer);
}

/** Pieces side by side, each at its start. */
function joinTables(pieces: readonly Uint8Array[], starts: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  pieces.forEach((piece, index) => bytes.set(piece, starts[index]));
  return bytes;
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const starts = [0];
  for (const { length } of pieces) starts.push((starts.at(-1) ?? 0) + length);
  return joinTables(pieces, starts);
}

function paddedLength(length: number): number {
  return (length + 3) & ~3;
}

const DIRECTORY = 12;
const ENTRY = 16;
const TRUETYPE = 0x00010000;
/** All checksums and the adjustment come to this. */
const WHOLE = 0xb1b0afba;

/** Puts tables into a file, with the directory in front of them. */
function fileOf(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const starts = [DIRECTORY + ENTRY * tables.length];
  for (const [, { length }] of tables) starts.push((starts.at(-1) ?? 0) + paddedLength(length));
  const file = joinTables([new Uint8Array(), ...tables.map(([, bytes]) => bytes)], [0, ...starts]);
  const view = new DataView(file.buffer);
  // The largest power of two that is not more than the number of tables, times an entry, and its logarithm.
  const power = 31 - Math.clz32(tables.length);
  const range = ENTRY << power;
  view.setUint32(0, TRUETYPE);
  [tables.length, range, power, tables.length * ENTRY - range].forEach((number, index) =>
    view.setUint16(4 + index * 2, number),
  );
  tables.forEach(([tag, { length }], index) => {
    const [entry, start] = [DIRECTORY + index * ENTRY, starts[index] ?? 0];
    Array.from(tag).forEach((letter, place) => view.setUint8(entry + place, letter.charCodeAt(0)));
    view.setUint32(entry + 4, checksum(view, start, start + paddedLength(length)));
    view.setUint32(entry + 8, start);
    view.setUint32(entry + 12, length);
  });
  const head = starts[tables.findIndex(([tag]) => tag === 'head')] ?? 0;
  view.setUint32(head + CHECKSUM_ADJUSTMENT, WHOLE - checksum(view, 0, file.length));
  return file;
}

function checksum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
