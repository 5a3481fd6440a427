/** A point of an outline, in font units. A point that is not on the curve is the control point of a quadratic curve. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

/** The length of the header of a glyph description, in bytes. */
const GLYPH_HEADER = 10;

// Flags of a point (OpenType 1.9, table glyf).
const ON_CURVE_POINT = 0x01;
const X_SHORT_VECTOR = 0x02;
const Y_SHORT_VECTOR = 0x04;
const X_IS_SAME_OR_POSITIVE = 0x10;
const Y_IS_SAME_OR_POSITIVE = 0x20;

/**
 * Builds the description of a simple glyph (OpenType 1.9, table glyf) without instructions; no bytes if it has no
 * points. The contours are those of CFF, which run the other way than those of TrueType, and are reversed.
 */
export function simpleGlyph(contours: readonly (readonly OutlinePoint[])[]): Uint8Array {
  const drawn = contours.map((contour) => reverse(withoutClosingPoint(contour))).filter(({ length }) => length > 1);
  if (drawn.length === 0) return new Uint8Array();
  const points = drawn.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const flags = points.map(({ isOnCurve }) => (isOnCurve ? ON_CURVE_POINT : 0));
  const coordinates = [
    ...encodeCoordinates(xs, flags, X_SHORT_VECTOR, X_IS_SAME_OR_POSITIVE),
    ...encodeCoordinates(ys, flags, Y_SHORT_VECTOR, Y_IS_SAME_OR_POSITIVE),
  ];
  const flagsStart = GLYPH_HEADER + drawn.length * 2 + 2;
  const bytes = new Uint8Array(flagsStart + flags.length + coordinates.length);
  const view = new DataView(bytes.buffer);
  const box = [leastOf(xs), leastOf(ys), greatestOf(xs), greatestOf(ys)];
  [drawn.length, ...box].forEach((value, index) => view.setInt16(index * 2, value));
  let pointCount = 0;
  drawn.forEach(({ length }, index) => {
    pointCount += length;
    view.setUint16(GLYPH_HEADER + index * 2, pointCount - 1);
  });
  bytes.set(flags, flagsStart);
  bytes.set(coordinates, flagsStart + flags.length);
  return bytes;
}

/** Leaves out a last point that is the first again, as TrueType closes each contour by itself. */
function withoutClosingPoint(contour: readonly OutlinePoint[]): readonly OutlinePoint[] {
  const [first, last] = [contour[0], contour.at(-1)];
  const isClosed = contour.length > 1 && last?.isOnCurve === true && first?.x === last.x && first.y === last.y;
  return isClosed ? contour.slice(0, -1) : contour;
}

/** Reverses a contour, which still starts at the same point, as it is on the curve. */
function reverse([first, ...others]: readonly OutlinePoint[]): readonly OutlinePoint[] {
  return first === undefined ? [] : [first, ...others.toReversed()];
}

/**
 * Encodes coordinates as differences from the previous point, and sets the flags that say how: nothing for 0, one byte
 * with a sign in the flags, or two bytes.
 */
function encodeCoordinates(
  values: readonly number[],
  flags: number[],
  isShort: number,
  isSameOrPositive: number,
): readonly number[] {
  const bytes: number[] = [];
  let previous = 0;
  values.forEach((value, index) => {
    const difference = value - previous;
    previous = value;
    const flag = flags[index] ?? 0;
    if (difference === 0) flags[index] = flag | isSameOrPositive;
    else if (Math.abs(difference) <= 0xff) {
      flags[index] = flag | isShort | (difference > 0 ? isSameOrPositive : 0);
      bytes.push(Math.abs(difference));
    } else bytes.push((difference >> 8) & 0xff, difference & 0xff);
  });
  return bytes;
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function greatestOf(values: readonly number[]): number {
  return values.reduce((greatest, value) => Math.max(greatest, value), -Infinity);
}
