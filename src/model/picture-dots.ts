import { type Diagnostic, type RelatedLocation, warning } from './diagnostic.ts';
import { POINTS_PER_UNIT } from './length.ts';
import { say } from './message.ts';
import type { Picture } from './picture.ts';
import type { Span } from './span.ts';

/**
 * The dots per inch below which a reader sees the dots of a picture in print. Printers have twice as many for
 * photographs; drawings need more still.
 */
const FEWEST_DOTS = 150;

/** Returns a warning if a picture has few dots per inch at the width at which it is printed, in points. */
export function fewDotsWarnings(
  picture: Picture,
  printedWidth: number,
  span: Span,
  related: readonly RelatedLocation[] = [],
): readonly Diagnostic[] {
  const dots = (picture.width * POINTS_PER_UNIT.in) / printedWidth;
  if (dots >= FEWEST_DOTS) return [];
  const wide = Math.round(printedWidth / POINTS_PER_UNIT.mm);
  const message = say`${picture.file} has ${Math.floor(dots)} dots per inch as it is printed, ${wide} mm wide: readers see its dots`;
  const widest = Math.floor((picture.width * POINTS_PER_UNIT.in) / FEWEST_DOTS / POINTS_PER_UNIT.mm);
  const pixels = Math.ceil((printedWidth * FEWEST_DOTS) / POINTS_PER_UNIT.in);
  const hint = say`print it at most ${widest} mm wide, or save it again with at least ${pixels} pixels from left to right`;
  return [warning('picture/few-dots', span, message, { hint, related })];
}
