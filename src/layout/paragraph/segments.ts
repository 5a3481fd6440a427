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
