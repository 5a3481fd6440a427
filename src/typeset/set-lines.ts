import type { Inline } from '../model/tree.ts';
import type { Direction, Role } from '../model/page.ts';
import { breakLines } from './break-lines.ts';
import { directionOf } from './embedding-levels.ts';
import type { Leaf, SetFragment, SetLine, Tag } from './galley.ts';
import { orderOnLine } from './line-order.ts';
import { runsOf, type Run } from './runs.ts';
import { segmentsOf, textOf, type Piece, type Segment } from './segments.ts';
import type { StyleName } from './stylesheet.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** Where lines stand between the ends of the measure; they start where writing starts, on the left or on the right. */
export interface Lay {
  readonly style: StyleName;
  /** From the start of the measure. */
  readonly x: number;
  readonly width: number;
  /** How much further in the second and all further lines begin. */
  readonly hanging: number;
  readonly align: 'start' | 'end' | 'centre';
}

/** Text as lines, each one leading high, and what its element holds. */
export interface TextLines {
  readonly lines: readonly SetLine[];
  /** The numbers of the notes whose marks stand in each line. */
  readonly notes: readonly (readonly number[])[];
  readonly children: readonly (Tag | Leaf)[];
}

/** Sets inline content as lines. */
export function setInline(content: readonly Inline[], role: Role, lay: Lay, context: TypesettingContext): TextLines {
  const style = context.stylesheet.styles[lay.style];
  const { runs, children } = runsOf(content, style, role, context.stylesheet, context.wording);
  return { ...setRuns(runs, lay, context), children };
}

/** Sets plain text as lines. Without a leaf it is an artifact. */
export function setText(
  text: string,
  leaf: Leaf | undefined,
  lay: Lay,
  context: TypesettingContext,
): readonly SetLine[] {
  const { regular: face, size, colour } = context.stylesheet.styles[lay.style];
  const run: Run = { text, face, size, rise: 0, colour, figures: 'lining', leaf, note: undefined };
  return setRuns([run], lay, context).lines;
}

function setRuns(runs: readonly Run[], lay: Lay, context: TypesettingContext): Pick<TextLines, 'lines' | 'notes'> {
  const direction = directionOf(textOf(runs), context.direction);
  const segments = segmentsOf(runs, direction, context);
  const indentOf = (line: number): number => (line === 0 ? 0 : lay.hanging);
  const lines = breakLines(segments, (line) => lay.width - indentOf(line));
  const baseline = baselineIn(lay.style, context);
  return {
    lines: lines.map((line, index) => ({
      style: lay.style,
      baseline,
      fragments: fragmentsOf(line, startOf(line, indentOf(index), lay), direction, context.direction),
    })),
    notes: lines.map(notesIn),
  };
}

/** From the top of a line's leading to its baseline: what the leading has more than the face is shared above and below. */
function baselineIn(style: StyleName, { stylesheet, shaper }: TypesettingContext): number {
  const { regular, size, leading } = stylesheet.styles[style];
  const { ascent, descent } = shaper.metrics(regular);
  return leading / 2 + (size * (ascent + descent)) / 2000;
}

function startOf(line: readonly Segment[], indent: number, lay: Lay): number {
  if (lay.align === 'start') return lay.x + indent;
  const room = lay.width - naturalWidth(line);
  return lay.x + (lay.align === 'end' ? room : room / 2);
}

/** How wide a line is, without the white space at its end. */
function naturalWidth(line: readonly Segment[]): number {
  return line.reduce((sum, { width, spaces }, index) => {
    const gap = index === line.length - 1 ? 0 : spaces.reduce((room, space) => room + space.width, 0);
    return sum + width + gap;
  }, 0);
}

/** The pieces of a line as they are read, each with its place; white space at the line's end stands beyond it. */
function fragmentsOf(
  line: readonly Segment[],
  start: number,
  direction: Direction,
  letter: Direction,
): readonly SetFragment[] {
  const words = line.flatMap(({ pieces, spaces }, index) =>
    index === line.length - 1 ? pieces : [...pieces, ...spaces],
  );
  const fromLeft = orderOfPieces(words, direction);
  const ordered = [...(letter === 'rtl' ? fromLeft.toReversed() : fromLeft), ...(line.at(-1)?.spaces ?? [])];
  const places = new Map<Piece, number>();
  let x = start;
  for (const piece of ordered) {
    places.set(piece, x);
    x += piece.width;
  }
  return line
    .flatMap(({ pieces, spaces }) => [...pieces, ...spaces])
    .map((piece) => {
      const { run, face, size, level, glyphs, width } = piece;
      const { rise, colour, leaf } = run;
      const own = level % 2 === 1 ? 'rtl' : 'ltr';
      return { x: places.get(piece) ?? start, rise, width, face, size, colour, direction: own, glyphs, leaf };
    });
}

/** The pieces of a line from left to right. The marks of notes follow what they belong to as the paragraph is written. */
function orderOfPieces(pieces: readonly Piece[], direction: Direction): readonly Piece[] {
  const paragraph = direction === 'rtl' ? 1 : 0;
  if (pieces.every(({ level }) => level === 0)) return pieces;
  const parted = pieces.flatMap((piece, index): readonly (Piece | undefined)[] => {
    const isSeam = (piece.run.note === undefined) !== (pieces[index - 1]?.run.note === undefined);
    return isSeam ? [undefined, piece] : [piece];
  });
  return orderOnLine(parted.map((piece) => piece?.level ?? paragraph)).flatMap((index) => parted[index] ?? []);
}

/** A mark may be divided by nothing, so its run stands in one line. */
function notesIn(line: readonly Segment[]): readonly number[] {
  const numbers = line.flatMap(({ pieces }) => pieces.map(({ run }) => run.note));
  return [...new Set(numbers.filter((number) => number !== undefined))];
}
