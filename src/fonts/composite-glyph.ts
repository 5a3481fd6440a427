import type { CompositeGlyph } from './fonts.ts';
import type { OutlineFont } from './outlines.ts';

// Offsets of the fields ascender and descender in the table hhea, in bytes.
const ASCENDER = 4;
const DESCENDER = 6;
/** The length of the header of a glyph description, in bytes. */
const GLYPH_HEADER = 10;
/** The length of a component record whose x and y offsets are 16-bit words, in bytes. */
const WORD_RECORD = 8;
/** The length of a component record whose x and y offsets are single bytes, in bytes. */
const BYTE_RECORD = 6;

// Component flags (OpenType 1.9, table glyf).
const ARG_1_AND_2_ARE_WORDS = 0x0001;
const ARGS_ARE_XY_VALUES = 0x0002;
const MORE_COMPONENTS = 0x0020;

/**
 * Builds the description of a composite glyph (OpenType 1.9, table glyf): its components, each at its offset in font
 * units, and the height glyph (`buildHeightGlyph`), which extends the bounding box from descender to ascender. `newIds`
 * maps glyph IDs of the face to those of the subset; `heightGlyph` is the glyph ID of the height glyph in the subset.
 */
export function buildCompositeGlyph(
  font: OutlineFont,
  { components }: CompositeGlyph,
  newIds: ReadonlyMap<number, number>,
  heightGlyph: number,
): Uint8Array {
  const hhea = font.table('hhea');
  const [descender, ascender] = [hhea.getInt16(DESCENDER), hhea.getInt16(ASCENDER)];
  const componentBoxes = components
    .map(({ glyph, dx, dy }) => componentBox(font, glyph, dx, dy))
    .filter((box) => box !== undefined);
  // The minimum and the maximum include the height glyph, whose points have x = 0.
  const boundingBox = [
    Math.min(0, ...componentBoxes.map(([xMin]) => xMin)),
    Math.min(descender, ...componentBoxes.map(([, yMin]) => yMin)),
    Math.max(0, ...componentBoxes.map(([, , xMax]) => xMax)),
    Math.max(ascender, ...componentBoxes.map(([, , , yMax]) => yMax)),
  ];
  const view = new DataView(new ArrayBuffer(GLYPH_HEADER + components.length * WORD_RECORD + BYTE_RECORD));
  // A negative number of contours denotes a composite glyph.
  [-1, ...boundingBox].forEach((value, index) => view.setInt16(index * 2, value));
  components.forEach(({ glyph, dx, dy }, index) => {
    const record = GLYPH_HEADER + index * WORD_RECORD;
    view.setUint16(record, ARG_1_AND_2_ARE_WORDS | ARGS_ARE_XY_VALUES | MORE_COMPONENTS);
    view.setUint16(record + 2, newIds.get(glyph) ?? 0);
    view.setInt16(record + 4, dx);
    view.setInt16(record + 6, dy);
  });
  const heightRecord = GLYPH_HEADER + components.length * WORD_RECORD;
  view.setUint16(heightRecord, ARGS_ARE_XY_VALUES);
  view.setUint16(heightRecord + 2, heightGlyph);
  return new Uint8Array(view.buffer);
}

/**
 * Returns the bounding box of a glyph at an offset: xMin, yMin, xMax, yMax; undefined for a glyph without an outline.
 */
function componentBox(
  font: OutlineFont,
  glyph: number,
  dx: number,
  dy: number,
): readonly [number, number, number, number] | undefined {
  const description = font.glyphDescription(glyph);
  if (description.byteLength === 0) return undefined;
  const [xMin, yMin, xMax, yMax] = [2, 4, 6, 8].map((offset) => description.getInt16(offset));
  return [(xMin ?? 0) + dx, (yMin ?? 0) + dy, (xMax ?? 0) + dx, (yMax ?? 0) + dy];
}

/**
 * Builds the height glyph. It consists of two contours with one point each, at the descender and at the ascender, and
 * so draws nothing. As a component, it makes every composite glyph as tall as the face: PDFium starts a new line of
 * extracted text if the bounding boxes of two neighbouring glyphs, such as a letter and its mark, do not overlap
 * vertically.
 */
export function buildHeightGlyph(font: OutlineFont): Uint8Array {
  const hhea = font.table('hhea');
  const [ascender, descender] = [hhea.getInt16(ASCENDER), hhea.getInt16(DESCENDER)];
  const [numberOfContours, instructionLength] = [2, 0];
  const view = new DataView(new ArrayBuffer(22));
  [numberOfContours, 0, descender, 0, ascender, /* last points of the contours */ 0, 1, instructionLength].forEach(
    (value, index) => view.setInt16(index * 2, value),
  );
  // Both points have x = 0, so no x coordinates follow the flags. Each y is a 16-bit difference from the previous
  // point.
  const [ON_CURVE_POINT, X_IS_SAME] = [0x01, 0x10];
  view.setUint8(16, ON_CURVE_POINT | X_IS_SAME);
  view.setUint8(17, ON_CURVE_POINT | X_IS_SAME);
  view.setInt16(18, descender);
  view.setInt16(20, ascender - descender);
  return new Uint8Array(view.buffer);
}

/** Returns the left side bearing of a composite glyph. It equals xMin; otherwise, renderers would shift the glyph. */
export function leftSideBearing(description: Uint8Array): number {
  return new DataView(description.buffer, description.byteOffset).getInt16(2);
}
