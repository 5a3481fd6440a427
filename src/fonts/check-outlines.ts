import { componentsOf, glyfOffset, type OutlineFont, trueTypeOutlines } from './outlines.ts';
import type { Sfnt } from './sfnt.ts';

/** The length of the header of a glyph description, in bytes. */
const GLYPH_HEADER = 10;

// Flags of a point (OpenType 1.9, table glyf).
const X_SHORT_VECTOR = 0x02;
const Y_SHORT_VECTOR = 0x04;
const REPEAT_FLAG = 0x08;
const X_IS_SAME_OR_POSITIVE = 0x10;
const Y_IS_SAME_OR_POSITIVE = 0x20;

/** The greatest depth of components in components that is accepted. Fonts seldom have more than two. */
const MAX_COMPONENT_DEPTH = 8;

/**
 * Returns what is wrong with the tables glyf and loca of a font, in words; undefined if every glyph can be read whole.
 * Throws a RangeError where a table ends too early.
 */
export function glyfProblem(sfnt: Sfnt, glyphCount: number): string | undefined {
  const font = trueTypeOutlines(sfnt);
  const { byteLength } = sfnt.table('glyf');
  const depths = new Map<number, number>();
  for (let glyph = 0; glyph < glyphCount; glyph += 1) {
    const [start, end] = [glyfOffset(sfnt, glyph), glyfOffset(sfnt, glyph + 1)];
    if (start > end || end > byteLength) return `the outline of glyph ${glyph} is outside the table glyf`;
  }
  for (let glyph = 0; glyph < glyphCount; glyph += 1) {
    const description = font.glyphDescription(glyph);
    if (description.byteLength === 0) continue;
    const isWhole = description.getInt16(0) >= 0 ? isSimpleGlyphWhole(description) : undefined;
    if (isWhole === false) return `the outline of glyph ${glyph} is not whole`;
    if (isWhole === undefined && componentDepth(font, glyph, glyphCount, depths, 0) > MAX_COMPONENT_DEPTH)
      return `the components of glyph ${glyph} are not glyphs, or are nested too deep`;
  }
  return undefined;
}

/** Whether the points of a simple glyph are all in its description. */
function isSimpleGlyphWhole(description: DataView): boolean {
  const contours = description.getInt16(0);
  let pointCount = 0;
  for (let contour = 0; contour < contours; contour += 1) {
    const end = description.getUint16(GLYPH_HEADER + contour * 2) + 1;
    if (end < pointCount) return false;
    pointCount = end;
  }
  const instructions = GLYPH_HEADER + contours * 2;
  let offset = contours === 0 ? instructions : instructions + 2 + description.getUint16(instructions);
  let coordinates = 0;
  for (let points = 0; points < pointCount;) {
    const flag = description.getUint8(offset);
    offset += 1;
    let count = 1;
    if ((flag & REPEAT_FLAG) !== 0) {
      count += description.getUint8(offset);
      offset += 1;
    }
    points += count;
    if (points > pointCount) return false;
    coordinates +=
      count *
      (coordinateLength(flag, X_SHORT_VECTOR, X_IS_SAME_OR_POSITIVE) +
        coordinateLength(flag, Y_SHORT_VECTOR, Y_IS_SAME_OR_POSITIVE));
  }
  return offset + coordinates <= description.byteLength;
}

function coordinateLength(flag: number, isShort: number, isSame: number): number {
  if ((flag & isShort) !== 0) return 1;
  return (flag & isSame) === 0 ? 2 : 0;
}

/**
 * Returns how deep the components of a glyph are nested: 0 for a simple glyph, Infinity if a component is no glyph or
 * contains itself. `depths` has those that are known.
 */
