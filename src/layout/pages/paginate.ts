import { heightOfRows, withSpaceAbove, type Row, type SetNote } from '../galley.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { heightOfFoot, type PageRows } from './stack-page.ts';

/** The pages, and the groups of inseparable rows that are taller than a page. */
export interface Pagination {
  readonly pages: readonly PageRows[];
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
  galleyRows: readonly Row[],
  typesetNotes: readonly SetNote[],
  topOfPageText: (pageIndex: number) => number,
  stylesheet: Stylesheet,
): Pagination {
  const notesByNumber = new Map(typesetNotes.map((note) => [note.number, note]));
  const pages: PageRows[] = [];
  const tooTallGroups: (readonly Row[])[] = [];
  const placedNoteNumbers = new Set<number>();
  let remainingRows = galleyRows;
  let carriedOverRows: readonly Row[] = [];

  function addPage({ rowCount, foot }: PageFill): void {
    for (const { number } of unplacedNotes(remainingRows.slice(0, rowCount), notesByNumber, placedNoteNumbers))
      placedNoteNumbers.add(number);
    pages.push({
      rows: withSpaceAbove(remainingRows.slice(0, rowCount), 0),
      noteRows: foot.rows,
      continuesNote: carriedOverRows.length > 0,
    });
    remainingRows = remainingRows.slice(rowCount);
    carriedOverRows = foot.carriedOverRows;
  }

  while (remainingRows.length > 0 || carriedOverRows.length > 0) {
    const availableHeight = stylesheet.textBottom - topOfPageText(pages.length) + TOLERANCE;
    const tryFill = (rowCount: number, policy: FootPolicy): PageFill | undefined => {
      const rows = remainingRows.slice(0, rowCount);
      const footRoom = availableHeight - heightOfRows(rows);
      const fits = (noteRows: readonly Row[]): boolean => heightOfFoot(noteRows, stylesheet) <= footRoom;
      const foot =
        footRoom < 0
          ? undefined
          : fillFoot(carriedOverRows, unplacedNotes(rows, notesByNumber, placedNoteNumbers), fits, policy);
      if (foot === undefined || (rowCount === 0 && foot.rows.length === 0)) return undefined;
      return {
        rowCount,
        foot,
        cost: fillCost(
          rows,
          remainingRows.length,
          foot,
          footRoom - heightOfFoot(foot.rows, stylesheet),
          availableHeight,
        ),
      };
    };
    const bestFill =
      findBestFill(possibleRowCounts(remainingRows, availableHeight), (rowCount) =>
        tryFill(rowCount, 'every-note-begins'),
      ) ?? tryFill(inseparableCount(remainingRows), 'as-many-rows-as-fit');
    if (bestFill !== undefined) {
      addPage(bestFill);
    } else {
      const groupLength = inseparableCount(remainingRows);
      for (const { number } of unplacedNotes(remainingRows.slice(0, groupLength), notesByNumber, placedNoteNumbers))
        placedNoteNumbers.add(number);
      tooTallGroups.push(remainingRows.slice(0, groupLength));
      remainingRows = remainingRows.slice(groupLength);
    }
  }
  return { pages, tooTallGroups };
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
  if (foot.carriedOverRows.length === 0) return breakCost + (endsGalley ? 0 : unusedHeight);
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
    if (fill.foot.carriedOverRows.length === 0 && fill.cost < AVOIDED_BREAK_COST) break;
  }
  return bestFill;
}

/** The rows of notes at the foot of a page, and the rows that are continued on the next page. */
interface FootRows {
  readonly rows: readonly Row[];
  readonly carriedOverRows: readonly Row[];
}

/**
 * Which rows of notes a page must have at its foot. `every-note-begins`: at least the first rows of each note whose
 * mark is on the page. `as-many-rows-as-fit`: no minimum, for marks in inseparable rows whose notes cannot all begin on
 * the page.
 */
type FootPolicy = 'every-note-begins' | 'as-many-rows-as-fit';

/**
 * Fills the foot of a page: first with the rows that are carried over from the previous page, then with the notes whose
 * marks are on this page. If every note must begin here, only the last one may be continued. Returns undefined if the
 * rows do not fit.
 */
function fillFoot(
  carriedOverRows: readonly Row[],
  notes: readonly SetNote[],
  fits: (rows: readonly Row[]) => boolean,
  policy: FootPolicy,
): FootRows | undefined {
  const rows = [...carriedOverRows, ...notes.flatMap((note) => note.rows)];
  const lastNoteRows = notes.at(-1)?.rows ?? [];
  const minimumCount =
    policy === 'as-many-rows-as-fit' || notes.length === 0
      ? 0
      : rows.length - lastNoteRows.length + inseparableCount(lastNoteRows);
  for (let count = rows.length; count >= minimumCount; count -= 1) {
    const mayEnd = count === 0 || count === rows.length || rows[count - 1]?.breakAfter !== 'never';
    if (mayEnd && fits(rows.slice(0, count))) return { rows: rows.slice(0, count), carriedOverRows: rows.slice(count) };
  }
  return undefined;
}

/** Returns the number of rows at the start, including the first, that no page break may separate. */
function inseparableCount(rows: readonly Row[]): number {
  return rows.findIndex(({ breakAfter }) => breakAfter !== 'never') + 1 || rows.length;
}

/** Returns the notes whose marks are in the rows and that are on no page yet, in the order of their marks. */
function unplacedNotes(
  rows: readonly Row[],
  notesByNumber: ReadonlyMap<number, SetNote>,
  placedNoteNumbers: ReadonlySet<number>,
): readonly SetNote[] {
  if (notesByNumber.size === 0) return [];
  const numbers = new Set(rows.flatMap((row) => row.noteNumbers).filter((number) => !placedNoteNumbers.has(number)));
  return [...numbers].map((number) => {
    const note = notesByNumber.get(number);
    if (note === undefined) throw new Error(`the letter has no note ${number}`);
    return note;
  });
}

/** The tolerance for floating-point rounding errors when rows are fitted to a page, in points. */
const TOLERANCE = 0.001;
