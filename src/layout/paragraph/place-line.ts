import type { Direction } from '../../model/direction.ts';
import type { Fragment } from '../../model/page.ts';
import type { LeafRange, SetLine } from '../galley.ts';
import { indentOf, leftEdgeOnSheet, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName } from '../stylesheet.ts';
import type { BrokenLine } from './break-lines.ts';
import { visualOrder } from './embedding-levels.ts';
import type { Adjustment } from './line-demerits.ts';
import type { ShapedRun } from './segments.ts';

/** The properties of a paragraph that the positions of its lines depend on. */
export interface ParagraphPlacement {
  readonly direction: Direction;
  /**
   * The width of the longest line with its indent, in points, for a paragraph of the other direction that is set as a
   * block (see `lineStart`). Undefined for one of the letter's direction, and for names.
   */
  readonly blockWidth: number | undefined;
}

/** Returns the width of the longest line of a paragraph with its indent, in points. */
export function longestLineWidth(lines: readonly BrokenLine[], format: ParagraphFormat): number {
  return Math.max(0, ...lines.map((line, index) => indentOf(index, format) + widthOfLine(line)));
}

/** Returns the width of a line without what hangs in the margins, in points. */
function widthOfLine({ runs, hang, ...adjustment }: BrokenLine): number {
  return runs.reduce((sum, shapedRun) => sum + adjustedWidth(shapedRun, adjustment), -hang.atStart - hang.atEnd);
}

/**
 * Positions a line of a paragraph between the margins, and its shaped runs on the line. `index` is the number of the
 * line in the paragraph, from 0.
 */
export function placeLine(
  line: BrokenLine,
  index: number,
  paragraph: ParagraphPlacement,
  format: ParagraphFormat,
  context: LayoutContext,
): Omit<SetLine, 'origin'> {
  const start = lineStart(line, indentOf(index, format), paragraph.blockWidth, format);
  const endsAtStart = paragraph.direction !== context.conventions.writingDirection;
  const hang = line.hang[endsAtStart ? 'atEnd' : 'atStart'];
  const fragments = placeRuns(line, start - hang, paragraph.direction, context);
  const { stretch, endsWithHyphen, hasForcedEnd, isContinuation } = line;
  return {
    style: format.style,
    baseline: baselineOffset(format.style, context),
    start,
    fragments,
    leafRanges: leafRangesOf(line),
    leafOffset: 0,
    noteNumbers: noteNumbersOf(line),
    missingCharacters: missingCharactersIn(fragments),
    stretch,
    endsWithHyphen,
    hasForcedEnd,
    isContinuation,
    width: widthOfLine(line),
    measure: format.width - indentOf(index, format),
  };
}

/**
 * Returns the distance from the top of a line to its baseline, in points. The excess of the leading over ascent and
 * descent is divided equally between the space above the text and the space below it. The metrics of a face are in
 * thousandths of the font size, and the descent is negative.
 */
function baselineOffset(style: StyleName, { stylesheet, shaper }: LayoutContext): number {
  const { regular, size, leading } = stylesheet.styles[style];
  const { ascent, descent } = shaper.metrics(regular);
  return leading / 2 + (size * (ascent + descent)) / 2000;
}

/**
 * Returns the distance from the start of the measure to the start of the line, in points. A paragraph whose direction
 * is not that of the letter is set as a block at the start of the column, `blockWidth` wide. Its lines start at the far
 * edge of the block, and are indented from there. The lines of names end at the start of the column.
 */
function lineStart(line: BrokenLine, indent: number, blockWidth: number | undefined, format: ParagraphFormat): number {
  if (format.align === 'start' && blockWidth === undefined) return format.x + indent;
  const lineWidth = widthOfLine(line);
  if (format.align === 'start') return format.x + (blockWidth ?? 0) - indent - lineWidth;
  const room = format.width - indent - lineWidth;
  return format.x + indent + (format.align === 'end' ? room : room / 2);
}

/** Returns the numbers of the notes whose marks are on a line. A mark is never divided, so each is on one line only. */
function noteNumbersOf({ runs }: BrokenLine): readonly number[] {
  const numbers = runs.map(({ run }) => run.note);
  return [...new Set(numbers.filter((number) => number !== undefined))];
}

