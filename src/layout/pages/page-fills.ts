import type { Row } from '../galley.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { SpaceFactor } from '../vertical-space.ts';
import { fillFoot, type FootPolicy, type FootRows } from './fill-foot.ts';
import type { MeasuredGalley } from './measured-galley.ts';
import { heightOfFoot } from './stack-page.ts';

/** What is on no page yet where a page begins. */
export interface PageStart {
  /** The first row of the galley that is on no page yet. */
  readonly row: number;
  /** The first note, in the order of the marks, of which nothing is on a page yet. */
  readonly note: number;
  /** The rest of the note before it, which began on an earlier page. */
  readonly continuedRows: readonly Row[];
}

/** Where the first page begins. */
export const LETTER_START: PageStart = { row: 0, note: 0, continuedRows: [] };

/** Whether nothing of a letter is left for another page. */
export function isLetterEnd({ row, note, continuedRows }: PageStart, galley: MeasuredGalley): boolean {
  return row === galley.rows.length && note === galley.noteCount && continuedRows.length === 0;
}

/** One way to fill a page. Heights are in points. */
export interface PageFill {
  readonly start: PageStart;
  /** The row after the last one on the page. */
  readonly end: number;
  readonly foot: FootRows;
  /** The height for rows and notes. */
  readonly availableHeight: number;
  /** The height of the rows. */
  readonly textHeight: number;
  /** The part of the available height that stays empty. */
  readonly unusedHeight: number;
}

/**
 * Returns the ways to fill a page whose spaces give by a factor, from the one with the most rows to the one with the
 * fewest. Every note whose mark is on the page begins there. Only if there is no such way, it is the one with the
 * fewest rows and as many rows of notes as fit; none if not even these rows fit.
 */
export function* pageFills(
  start: PageStart,
  availableHeight: number,
  factor: SpaceFactor,
  galley: MeasuredGalley,
  stylesheet: Stylesheet,
): Generator<PageFill, void> {
  const { rows } = galley;
  const fillTo = (end: number, policy: FootPolicy): PageFill | undefined => {
    const textHeight = galley.heightBetween(start.row, end, factor);
    const footRoom = availableHeight - textHeight;
    if (footRoom < -TOLERANCE) return undefined;
    const fits = (noteRows: readonly Row[]): boolean => heightOfFoot(noteRows, stylesheet) <= footRoom + TOLERANCE;
    const notes = galley.notesOfPage(start.note, galley.countMarksBefore(end));
    const foot = fillFoot(start.continuedRows, notes, fits, policy);
    if (foot === undefined || (end === start.row && foot.rows.length === 0)) return undefined;
    const unusedHeight = footRoom - heightOfFoot(foot.rows, stylesheet);
    return { start, end, foot, availableHeight, textHeight, unusedHeight };
  };
  let hasFill = false;
  for (let end = lastEnd(start.row, availableHeight, factor, galley); end >= start.row; end -= 1) {
    if (end > start.row && end < rows.length && rows[end - 1]?.breakAfter === 'never') continue;
    const fill = fillTo(end, 'every-note-begins');
    if (fill === undefined) continue;
    hasFill = true;
    yield fill;
  }
  if (hasFill) return;
  const fill = fillTo(endOfInseparableRows(start.row, rows), 'as-many-rows-as-fit');
  if (fill !== undefined) yield fill;
}

/** Returns where the page after a filled one begins. */
export function startAfter({ start, end, foot }: PageFill): PageStart {
  return { row: end, note: start.note + foot.begunNotes.length, continuedRows: foot.continuedRows };
}

/** Returns the end of the rows, from a row on, that no page break may separate. */
export function endOfInseparableRows(start: number, rows: readonly Row[]): number {
  let end = start;
  while (rows[end]?.breakAfter === 'never') end += 1;
  return Math.min(end + 1, rows.length);
}

/** Returns the end of the rows, from a row on, that a page has room for. */
function lastEnd(
  start: number,
  availableHeight: number,
  factor: SpaceFactor,
  { rows, heightBetween }: MeasuredGalley,
): number {
  // Each row adds to the height, so that the end is found by halving.
  let end = start;
  let tooFar = rows.length + 1;
  while (tooFar - end > 1) {
    const middle = Math.floor((end + tooFar) / 2);
    if (heightBetween(start, middle, factor) > availableHeight + TOLERANCE) tooFar = middle;
    else end = middle;
  }
  return end;
}

/** The tolerance for floating-point rounding errors when rows are fitted to a page, in points. */
export const TOLERANCE = 0.001;
