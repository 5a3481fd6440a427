import type { Direction } from '../../model/direction.ts';
import type { Fragment } from '../../model/page.ts';
import type { LeafRange, SetLine } from '../galley.ts';
import { indentOf, leftOf, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName } from '../stylesheet.ts';
import type { BrokenLine } from './break-lines.ts';
import { visualOrder } from './embedding-levels.ts';
import type { ShapedRun } from './segments.ts';

/** The direction of a paragraph and, if that is not the direction of the letter, the width of its longest line. */
export interface ParagraphBlock {
  readonly direction: Direction;
  /** In points, indents included. */
  readonly width: number | undefined;
}

/** The width of the longest line of a paragraph with its indent, in points. */
export function blockWidth(lines: readonly BrokenLine[], format: ParagraphFormat): number {
  return Math.max(0, ...lines.map((line, index) => indentOf(index, format) + widthOfLine(line)));
}

function widthOfLine({ runs, stretch }: BrokenLine): number {
  return runs.reduce((sum, shapedRun) => sum + stretchedWidth(shapedRun, stretch), 0);
}

/**
 * Positions a line of a paragraph between the margins, and its shaped runs on the line. `index` is the number of the
 * line from 0.
 */
export function placeLine(
  line: BrokenLine,
  index: number,
  paragraph: ParagraphBlock,
  format: ParagraphFormat,
  context: LayoutContext,
): SetLine {
  const start = startOfLine(line, indentOf(index, format), paragraph.width, format);
  const fragments = placeRuns(line, start, paragraph.direction, context);
  const { stretch, endsWithHyphen } = line;
  return {
    style: format.style,
    baseline: baselineIn(format.style, context),
    start,
    fragments,
    leaves: leavesOf(line),
    leafOffset: 0,
    noteNumbers: notesIn(line),
    missingCharacters: missingIn(fragments),
    stretch,
    endsWithHyphen,
  };
}

/**
 * The distance from the top of a line to its baseline, in points: half of the leading in excess of ascent and descent
 * goes above the text, half below.
 */
function baselineIn(style: StyleName, { stylesheet, shaper }: LayoutContext): number {
  const { regular, size, leading } = stylesheet.styles[style];
  const { ascent, descent } = shaper.metrics(regular);
  return leading / 2 + (size * (ascent + descent)) / 2000;
}

/**
 * The distance from the start of the measure to the start of the line, in points. A paragraph in the other direction than
 * the letter's is a block at the start of the column, as wide as its longest line (`blockWidth`): its lines are flush,
 * and its hanging indent is, at the block's far edge, where its own lines start.
 */
function startOfLine(
  line: BrokenLine,
  indent: number,
  widthOfBlock: number | undefined,
  format: ParagraphFormat,
): number {
  if (format.align === 'start' && widthOfBlock === undefined) return format.x + indent;
  const width = widthOfLine(line);
  if (format.align === 'start') return format.x + (widthOfBlock ?? 0) - indent - width;
  const room = format.width - indent - width;
  return format.x + indent + (format.align === 'end' ? room : room / 2);
}

/** The numbers of the notes whose marks are on a line. A mark is never divided, so it is on one line only. */
function notesIn({ runs }: BrokenLine): readonly number[] {
  const numbers = runs.map(({ run }) => run.note);
  return [...new Set(numbers.filter((number) => number !== undefined))];
}

/** The characters of a line that no font has. */
function missingIn(fragments: readonly Fragment[]): readonly string[] {
  const missing: string[] = [];
  for (const { glyphs } of fragments)
    for (const { id, text } of glyphs) if (id === NOTDEF) missing.push(...Array.from(text));
  return missing;
}

/** The id of the .notdef glyph, which fonts show for a code point without a glyph. */
const NOTDEF = 0;

/** The width of a shaped run in a line whose white space is stretched by a share of its natural width. */
function stretchedWidth({ width, isSpace }: ShapedRun, stretch: number): number {
  return isSpace ? width * (1 + stretch) : width;
}

/**
 * The fragments of a line, in logical order, positioned on the sheet in visual order. Trailing white space is placed
 * beyond the end of the line. `start` is the distance from the start of the measure, `paragraph` the direction of the
 * paragraph.
 */
function placeRuns(
  { runs, trailingSpaces, stretch }: BrokenLine,
  start: number,
  paragraph: Direction,
  context: LayoutContext,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let x = start;
  const place = (shapedRun: ShapedRun, index: number): void => {
    const { run, face, size, level, glyphs } = shapedRun;
    const { rise, colour } = run;
    const width = stretchedWidth(shapedRun, stretch);
    const direction = level % 2 === 1 ? 'rtl' : 'ltr';
    fragments[index] = { x: leftOf({ x, width }, context), rise, width, face, size, colour, direction, glyphs };
    x += width;
  };
  const letter = context.conventions.writingDirection;
  for (const index of orderFromStart(runs, paragraph, letter)) {
    const shapedRun = runs[index];
    if (shapedRun !== undefined) place(shapedRun, index);
  }
  // A line of a paragraph in the other direction ends where lines of the letter start.
  if (paragraph !== letter) x = start - trailingSpaces.reduce((sum, { width }) => sum + width, 0);
  trailingSpaces.forEach((shapedRun, index) => place(shapedRun, runs.length + index));
  return fragments;
}

/** The leaves of a line, each from its first fragment on. */
function leavesOf({ runs, trailingSpaces }: BrokenLine): readonly LeafRange[] {
  const leaves: LeafRange[] = [];
  [...runs, ...trailingSpaces].forEach(({ run: { leaf } }, first) => {
    if (first === 0 || leaves.at(-1)?.leaf !== leaf) leaves.push({ first, leaf });
  });
  return leaves;
}

/** The indices of shaped runs in visual order, from the side where lines of the letter start. */
function orderFromStart(runs: readonly ShapedRun[], paragraph: Direction, letter: Direction): Iterable<number> {
  if (letter === 'ltr' && runs.every(({ level }) => level === 0)) return runs.keys();
  const fromLeft = orderFromLeft(runs, paragraph);
  return letter === 'rtl' ? fromLeft.toReversed() : fromLeft;
}

/**
 * The indices of shaped runs in visual order, from left to right. A boundary of the paragraph's own embedding level is
 * inserted before and after each note mark, so that reordering never moves a mark to the other side of the text before
 * it.
 */
function orderFromLeft(runs: readonly ShapedRun[], paragraph: Direction): readonly number[] {
  const withBoundaries = runs.flatMap(({ run }, index): readonly (number | undefined)[] => {
    const isBoundary = (run.note === undefined) !== (runs[index - 1]?.run.note === undefined);
    return isBoundary ? [undefined, index] : [index];
  });
  const levels = withBoundaries.map(
    (index) => (index === undefined ? undefined : runs[index]?.level) ?? (paragraph === 'rtl' ? 1 : 0),
  );
  return visualOrder(levels).flatMap((position) => withBoundaries[position] ?? []);
}
