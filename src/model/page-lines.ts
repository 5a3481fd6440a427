import type { Line, Page } from './page.ts';

/** All lines of text on a page, in reading order. */
export function linesOn({ zones }: Page): readonly Line[] {
  return zones.flatMap(({ lines }) => lines);
}