function componentDepth(
  font: OutlineFont,
  glyph: number,
  glyphCount: number,
  depths: Map<number, number>,
  level: number,
): number {
  const known = depths.get(glyph);
  if (known !== undefined) return known;
  if (glyph >= glyphCount || level > MAX_COMPONENT_DEPTH) return Infinity;
  const components = componentsOf(font.glyphDescription(glyph));
  let depth = 0;
  for (const component of components)
    depth = Math.max(depth, 1 + componentDepth(font, component.glyph, glyphCount, depths, level + 1));
  depths.set(glyph, depth);
  return depth;
}

/**
 * Returns what is wrong with the table CFF of a font (Adobe Technical Note 5176), in words; undefined if it has an
 * outline for each glyph. Throws a RangeError where the table ends too early.
 */
export function cffProblem(sfnt: Sfnt, glyphCount: number): string | undefined {
  const cff = sfnt.table('CFF ');
  const names = readIndex(cff, cff.getUint8(2));
  const topDicts = readIndex(cff, names.end);
  const strings = readIndex(cff, topDicts.end);
  readIndex(cff, strings.end);
  if (names.count !== 1 || topDicts.count !== 1) return 'the table CFF has not one font';
  const charStringsOffset = charStringsOf(cff, topDicts.start, topDicts.dataEnd);
  if (charStringsOffset === undefined) return 'the table CFF has no outlines';
  const charStrings = readIndex(cff, charStringsOffset);
  return charStrings.count === glyphCount ? undefined : 'the table CFF has another number of glyphs than the font';
}

/** An INDEX of a table CFF: its number of objects, and where they start and end, in bytes. */
interface CffIndex {
  readonly count: number;
  readonly start: number;
  readonly dataEnd: number;
  readonly end: number;
}

/** Reads an INDEX. Throws a RangeError if an object is outside the table. */
function readIndex(cff: DataView, offset: number): CffIndex {
  const count = cff.getUint16(offset);
  if (count === 0) return { count, start: offset + 2, dataEnd: offset + 2, end: offset + 2 };
  const offsetSize = cff.getUint8(offset + 2);
  if (offsetSize < 1 || offsetSize > 4) throw new RangeError('an offset of a CFF INDEX has no length');
  const base = offset + 3 + (count + 1) * offsetSize - 1;
  let previous = 1;
  for (let index = 0; index <= count; index += 1) {
    let position = 0;
    for (let byte = 0; byte < offsetSize; byte += 1)
      position = position * 256 + cff.getUint8(offset + 3 + index * offsetSize + byte);
    if (position < previous || base + position > cff.byteLength) throw new RangeError('an object is outside the table');
    previous = position;
  }
  return { count, start: base + 1, dataEnd: base + previous, end: base + previous };
}

/** The operator CharStrings of a Top DICT. */
const CHAR_STRINGS = 17;

/** Returns the offset of the CharStrings INDEX, which the Top DICT between two offsets has; undefined if it has none. */
function charStringsOf(cff: DataView, start: number, end: number): number | undefined {
  let operand = 0;
  for (let offset = start; offset < end;) {
    const byte = cff.getUint8(offset);
    if (byte === CHAR_STRINGS) return operand;
    if (byte === 28) {
      operand = cff.getInt16(offset + 1);
      offset += 3;
    } else if (byte === 29) {
      operand = cff.getInt32(offset + 1);
      offset += 5;
    } else if (byte === 30) {
      // A real number: its last nibble is 15.
      do offset += 1;
      while ((cff.getUint8(offset) & 0x0f) !== 0x0f && cff.getUint8(offset) >> 4 !== 0x0f);
      offset += 1;
    } else if (byte >= 247 && byte <= 250) {
      operand = (byte - 247) * 256 + cff.getUint8(offset + 1) + 108;
      offset += 2;
    } else if (byte >= 251 && byte <= 254) {
      operand = -(byte - 251) * 256 - cff.getUint8(offset + 1) - 108;
      offset += 2;
    } else if (byte >= 32) {
      operand = byte - 139;
      offset += 1;
    } else offset += byte === 12 ? 2 : 1;
  }
  return undefined;
}
