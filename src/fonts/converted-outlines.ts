import type * as HarfBuzz from 'harfbuzzjs';
import type { OutlineFont } from './outlines.ts';
import { simpleGlyph, type OutlinePoint } from './simple-glyph.ts';
import type { Sfnt } from './sfnt.ts';

/** The greatest distance between a cubic curve and the quadratic curves that replace it, in parts of an em. */
const TOLERANCE = 1 / 4000;
/** The greatest number of quadratic curves that replace a cubic one. */
const MAX_CURVES = 16;

/**
 * Returns a font with CFF outlines (Adobe Technical Note 5176) as one with TrueType outlines. Its cubic curves are
 * replaced by quadratic ones, so that CFF fonts are subset and embedded in the same way as TrueType fonts. A glyph is
 * converted when it is first used. Throws an Error if HarfBuzz cannot draw one of its glyphs.
 */
export function convertedOutlines(sfnt: Sfnt, font: HarfBuzz.Font, hb: typeof HarfBuzz): OutlineFont {
  const { pen, contours } = createPen(hb, font.face.upem * TOLERANCE);
  const descriptions = new Map<number, DataView>();
  const maxp = versionOneMaxp(sfnt);
  requireDrawable(font, maxp.getUint16(GLYPH_COUNT), new hb.DrawFuncs());

  function glyphDescription(glyph: number): DataView {
    const known = descriptions.get(glyph);
    if (known !== undefined) return known;
    contours.length = 0;
    font.drawGlyph(glyph, pen);
    const bytes = simpleGlyph(contours);
    const description = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    descriptions.set(glyph, description);
    return description;
  }

  return {
    table: (tag) => (tag === 'maxp' ? maxp : sfnt.table(tag)),
    hasTable: sfnt.hasTable,
    glyphDescription,
    // Renderers move a glyph whose left side bearing is not its xMin.
    leftSideBearing: (glyph) => {
      const description = glyphDescription(glyph);
      return description.byteLength === 0 ? 0 : description.getInt16(2);
    },
    isConverted: true,
  };
}

/** Throws an Error if a glyph of the font cannot be drawn. `blankPen` ignores what is drawn. */
function requireDrawable(font: HarfBuzz.Font, glyphCount: number, blankPen: HarfBuzz.DrawFuncs): void {
  for (let glyph = 0; glyph < glyphCount; glyph += 1) {
    if (!font.drawGlyphOrFail(glyph, blankPen)) throw new Error(`the outline of glyph ${glyph} cannot be drawn`);
  }
}

/** The offset of the number of glyphs in the table maxp, in bytes. */
const GLYPH_COUNT = 4;

/** Returns the table maxp of version 1.0, which TrueType outlines need, in place of that of version 0.5. */
function versionOneMaxp(sfnt: Sfnt): DataView {
  const view = new DataView(new ArrayBuffer(32));
  view.setUint32(0, 0x0001_0000);
  view.setUint16(GLYPH_COUNT, sfnt.table('maxp').getUint16(GLYPH_COUNT));
  return view;
}

/** A pen that HarfBuzz draws with, and the contours that it has drawn since they were last cleared. */
interface Pen {
  readonly pen: HarfBuzz.DrawFuncs;
  readonly contours: OutlinePoint[][];
}

/** Creates a pen; `tolerance` is in font units. */
function createPen(hb: typeof HarfBuzz, tolerance: number): Pen {
  const contours: OutlinePoint[][] = [];
  let [penX, penY] = [0, 0];
  const add = (x: number, y: number, isOnCurve: boolean): void => {
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), isOnCurve });
    [penX, penY] = [x, y];
  };
  const pen = new hb.DrawFuncs();
  pen.setMoveToFunc((x, y) => {
    contours.push([]);
    add(x, y, true);
  });
  pen.setLineToFunc((x, y) => add(x, y, true));
  pen.setQuadraticToFunc((cx, cy, x, y) => {
    add(cx, cy, false);
    add(x, y, true);
  });
  pen.setCubicToFunc((ax, ay, bx, by, x, y) => {
    const xs = toQuadratics([penX, ax, bx, x]);
    const ys = toQuadratics([penY, ay, by, y]);
    // The greatest distance is that of the two cubic terms, times √3/36, and falls with the cube of their number.
    const distance = (Math.hypot(xs.cubicTerm, ys.cubicTerm) * Math.sqrt(3)) / 36;
    const curveCount = Math.min(MAX_CURVES, Math.max(1, Math.ceil(Math.cbrt(distance / tolerance))));
    for (let curve = 0; curve < curveCount; curve += 1) {
      const [start, end] = [curve / curveCount, (curve + 1) / curveCount];
      add(xs.controlBetween(start, end), ys.controlBetween(start, end), false);
      add(xs.at(end), ys.at(end), true);
    }
  });
  return { pen, contours };
}

/** One coordinate of a cubic Bézier curve, of which parts are replaced by quadratic curves. */
interface CubicCoordinate {
  /** The coefficient of the cubic term. A quadratic curve has none. */
  readonly cubicTerm: number;
  readonly at: (t: number) => number;
  /** The control point of the quadratic curve for the part between two parameters. */
  readonly controlBetween: (start: number, end: number) => number;
}

function toQuadratics([p0, p1, p2, p3]: readonly [number, number, number, number]): CubicCoordinate {
  const at = (t: number): number => {
    const u = 1 - t;
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
  };
  const slopeAt = (t: number): number => {
    const u = 1 - t;
    return 3 * (u * u * (p1 - p0) + 2 * u * t * (p2 - p1) + t * t * (p3 - p2));
  };
  return {
    cubicTerm: p3 - 3 * p2 + 3 * p1 - p0,
    at,
    // The mean of the two control points that each end would choose by its slope.
    controlBetween: (start, end) => (at(start) + at(end)) / 2 + ((end - start) * (slopeAt(start) - slopeAt(end))) / 4,
  };
}
