import type * as HarfBuzz from 'harfbuzzjs';
import type { OpenedFace } from './shape-word.ts';

/** Returns the outline of a glyph as path data of SVG (SVG 2, 9.3); empty for a glyph of which nothing is drawn. */
export type DrawGlyph = (face: Pick<OpenedFace, 'font' | 'scale'>, glyph: number) => string;

/**
 * Creates the function that draws glyphs. Coordinates are in thousandths of an em, rounded to tenths, and the vertical
 * ones count downwards from the baseline, as those of SVG do. A contour is filled by the rule of non-zero winding.
 *
 * A contour begins at an absolute position. All other points are written as their distances from the end of the command
 * before, because that is shorter. Distances are those of rounded positions, so that errors do not add up.
 */
export function createGlyphDrawer(hb: typeof HarfBuzz): DrawGlyph {
  /** The commands that HarfBuzz has drawn since they were last cleared. */
  const commands: string[] = [];
  let scale = 1;
  /** The end of the last command, in tenths of a unit. */
  let [endX, endY] = [0, 0];

  /** Adds a command with its points, each a horizontal and a vertical coordinate, of which the last is its end. */
  function add(command: string, ...points: readonly number[]): void {
    const tenths = points.map((value, index) => Math.round((index % 2 === 0 ? value : -value) * scale * 10));
    const [originX, originY] = command === 'M' ? [0, 0] : [endX, endY];
    const distances = tenths.map((value, index) => (value - (index % 2 === 0 ? originX : originY)) / 10);
    [endX = 0, endY = 0] = tenths.slice(-2);
    commands.push(command + distances.map(String).join(' ').replaceAll(' -', '-'));
  }

  const pen = new hb.DrawFuncs();
  pen.setMoveToFunc((x, y) => add('M', x, y));
  pen.setLineToFunc((x, y) => add('l', x, y));
  pen.setQuadraticToFunc((ax, ay, x, y) => add('q', ax, ay, x, y));
  pen.setCubicToFunc((ax, ay, bx, by, x, y) => add('c', ax, ay, bx, by, x, y));
  pen.setClosePathFunc(() => commands.push('Z'));

  return (face, glyph) => {
    commands.length = 0;
    ({ scale } = face);
    face.font.drawGlyph(glyph, pen);
    return commands.join('');
  };
}
