import type { Direction } from '../model/page.ts';
import type { BrokenLine } from './break-lines.ts';
import type { SetFragment } from './galley.ts';
import { orderOnLine } from './line-order.ts';
import type { Piece } from './segments.ts';

/** How wide a piece is in a line whose white space grows by so much of itself. */
export function stretchedWidth({ width, isSpace }: Piece, stretch: number): number {
  return isSpace ? width * (1 + stretch) : width;
}

/**
 * The pieces of a line as they are read, each with its place from the start of the measure on; white space at the line's
 * end stands beyond it. `paragraph` is where the line's paragraph is written to, `letter` where its letter is.
 */
export function placePieces(
  { words, spaces, stretch }: BrokenLine,
  start: number,
  paragraph: Direction,
  letter: Direction,
): readonly SetFragment[] {
  const fromLeft = orderFromLeft(words, paragraph);
  const places = new Map<Piece, number>();
  let x = start;
  for (const piece of [...(letter === 'rtl' ? fromLeft.toReversed() : fromLeft), ...spaces]) {
    places.set(piece, x);
    x += stretchedWidth(piece, stretch);
  }
  return [...words, ...spaces].map((piece) => {
    const { run, face, size, level, glyphs } = piece;
    const { rise, colour, leaf } = run;
    return {
      x: places.get(piece) ?? start,
      rise,
      width: stretchedWidth(piece, stretch),
      face,
      size,
      colour,
      direction: level % 2 === 1 ? 'rtl' : 'ltr',
      glyphs,
      leaf,
    };
  });
}

/** The marks of notes follow what they belong to as the paragraph is written, whatever is written before them. */
function orderFromLeft(pieces: readonly Piece[], paragraph: Direction): readonly Piece[] {
  if (pieces.every(({ level }) => level === 0)) return pieces;
  const parted = pieces.flatMap((piece, index): readonly (Piece | undefined)[] => {
    const isSeam = (piece.run.note === undefined) !== (pieces[index - 1]?.run.note === undefined);
    return isSeam ? [undefined, piece] : [piece];
  });
  const levels = parted.map((piece) => piece?.level ?? (paragraph === 'rtl' ? 1 : 0));
  return orderOnLine(levels).flatMap((index) => parted[index] ?? []);
}
