import type { Area, Direction, Fragment } from '../model/page.ts';
import type { BrokenLine } from './break-lines.ts';
import type { LineLeaf } from './galley.ts';
import { orderOnLine } from './line-order.ts';
import type { Piece } from './segments.ts';

/** How wide a piece is in a line whose white space grows by so much of itself. */
export function stretchedWidth({ width, isSpace }: Piece, stretch: number): number {
  return isSpace ? width * (1 + stretch) : width;
}

/** Where lines run: from the left end of the measure as far as it goes, or from its right end to the left. */
export interface Margins {
  readonly left: number;
  readonly measure: number;
  readonly direction: Direction;
}

/** Where on the sheet the left end of something is that has so far counted from the start of the measure. */
export function leftOf({ x, width }: Pick<Area, 'x' | 'width'>, { left, measure, direction }: Margins): number {
  return left + (direction === 'rtl' ? measure - x - width : x);
}

/**
 * The pieces of a line as they are read, each with its place on the sheet; white space at the line's end stands beyond it.
 * `start` counts from the start of the measure, `paragraph` is where the line's paragraph is written to.
 */
export function placePieces(
  { words, spaces, stretch }: BrokenLine,
  start: number,
  paragraph: Direction,
  margins: Margins,
): readonly Fragment[] {
  const fromLeft = orderFromLeft(words, paragraph);
  const places: number[] = [];
  let x = start;
  const place = (piece: Piece | undefined, index: number): void => {
    places[index] = x;
    if (piece !== undefined) x += stretchedWidth(piece, stretch);
  };
  for (const index of margins.direction === 'rtl' ? fromLeft.toReversed() : fromLeft) place(words[index], index);
  spaces.forEach((piece, index) => place(piece, words.length + index));
  return [...words, ...spaces].map((piece, index) => {
    const { run, face, size, level, glyphs } = piece;
    const { rise, colour } = run;
    const width = stretchedWidth(piece, stretch);
    return {
      x: leftOf({ x: places[index] ?? start, width }, margins),
      rise,
      width,
      face,
      size,
      colour,
      direction: level % 2 === 1 ? 'rtl' : 'ltr',
      glyphs,
    };
  });
}

/** The leaves that the pieces of a line belong to. */
export function leavesOf({ words, spaces }: BrokenLine): readonly LineLeaf[] {
  const leaves: LineLeaf[] = [];
  [...words, ...spaces].forEach(({ run: { leaf } }, first) => {
    if (first === 0 || leaves.at(-1)?.leaf !== leaf) leaves.push({ first, leaf });
  });
  return leaves;
}

/**
 * The numbers of pieces from left to right. The marks of notes follow what they belong to as the paragraph is written,
 * whatever is written before them.
 */
function orderFromLeft(pieces: readonly Piece[], paragraph: Direction): readonly number[] {
  if (pieces.every(({ level }) => level === 0)) return [...pieces.keys()];
  const parted = pieces.flatMap(({ run }, index): readonly (number | undefined)[] => {
    const isSeam = (run.note === undefined) !== (pieces[index - 1]?.run.note === undefined);
    return isSeam ? [undefined, index] : [index];
  });
  const levels = parted.map(
    (index) => (index === undefined ? undefined : pieces[index]?.level) ?? (paragraph === 'rtl' ? 1 : 0),
  );
  return orderOnLine(levels).flatMap((place) => parted[place] ?? []);
}
