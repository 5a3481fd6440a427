import type { Direction, Fragment } from '../../model/page.ts';
import type { LineLeaf, SetLine } from '../galley.ts';
import { indentOf, leftOf, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName } from '../stylesheet.ts';
import type { BrokenLine } from './break-lines.ts';
import { orderOnLine } from './embedding-levels.ts';
import type { ShapedRun } from './segments.ts';

/** Gives a line of a paragraph its place between the margins, and its pieces theirs in it. */
export function placeLine(
  line: BrokenLine,
  index: number,
  paragraph: Direction,
  lay: ParagraphFormat,
  context: LayoutContext,
): SetLine {
  const start = startOfLine(line, indentOf(index, lay), lay);
  const fragments = placePieces(line, start, paragraph, context);
  const { stretch, endsWithHyphen } = line;
  return {
    style: lay.style,
    baseline: baselineIn(lay.style, context),
    start,
    fragments,
    leaves: leavesOf(line),
    base: 0,
    notes: notesIn(line),
    missing: missingIn(fragments),
    stretch,
    endsWithHyphen,
  };
}

/** From the top of a line's leading to its baseline: what the leading has more than the face is shared above and below. */
function baselineIn(style: StyleName, { stylesheet, shaper }: LayoutContext): number {
  const { regular, size, leading } = stylesheet.styles[style];
  const { ascent, descent } = shaper.metrics(regular);
  return leading / 2 + (size * (ascent + descent)) / 2000;
}

function startOfLine({ words, stretch }: BrokenLine, indent: number, lay: ParagraphFormat): number {
  if (lay.align === 'start') return lay.x + indent;
  const width = words.reduce((sum, piece) => sum + stretchedWidth(piece, stretch), 0);
  const room = lay.width - indent - width;
  return lay.x + indent + (lay.align === 'end' ? room : room / 2);
}

/** A mark may be divided by nothing, so its run stands in one line. */
function notesIn({ words }: BrokenLine): readonly number[] {
  const numbers = words.map(({ run }) => run.note);
  return [...new Set(numbers.filter((number) => number !== undefined))];
}

/** The characters of a line that no font has. */
function missingIn(fragments: readonly Fragment[]): readonly string[] {
  const missing: string[] = [];
  for (const { glyphs } of fragments)
    for (const { id, text } of glyphs) if (id === NOTDEF) missing.push(...Array.from(text));
  return missing;
}

/** The glyph that fonts have for what they have no glyph for. */
const NOTDEF = 0;

/** How wide a piece is in a line whose white space grows by so much of itself. */
function stretchedWidth({ width, isSpace }: ShapedRun, stretch: number): number {
  return isSpace ? width * (1 + stretch) : width;
}

/**
 * The pieces of a line as they are read, each with its place on the sheet; white space at the line's end stands beyond it.
 * `start` counts from the start of the measure, `paragraph` is where the line's paragraph is written to.
 */
function placePieces(
  { words, spaces, stretch }: BrokenLine,
  start: number,
  paragraph: Direction,
  context: LayoutContext,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let x = start;
  const place = (piece: ShapedRun, index: number): void => {
    const { run, face, size, level, glyphs } = piece;
    const { rise, colour } = run;
    const width = stretchedWidth(piece, stretch);
    const direction = level % 2 === 1 ? 'rtl' : 'ltr';
    fragments[index] = { x: leftOf({ x, width }, context), rise, width, face, size, colour, direction, glyphs };
    x += width;
  };
  for (const index of orderFromStart(words, paragraph, context.conventions.writingDirection)) {
    const piece = words[index];
    if (piece !== undefined) place(piece, index);
  }
  spaces.forEach((piece, index) => place(piece, words.length + index));
  return fragments;
}

/** The leaves that the pieces of a line belong to. */
function leavesOf({ words, spaces }: BrokenLine): readonly LineLeaf[] {
  const leaves: LineLeaf[] = [];
  [...words, ...spaces].forEach(({ run: { leaf } }, first) => {
    if (first === 0 || leaves.at(-1)?.leaf !== leaf) leaves.push({ first, leaf });
  });
  return leaves;
}

/** The numbers of pieces from where the letter's lines start. */
function orderFromStart(pieces: readonly ShapedRun[], paragraph: Direction, letter: Direction): Iterable<number> {
  if (letter === 'ltr' && pieces.every(({ level }) => level === 0)) return pieces.keys();
  const fromLeft = orderFromLeft(pieces, paragraph);
  return letter === 'rtl' ? fromLeft.toReversed() : fromLeft;
}

/**
 * The numbers of pieces from left to right. The marks of notes follow what they belong to as the paragraph is written,
 * whatever is written before them.
 */
function orderFromLeft(pieces: readonly ShapedRun[], paragraph: Direction): readonly number[] {
  const parted = pieces.flatMap(({ run }, index): readonly (number | undefined)[] => {
    const isSeam = (run.note === undefined) !== (pieces[index - 1]?.run.note === undefined);
    return isSeam ? [undefined, index] : [index];
  });
  const levels = parted.map(
    (index) => (index === undefined ? undefined : pieces[index]?.level) ?? (paragraph === 'rtl' ? 1 : 0),
  );
  return orderOnLine(levels).flatMap((place) => parted[place] ?? []);
}
