import type { Face, Glyph } from '../../model/page.ts';
import type { TextRun } from './text-runs.ts';

/** The glyphs of a text run, or of a part of it: all of one face, size and embedding level. */
export interface ShapedRun {
  readonly run: TextRun;
  readonly face: Face;
  /** The font size in points. */
  readonly size: number;
  /** Whether it is white space that may stretch and shrink; a thin space may not. */
  readonly isSpace: boolean;
  /** The embedding level (UAX #9); odd levels are right-to-left. */
  readonly level: number;
  /** In logical order. */
  readonly glyphs: readonly Glyph[];
  /** In points. */
  readonly width: number;
}

/**
 * The kind of break opportunity after a segment. `space`: white space, or a break that needs no hyphen; `hyphen`: after
 * a hyphen of the text; `soft-hyphen`: after U+00AD; `division`: where the patterns of the language hyphenate a word;
 * `anywhere`: between two clusters of a word that is wider than the measure.
 */
export type BreakKind = 'space' | 'hyphen' | 'soft-hyphen' | 'division' | 'anywhere';

/** Text between two break opportunities. */
export interface Segment {
  readonly text: string;
  readonly runs: readonly ShapedRun[];
  /**
   * White space after it, not counted in the width of a line that ends here. It is drawn all the same: text extraction
   * needs it to separate words.
   */
  readonly spaces: readonly ShapedRun[];
  /** In points, without the white space. */
  readonly width: number;
  readonly breakKind: BreakKind;
  /** Whether a break is required after it. */
  readonly breakRequired: boolean;
}

/** The total width of shaped runs, in points. */
export function widthOf(runs: readonly ShapedRun[]): number {
  let sum = 0;
  for (const { width } of runs) sum += width;
  return sum;
}

/** The shaped run with other glyphs, and the width of those. */
export function withGlyphs(shaped: ShapedRun, glyphs: readonly Glyph[]): ShapedRun {
  return { ...shaped, glyphs, width: (glyphs.reduce((sum, { advance }) => sum + advance, 0) * shaped.size) / 1000 };
}

/**
 * Joins adjacent shaped runs of one text run, face, size and level, so that a line has fewer fragments. Only for lines
 * whose white space has its natural width: a joined run cannot be stretched.
 */
export function joinShapedRuns(runs: readonly ShapedRun[]): readonly ShapedRun[] {
  const joined: ShapedRun[] = [];
  for (let start = 0; start < runs.length;) {
    const end = endOfGroup(runs, start, belongTogether);
    const [first, ...others] = runs.slice(start, end);
    if (first === undefined) break;
    joined.push(others.length === 0 ? first : joinedTo(first, others));
    start = end;
  }
  return joined;
}

function joinedTo(first: ShapedRun, others: readonly ShapedRun[]): ShapedRun {
  const glyphs = first.glyphs.concat(...others.map((shaped) => shaped.glyphs));
  return { ...first, isSpace: false, glyphs, width: widthOf([first, ...others]) };
}

function belongTogether(a: ShapedRun, b: ShapedRun): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level && a.size === b.size;
}

/** The index after the last of the adjacent values that form a group with the value at `start`. */
export function endOfGroup<T>(values: readonly T[], start: number, sameGroup: (first: T, other: T) => boolean): number {
  const first = values[start];
  if (first === undefined) return values.length;
  let end = start + 1;
  for (let next = values[end]; next !== undefined && sameGroup(first, next); next = values[end]) end += 1;
  return end;
}
