import { dividedAnywhere, widthOf, type Segment } from './segments.ts';

/** Points by which a line may be too long before it is: what sums of fractions make of nothing. */
const TOLERANCE = 0.001;

/**
 * Fills one line after the other, each as far as it goes (ragged right). `measure` says how long each line may be,
 * counted from 0. A segment that is longer than a whole line is divided between characters.
 */
export function breakLines(
  segments: readonly Segment[],
  measure: (line: number) => number,
): readonly (readonly Segment[])[] {
  const lines: Segment[][] = [];
  let line: Segment[] = [];
  let width = 0;

  function endLine(): void {
    const last = line.at(-1);
    lines.push(last?.hyphenated === undefined ? line : [...line.slice(0, -1), last.hyphenated]);
    line = [];
    width = 0;
  }

  function add(segment: Segment): void {
    const needed = (segment.hyphenated ?? segment).width;
    if (line.length > 0 && width + needed > measure(lines.length) + TOLERANCE) endLine();
    const parts = needed > measure(lines.length) + TOLERANCE ? dividedAnywhere(segment) : [];
    if (parts.length > 1) {
      parts.forEach(add);
      return;
    }
    line.push(segment);
    width += segment.width + widthOf(segment.spaces);
    if (segment.endsLine) endLine();
  }

  for (const segment of segments) add(segment);
  if (line.length > 0) endLine();
  return lines;
}
