import type { Face, Glyph } from '../../model/page.ts';
import type { Run } from './runs.ts';

/** A part of a run, shaped. */
export interface Piece {
  readonly run: Run;
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
  readonly pieces: readonly Piece[];
  /** White space after it: drawn, so that words stay apart for those who read the text, but not counted at a line's end. */
  readonly spaces: readonly Piece[];
  /** In points, without the white space. */
  readonly width: number;
  readonly end: SegmentEnd;
  readonly endsLine: boolean;
}

/** How wide pieces are beside each other. */
export function widthOf(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const { width } of pieces) sum += width;
  return sum;
}

/** A piece with other glyphs. */
export function withGlyphs(piece: Piece, glyphs: readonly Glyph[]): Piece {
  return { ...piece, glyphs, width: (glyphs.reduce((sum, { advance }) => sum + advance, 0) * piece.size) / 1000 };
}

/**
 * Pieces beside each other as one where they have one run, one face and one level: lines have many words and few looks.
 * Only of lines whose white space keeps its width.
 */
export function joinedPieces(pieces: readonly Piece[]): readonly Piece[] {
  return grouped(pieces, belongTogether).map((group) => {
    const [first, ...others] = group;
    if (others.length === 0) return first;
    const glyphs = first.glyphs.concat(...others.map((piece) => piece.glyphs));
    return { ...first, isSpace: false, glyphs, width: widthOf(group) };
  });
}

function belongTogether(a: Piece, b: Piece): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level && a.size === b.size;
}

/** Values that have at least one member. */
export type Group<T> = readonly [T, ...(readonly T[])];

/** Neighbours that belong together as groups; `areOne` holds between any two of a group, or of none. */
export function grouped<T>(values: readonly T[], areOne: (first: T, other: T) => boolean): readonly Group<T>[] {
  const groups: [T, ...T[]][] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last !== undefined && areOne(last[0], value)) last.push(value);
    else groups.push([value]);
  }
  return groups;
}