/** Returns the characters of a line for which the fonts have no glyph. */
function missingCharactersIn(fragments: readonly Fragment[]): readonly string[] {
  const missingCharacters: string[] = [];
  for (const { glyphs } of fragments)
    for (const { id, text } of glyphs) if (id === NOTDEF) missingCharacters.push(...Array.from(text));
  return missingCharacters;
}

/** The ID of the .notdef glyph, which a font shows for a code point that it has no glyph for. */
const NOTDEF = 0;

/** Returns the width of a shaped run in a line that is adjusted. */
function adjustedWidth({ width, isSpace }: ShapedRun, { stretch, expansion }: Adjustment): number {
  return width * (1 + (isSpace ? stretch : expansion));
}

/**
 * Positions the fragments of a line on the sheet in visual order, and returns them in logical order. Trailing white
 * space is positioned beyond the end of the line. `start`: as `lineStart` returns it.
 */
function placeRuns(
  { runs, trailingSpaces, stretch, expansion }: BrokenLine,
  start: number,
  paragraphDirection: Direction,
  context: LayoutContext,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let x = start;
  const placeRun = (shapedRun: ShapedRun, index: number): void => {
    const { run, face, size, level, glyphs } = shapedRun;
    const { rise, colour } = run;
    const width = adjustedWidth(shapedRun, { stretch, expansion });
    const direction = level % 2 === 1 ? 'rtl' : 'ltr';
    fragments[index] = {
      x: leftEdgeOnSheet({ x, width }, context),
      rise,
      width,
      face,
      size,
      expansion,
      colour,
      direction,
      glyphs,
    };
    x += width;
  };
  const letterDirection = context.conventions.writingDirection;
  for (const index of orderFromStart(runs, paragraphDirection, letterDirection)) {
    const shapedRun = runs[index];
    if (shapedRun !== undefined) placeRun(shapedRun, index);
  }
  // A line whose direction is not that of the letter ends at `start`, so its trailing white space is before `start`.
  if (paragraphDirection !== letterDirection) x = start - trailingSpaces.reduce((sum, { width }) => sum + width, 0);
  trailingSpaces.forEach((shapedRun, index) => placeRun(shapedRun, runs.length + index));
  return fragments;
}

/** Returns the ranges of a line's fragments that belong to the same leaf. */
function leafRangesOf({ runs, trailingSpaces }: BrokenLine): readonly LeafRange[] {
  const leafRanges: LeafRange[] = [];
  [...runs, ...trailingSpaces].forEach(({ run: { leaf } }, firstFragment) => {
    if (firstFragment === 0 || leafRanges.at(-1)?.leaf !== leaf) leafRanges.push({ firstFragment, leaf });
  });
  return leafRanges;
}

/** Returns the indices of shaped runs in visual order, from the side on which lines of the letter start. */
function orderFromStart(
  runs: readonly ShapedRun[],
  paragraphDirection: Direction,
  letterDirection: Direction,
): Iterable<number> {
  if (letterDirection === 'ltr' && runs.every(({ level }) => level === 0)) return runs.keys();
  const fromLeft = orderFromLeft(runs, paragraphDirection);
  return letterDirection === 'rtl' ? fromLeft.toReversed() : fromLeft;
}

/**
 * Returns the indices of shaped runs in visual order, from left to right. Before and after each note mark, an empty item
 * of the paragraph's own embedding level is inserted, so that reordering never moves a mark to the other side of the
 * text or the mark before it. Such a boundary has no index (undefined).
 */
function orderFromLeft(runs: readonly ShapedRun[], paragraphDirection: Direction): readonly number[] {
  const indicesAndBoundaries = runs.flatMap(({ run }, index): readonly (number | undefined)[] => {
    const previousRun = runs[index - 1]?.run;
    const isEdgeOfMark = run !== previousRun && (run.note ?? previousRun?.note) !== undefined;
    return isEdgeOfMark ? [undefined, index] : [index];
  });
  const levels = indicesAndBoundaries.map(
    (index) => (index === undefined ? undefined : runs[index]?.level) ?? (paragraphDirection === 'rtl' ? 1 : 0),
  );
  return visualOrder(levels).flatMap((position) => indicesAndBoundaries[position] ?? []);
}
