import type { Face, Glyph } from '../../model/page.ts';
import type { TextRun } from './text-runs.ts';

/** A part of a run, shaped. */
export interface ShapedRun {
  readonly run: TextRun;
  readonly face: Face;
  readonly size: number;
  /** White space that may be stretched: thin spaces may not. */
  readonly isSpace: boolean;
  /** Its embedding level: an odd one is written from right to left. */
  readonly level: number;
  readonly glyphs: readonly Glyph[];
  /** In points. */
  readonly width: number;
}

/** How a segment ends, and a line that ends with it: at a space, a hyphen that was typed, or inside a word. */
export type SegmentEnd = 'space' | 'hyphen' | 'soft-hyphen' | 'division' | 'anywhere';

/** What stands between two places where a line may end. */
export interface Segment {
  readonly text: string;
  readonly runs: readonly ShapedRun[];
  /** White space after it: drawn, so that words stay apart for those who read the text, but not counted at a line's end. */
  readonly spaces: readonly ShapedRun[];
  /** In points, without the white space. */
  readonly width: number;
  readonly end: SegmentEnd;
  readonly endsLine: boolean;
}

/** How wide pieces are beside each other. */
export function widthOf(pieces: readonly ShapedRun[]): number {
  let sum = 0;
  for (const { width } of pieces) sum += width;
  return sum;
}

/** A piece with other glyphs. */
export function withGlyphs(piece: ShapedRun, glyphs: readonly Glyph[]): ShapedRun {
  return { ...piece, glyphs, width: (glyphs.reduce((sum, { advance }) => sum + advance, 0) * piece.size) / 1000 };
}

/**
 * Pieces beside each other as one where they have one run, one face and one level: lines have many words and few looks.
 * Only of lines whose white space keeps its width.
 */
export function joinedPieces(pieces: readonly ShapedRun[]): readonly ShapedRun[] {
  const joined: ShapedRun[] = [];
  for (let start = 0; start < pieces.length;) {
    const end = endOfGroup(pieces, start, belongTogether);
    const [first, ...others] = pieces.slice(start, end);
    if (first === undefined) break;
    joined.push(others.length === 0 ? first : joinedTo(first, others));
    start = end;
  }
  return joined;
}

function joinedTo(first: ShapedRun, others: readonly ShapedRun[]): ShapedRun {
  const glyphs = first.glyphs.concat(...others.map((piece) => piece.glyphs));
  return { ...first, isSpace: false, glyphs, width: widthOf([first, ...others]) };
}

function belongTogether(a: ShapedRun, b: ShapedRun): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level && a.size === b.size;
}

/** Where the neighbours end that are one with the value at `start`. */
export function endOfGroup<T>(values: readonly T[], start: number, areOne: (first: T, other: T) => boolean): number {
  const first = values[start];
  if (first === undefined) return values.length;
  let end = start + 1;
  for (let next = values[end]; next !== undefined && areOne(first, next); next = values[end]) end += 1;
  return end;
}
