import type { Line, Page } from './page.ts';

/** Returns all lines of text on a page, in reading order. */
export function linesOfPage({ zones }: Page): readonly Line[] {
  return zones.flatMap(({ lines }) => lines);
}
