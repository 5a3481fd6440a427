import type { Galley } from '../blocks/set-galley.ts';
import {
  countLeaves,
  heightOfRows,
  inseparableCount,
  withSpaceAbove,
  type GalleyNote,
  type Row,
  type SetNote,
} from '../galley.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { fillFoot, isComplete, setPageNotes, type FootPolicy, type FootRows } from './fill-foot.ts';
import { heightOfFoot, type PageRows } from './stack-page.ts';

/** A letter that is divided into pages. */
export interface Pagination {
  readonly pages: readonly PageRows[];
  /** The notes in the forms that their pages require, in order. Their leaves have numbers after those of the galley. */
  readonly notes: readonly SetNote[];
  /**
   * The groups of inseparable rows that are taller than a page. If there are any, they and their notes are on no page.
   */
  readonly tooTallGroups: readonly (readonly Row[])[];
}

/** One way to fill a page. */
interface PageFill {
  /** The number of galley rows on the page, from the first one that is not on a page yet. */
  readonly rowCount: number;
  readonly foot: FootRows;
  /** The sum of its defects, in points of unused height or their equivalent; lower is better. */
  readonly cost: number;
}

/**
 * Divides a galley into pages, one page after the other. Each page ends at the break of least cost: the page should be
 * full, its break should not be one to avoid, and the notes should not be continued on the next page. `topOfPageText`
 * returns the top of the text of a page (counted from 0), in points from the top of the sheet. Inseparable rows that
 * are taller than an empty page are put on no page but returned in `tooTallGroups`, so that the caller can report all
 * of them.
 */
export function paginate(
  { rows: galleyRows, leafCount, notes: galleyNotes }: Pick<Galley, 'rows' | 'leafCount' | 'notes'>,
  topOfPageText: (pageIndex: number) => number,
  stylesheet: Stylesheet,
): Pagination {
  const notesByNumber = new Map(galleyNotes.map((note) => [note.number, note]));
  const pages: PageRows[] = [];
  const tooTallGroups: (readonly Row[])[] = [];
  const begunNotes: SetNote[] = [];
  /** The notes whose marks are on a page. */
  const assignedNumbers = new Set<number>();
  let remainingRows = galleyRows;
  /** The rest of a note that began on an earlier page. */
  let continuedRows: readonly Row[] = [];
  /** The notes that have their marks on an earlier page, but no room there to begin. */
  let waitingNotes: readonly GalleyNote[] = [];

  /** Returns the notes whose marks are in the rows and on no page yet, in the order of their marks. */
  function unassignedNotes(rows: readonly Row[]): readonly GalleyNote[] {
    if (notesByNumber.size === 0) return [];
    const numbers = new Set(rows.flatMap((row) => row.noteNumbers).filter((number) => !assignedNumbers.has(number)));
    return [...numbers].map((number) => findNote(number, notesByNumber));
  }

  function takeRows(rowCount: number): void {
    for (const { number } of unassignedNotes(remainingRows.slice(0, rowCount))) assignedNumbers.add(number);
    remainingRows = withRepeatedHead(remainingRows.slice(rowCount));
  }

  function addPage({ rowCount, foot }: PageFill): void {
    pages.push({
      rows: withSpaceAbove(remainingRows.slice(0, rowCount), 0),
      noteRows: foot.rows,
      continuesNote: continuedRows.length > 0,
    });
    begunNotes.push(...foot.begunNotes);
    continuedRows = foot.continuedRows;
    waitingNotes = foot.waitingNotes.map(({ number }) => findNote(number, notesByNumber));
    takeRows(rowCount);
  }

  while (remainingRows.length > 0 || continuedRows.length > 0 || waitingNotes.length > 0) {
    const availableHeight = stylesheet.textBottom - topOfPageText(pages.length) + TOLERANCE;
    const rowCounts = possibleRowCounts(remainingRows, availableHeight);
    // The form of a note depends on the notes above it only, so that it is the same wherever the page ends below it.
    const notes = setPageNotes(
      [...waitingNotes, ...unassignedNotes(remainingRows.slice(0, rowCounts.at(-1)))],
      leafCount + countLeaves(begunNotes),
    );
    const tryFill = (rowCount: number, policy: FootPolicy): PageFill | undefined => {
      const rows = remainingRows.slice(0, rowCount);
      const footRoom = availableHeight - heightOfRows(rows);
      if (footRoom < 0) return undefined;
      const fits = (noteRows: readonly Row[]): boolean => heightOfFoot(noteRows, stylesheet) <= footRoom;
      const noteCount = waitingNotes.length + unassignedNotes(rows).length;
      const foot = fillFoot(continuedRows, notes.slice(0, noteCount), fits, policy);
      if (foot === undefined || (rowCount === 0 && foot.rows.length === 0)) return undefined;
      const unusedHeight = footRoom - heightOfFoot(foot.rows, stylesheet);
      return { rowCount, foot, cost: fillCost(rows, remainingRows.length, foot, unusedHeight, availableHeight) };
    };
    const bestFill =
      findBestFill(rowCounts, (rowCount) => tryFill(rowCount, 'every-note-begins')) ??
      tryFill(inseparableCount(remainingRows), 'as-many-rows-as-fit');
    if (bestFill !== undefined) {
      addPage(bestFill);
    } else {
      const group = remainingRows.slice(0, inseparableCount(remainingRows));
      tooTallGroups.push(group);
      begunNotes.push(...unassignedNotes(group).map((note) => note.setNote(undefined)));
      takeRows(group.length);
    }
  }
  return { pages, notes: begunNotes, tooTallGroups };
}

