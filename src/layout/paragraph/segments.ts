import type { Face, Glyph } from '../../model/page.ts';
import type { TextRun } from './text-runs.ts';

/** The glyphs of a text run, or of a part of it, all of one face, size and embedding level. */
export interface ShapedRun {
  /** The text run that the glyphs are from. */
  readonly run: TextRun;
  readonly face: Face;
  /** The font size in points. */
  readonly size: number;
  /** Whether the run is white space that may be stretched and shrunk. Thin spaces may not. */
  readonly isSpace: boolean;
  /** The embedding level (UAX #9); odd levels are right-to-left. */
  readonly level: number;
  /** The glyphs, in logical order. */
  readonly glyphs: readonly Glyph[];
  /** The width in points. */
  readonly width: number;
}

/**
 * The kind of break opportunity after a segment. `space`: at white space, or at another break that needs no hyphen;
 * `hyphen`: after a hyphen of the text; `soft-hyphen`: after U+00AD; `division`: at a hyphenation point of the
 * language; `avoided-division`: the same in a word with a capital, which may be a name, and in a part of a compound with
 * a hyphen; `anywhere`: between two clusters of a word that is wider than the measure.
 */
export type BreakKind = 'space' | 'hyphen' | 'soft-hyphen' | 'division' | 'avoided-division' | 'anywhere';

/** Text between two break opportunities. */
export interface Segment {
  readonly text: string;
  readonly runs: readonly ShapedRun[];
  /**
   * The white space after the segment. If a line ends here, it is not counted in the width of the line, but it is
   * drawn, because text extraction needs it to separate words.
   */
  readonly spaces: readonly ShapedRun[];
  /** The width in points, without the white space after the segment. */
  readonly width: number;
  readonly breakKind: BreakKind;
  /** Whether a line must end after the segment. */
  readonly breakRequired: boolean;
}

/** Returns the total width of shaped runs, in points. */
export function totalWidth(runs: readonly ShapedRun[]): number {
  let sum = 0;
  for (const { width } of runs) sum += width;
  return sum;
}

/** Returns the shaped run with other glyphs and their width. */
export function withGlyphs(shapedRun: ShapedRun, glyphs: readonly Glyph[]): ShapedRun {
  return {
    ...shapedRun,
    glyphs,
    width: (glyphs.reduce((sum, { advance }) => sum + advance, 0) * shapedRun.size) / 1000,
  };
}

/**
 * Joins adjacent shaped runs of one text run, face, size and level, so that a line has fewer fragments. This is
 * possible only in a line whose white space has its natural width, because a joined run cannot be stretched.
 */
export function joinShapedRuns(runs: readonly ShapedRun[]): readonly ShapedRun[] {
  const joinedRuns: ShapedRun[] = [];
  for (let start = 0; start < runs.length;) {
    const end = endOfGroup(runs, start, canBeJoined);
    const [firstRun, ...otherRuns] = runs.slice(start, end);
    if (firstRun === undefined) break;
    joinedRuns.push(otherRuns.length === 0 ? firstRun : joinGroup(firstRun, otherRuns));
    start = end;
  }
  return joinedRuns;
}

function joinGroup(firstRun: ShapedRun, otherRuns: readonly ShapedRun[]): ShapedRun {
  const glyphs = firstRun.glyphs.concat(...otherRuns.map((shapedRun) => shapedRun.glyphs));
  return { ...firstRun, isSpace: false, glyphs, width: totalWidth([firstRun, ...otherRuns]) };
}

function canBeJoined(a: ShapedRun, b: ShapedRun): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level && a.size === b.size;
}

/**
 * Returns the end (exclusive) of the group of adjacent values that starts at `start`. `sameGroup` compares each value
 * with the first one of the group.
 */
export function endOfGroup<T>(values: readonly T[], start: number, sameGroup: (first: T, other: T) => boolean): number {
  const first = values[start];
  if (first === undefined) return values.length;
  let end = start + 1;
  for (let next = values[end]; next !== undefined && sameGroup(first, next); next = values[end]) end += 1;
  return end;
}
