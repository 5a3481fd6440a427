import { conventionsOf } from '../../languages/languages.ts';
import type { Language } from '../../model/language.ts';
import type { Area, Direction, Fragment } from '../../model/page.ts';
import type { BrokenLine } from './break-lines.ts';
import type { LineLeaf } from '../blocks/galley.ts';
import { orderOnLine } from './line-order.ts';
import type { Piece } from './segments.ts';
import type { Stylesheet } from '../stylesheet.ts';

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

/** The margins of letters in a language. */
export function marginsOf({ left, measure }: Stylesheet, language: Language): Margins {
  return { left, measure, direction: conventionsOf(language).writingDirection };
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
  const fragments: Fragment[] = [];
  const place = (piece: Piece, index: number, x: number): number => {
    const { run, face, size, level, glyphs } = piece;
    const { rise, colour } = run;
    const width = stretchedWidth(piece, stretch);
    const direction = level % 2 === 1 ? 'rtl' : 'ltr';
    fragments[index] = { x: leftOf({ x, width }, margins), rise, width, face, size, colour, direction, glyphs };
    return x + width;
  };
  let x = start;
  for (const index of orderFromStart(words, paragraph, margins.direction)) {
    const piece = words[index];
    if (piece !== undefined) x = place(piece, index, x);
  }
  spaces.forEach((piece, index) => {
    x = place(piece, words.length + index, x);
  });
  return fragments;
}

/** The leaves that the pieces of a line belong to. */
export function leavesOf({ words, spaces }: BrokenLine): readonly LineLeaf[] {
  const leaves: LineLeaf[] = [];
  let first = 0;
  for (const pieces of [words, spaces]) {
    for (const { run } of pieces) {
      if (first === 0 || leaves.at(-1)?.leaf !== run.leaf) leaves.push({ first, leaf: run.leaf });
      first += 1;
    }
  }
  return leaves;
}

/** The numbers of pieces from where the letter's lines start. */
function orderFromStart(pieces: readonly Piece[], paragraph: Direction, letter: Direction): Iterable<number> {
  if (letter === 'ltr' && pieces.every(({ level }) => level === 0)) return pieces.keys();
  const fromLeft = orderFromLeft(pieces, paragraph);
  return letter === 'rtl' ? fromLeft.toReversed() : fromLeft;
}

/**
 * The numbers of pieces from left to right. The marks of notes follow what they belong to as the paragraph is written,
 * whatever is written before them.
 */
function orderFromLeft(pieces: readonly Piece[], paragraph: Direction): readonly number[] {
  const parted = pieces.flatMap(({ run }, index): readonly (number | undefined)[] => {
    const isSeam = (run.note === undefined) !== (pieces[index - 1]?.run.note === undefined);
    return isSeam ? [undefined, index] : [index];
  });
  const levels = parted.map(
    (index) => (index === undefined ? undefined : pieces[index]?.level) ?? (paragraph === 'rtl' ? 1 : 0),
  );
  return orderOnLine(levels).flatMap((place) => parted[place] ?? []);
}