function findNote(number: number, notesByNumber: ReadonlyMap<number, GalleyNote>): GalleyNote {
  const note = notesByNumber.get(number);
  if (note === undefined) throw new Error(`the letter has no note ${number}`);
  return note;
}

/** Returns the rows of further pages, with the head of their table if they begin within one. */
function withRepeatedHead(rows: readonly Row[]): readonly Row[] {
  const repeatedHead = rows[0]?.repeatedHead ?? [];
  return repeatedHead.length === 0 ? rows : [...repeatedHead, ...rows];
}

/** Returns the numbers of rows after which the page may end, from 0 up to as many rows as fit. */
function possibleRowCounts(rows: readonly Row[], availableHeight: number): readonly number[] {
  const counts = [0];
  let height = 0;
  for (const [index, row] of rows.entries()) {
    height += row.height + (index === 0 ? 0 : row.spaceAbove);
    if (height > availableHeight) break;
    if (index === rows.length - 1 || row.breakAfter !== 'never') counts.push(index + 1);
  }
  return counts;
}

/** The cost of a page break that should be avoided. It exceeds the cost of any page with another break. */
const AVOIDED_BREAK_COST = 10_000;
/**
 * The cost of continuing a note on the next page, as a share of the available height. A page with complete notes is
 * preferred if it leaves less than this share empty.
 */
const CONTINUED_NOTE_SHARE = 0.25;
/**
 * The share of the available height that galley rows should fill on a page whose notes are continued on the next page.
 * If they fill less, the page costs more. Note rows reduce the cost, up to the height that remains.
 */
const TEXT_SHARE = 0.5;

/**
 * Returns the cost of a page fill. `remainingRowCount` is the number of galley rows from the start of the page to the
 * end of the galley. `availableHeight` is the height for galley rows and notes, and `unusedHeight` is the part of it
 * that stays empty. Heights are in points.
 */
function fillCost(
  rows: readonly Row[],
  remainingRowCount: number,
  foot: FootRows,
  unusedHeight: number,
  availableHeight: number,
): number {
  const endsGalley = rows.length === remainingRowCount;
  const breakCost = !endsGalley && rows.at(-1)?.breakAfter === 'avoid' ? AVOIDED_BREAK_COST : 0;
  if (isComplete(foot)) return breakCost + (endsGalley ? 0 : unusedHeight);
  const textShortfall = endsGalley ? 0 : Math.max(0, availableHeight * TEXT_SHARE - heightOfRows(rows));
  const footHeight = Math.min(heightOfRows(foot.rows), availableHeight * (1 - TEXT_SHARE));
  return breakCost + unusedHeight + availableHeight * CONTINUED_NOTE_SHARE + 3 * textShortfall - footHeight / 2;
}

/**
 * Returns the page fill of least cost, or the one with the most rows if several have this cost. Fewer rows leave more
 * of the page empty, so the search ends at the first fill that has complete notes and no break to avoid.
 */
function findBestFill(
  counts: readonly number[],
  tryFill: (rowCount: number) => PageFill | undefined,
): PageFill | undefined {
  let bestFill: PageFill | undefined;
  for (const rowCount of counts.toReversed()) {
    const fill = tryFill(rowCount);
    if (fill === undefined) continue;
    if (fill.cost < (bestFill?.cost ?? Infinity)) bestFill = fill;
    if (isComplete(fill.foot) && fill.cost < AVOIDED_BREAK_COST) break;
  }
  return bestFill;
}

/** The tolerance for floating-point rounding errors when rows are fitted to a page, in points. */
const TOLERANCE = 0.001;
