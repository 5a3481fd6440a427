import type * as HarfBuzz from 'harfbuzzjs';
import type { OpenedFace } from './shape-word.ts';

/** Returns the outline of a glyph as path data of SVG (SVG 2, 9.3); empty for a glyph of which nothing is drawn. */
export type DrawGlyph = (face: Pick<OpenedFace, 'font' | 'scale'>, glyph: number) => string;

/**
 * Creates the function that draws glyphs. Coordinates are in thousandths of an em, rounded to tenths, and the vertical
 * ones count downwards from the baseline, as those of SVG do. A contour is filled by the rule of non-zero winding.
 */
export function createGlyphDrawer(hb: typeof HarfBuzz): DrawGlyph {
  /** The commands that HarfBuzz has drawn since they were last cleared. */
  const commands: string[] = [];
  let scale = 1;
  const across = (x: number): string => formatTenths(x * scale);
  const down = (y: number): string => formatTenths(-y * scale);

  const pen = new hb.DrawFuncs();
  pen.setMoveToFunc((x, y) => commands.push(`M${across(x)} ${down(y)}`));
  pen.setLineToFunc((x, y) => commands.push(`L${across(x)} ${down(y)}`));
  pen.setQuadraticToFunc((ax, ay, x, y) => commands.push(`Q${across(ax)} ${down(ay)} ${across(x)} ${down(y)}`));
  pen.setCubicToFunc((ax, ay, bx, by, x, y) =>
    commands.push(`C${across(ax)} ${down(ay)} ${across(bx)} ${down(by)} ${across(x)} ${down(y)}`),
  );
  pen.setClosePathFunc(() => commands.push('Z'));

  return (face, glyph) => {
    commands.length = 0;
    ({ scale } = face);
    face.font.drawGlyph(glyph, pen);
    return commands.join('');
  };
}

/** Formats a number rounded to tenths. Adding 0 turns −0 into 0. */
function formatTenths(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
