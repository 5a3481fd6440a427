import type { CompositeGlyph } from './fonts.ts';
import { glyphDescription } from './outlines.ts';
import type { Sfnt } from './sfnt.ts';

// Offsets of fields in the table hhea, in bytes.
const ASCENDER = 4;
const DESCENDER = 6;
/** The length of the header of a glyph description, in bytes. */
const GLYPH_HEADER = 10;
/** The length of a component record with offsets in words, and of one with offsets in bytes. */
const WORD_RECORD = 8;
const BYTE_RECORD = 6;

// Component flags (OpenType 1.9, table glyf).
const ARG_1_AND_2_ARE_WORDS = 0x0001;
const ARGS_ARE_XY_VALUES = 0x0002;
const MORE_COMPONENTS = 0x0020;

/**
 * Builds the description of a composite glyph (OpenType 1.9, table glyf) in font units: its components, each at its
 * offset, and a glyph that only makes it as tall as the face (`buildHeightGlyph`).
 */
export function buildComposite(
  font: Sfnt,
  { components }: CompositeGlyph,
  newIds: ReadonlyMap<number, number>,
  heightGlyph: number,
): Uint8Array {
  const hhea = font.table('hhea');
  const [bottom, top] = [hhea.getInt16(DESCENDER), hhea.getInt16(ASCENDER)];
  const boxes = components.map(({ glyph, dx, dy }) => componentBox(font, glyph, dx, dy)).filter((box) => box !== undefined);
  const box = [
    Math.min(0, ...boxes.map(([xMin]) => xMin)),
    Math.min(bottom, ...boxes.map(([, yMin]) => yMin)),
    Math.max(0, ...boxes.map(([, , xMax]) => xMax)),
    Math.max(top, ...boxes.map(([, , , yMax]) => yMax)),
  ];
  const view = new DataView(new ArrayBuffer(GLYPH_HEADER + components.length * WORD_RECORD + BYTE_RECORD));
  [-1, ...box].forEach((value, index) => view.setInt16(index * 2, value));
  components.forEach(({ glyph, dx, dy }, index) => {
    const record = GLYPH_HEADER + index * WORD_RECORD;
    view.setUint16(record, ARG_1_AND_2_ARE_WORDS | ARGS_ARE_XY_VALUES | MORE_COMPONENTS);
    view.setUint16(record + 2, newIds.get(glyph) ?? 0);
    view.setInt16(record + 4, dx);
    view.setInt16(record + 6, dy);
  });
  const last = GLYPH_HEADER + components.length * WORD_RECORD;
  view.setUint16(last, ARGS_ARE_XY_VALUES);
  view.setUint16(last + 2, heightGlyph);
  return new Uint8Array(view.buffer);
}

/** The bounding box of a glyph at an offset: xMin, yMin, xMax, yMax; undefined for one without an outline. */
function componentBox(
  font: Sfnt,
  glyph: number,
  dx: number,
  dy: number,
): readonly [number, number, number, number] | undefined {
  const description = glyphDescription(font, glyph);
  if (description.byteLength === 0) return undefined;
  const [xMin, yMin, xMax, yMax] = [2, 4, 6, 8].map((offset) => description.getInt16(offset));
  return [(xMin ?? 0) + dx, (yMin ?? 0) + dy, (xMax ?? 0) + dx, (yMax ?? 0) + dy];
}

/**
 * Builds a glyph of two contours with one point each, at the ascender and at the descender: it draws nothing. PDFium
 * starts a new line of extracted text where the boxes of two neighbouring glyphs, such as a letter and its mark, do not
 * overlap vertically.
 */
export function buildHeightGlyph(font: Sfnt): Uint8Array {
  const hhea = font.table('hhea');
  const [top, bottom] = [hhea.getInt16(ASCENDER), hhea.getInt16(DESCENDER)];
  const [contours, instructions] = [2, 0];
  const view = new DataView(new ArrayBuffer(22));
  [contours, 0, bottom, 0, top, /* last points of the contours */ 0, 1, instructions].forEach((value, index) =>
    view.setInt16(index * 2, value),
  );
  // On the curve; x is the same as before; y is a signed word.
  const [ON_CURVE_POINT, X_IS_SAME] = [0x01, 0x10];
  view.setUint8(16, ON_CURVE_POINT | X_IS_SAME);
  view.setUint8(17, ON_CURVE_POINT | X_IS_SAME);
  view.setInt16(18, bottom);
  view.setInt16(20, top - bottom);
  return new Uint8Array(view.buffer);
}

/** The left side bearing of a composite glyph: its xMin, or renderers would shift it. */
export function bearingOf(composite: Uint8Array): number {
  return new DataView(composite.buffer, composite.byteOffset).getInt16(2);
}
