import { heightOf, withSpaceAbove, type Row, type SetNote } from '../galley.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { heightOfFoot, type PageRows } from './stack-page.ts';

/** The pages, and the groups of inseparable rows that are taller than a page. */
export interface Pagination {
  readonly pages: readonly PageRows[];
  readonly tooTall: readonly (readonly Row[])[];
}

/** One way to fill a page. */
interface PageFill {
  /** The number of galley rows on the page. */
  readonly count: number;
  readonly foot: FootRows;
  /** In points of empty space, or their equivalent in other defects; lower is better. */
  readonly cost: number;
}

/**
 * Divides a galley into pages, one page after the other, each at the break of least cost: the page should be full, end
 * where a break need not be avoided, and have its notes whole at its foot. `topOf` returns the top of the text of a
 * page, in points from the top of the sheet. Inseparable rows taller than an empty page are left out and returned in
 * `tooTall`, so that all of them are found.
 */
export function paginate(
  galley: readonly Row[],
  setNotes: readonly SetNote[],
  topOf: (page: number) => number,
  stylesheet: Stylesheet,
): Pagination {
  const notes = new Map(setNotes.map((note) => [note.number, note]));
  const pages: PageRows[] = [];
  const tooTall: (readonly Row[])[] = [];
  const placed = new Set<number>();
  let remaining = galley;
  let carriedOver: readonly Row[] = [];

  function add({ count, foot }: PageFill): void {
    for (const { number } of unplacedNotes(remaining.slice(0, count), notes, placed)) placed.add(number);
    pages.push({
      rows: withSpaceAbove(remaining.slice(0, count), 0),
      foot: foot.rows,
      continuesNote: carriedOver.length > 0,
    });
    remaining = remaining.slice(count);
    carriedOver = foot.carriedOver;
  }

  while (remaining.length > 0 || carriedOver.length > 0) {
    const available = stylesheet.bottom - topOf(pages.length) + TOLERANCE;
    const fillWith = (count: number, policy: FootPolicy): PageFill | undefined => {
      const rows = remaining.slice(0, count);
      const room = available - heightOf(rows);
      const fits = (foot: readonly Row[]): boolean => heightOfFoot(foot, stylesheet) <= room;
      const foot = room < 0 ? undefined : fillFoot(carriedOver, unplacedNotes(rows, notes, placed), fits, policy);
      if (foot === undefined || (count === 0 && foot.rows.length === 0)) return undefined;
      return {
        count,
        foot,
        cost: costOf(rows, remaining.length, foot, room - heightOfFoot(foot.rows, stylesheet), available),
      };
    };
    const best =
      bestFill(breaksWithin(remaining, available), (count) => fillWith(count, 'all begin')) ??
      fillWith(inseparableCount(remaining), 'as many as fit');
    if (best !== undefined) {
      add(best);
    } else {
      const count = inseparableCount(remaining);
      for (const { number } of unplacedNotes(remaining.slice(0, count), notes, placed)) placed.add(number);
      tooTall.push(remaining.slice(0, count));
      remaining = remaining.slice(count);
    }
  }
  return { pages, tooTall };
}

/** The counts of rows after which the page may end, as far as the rows fit. */
function breaksWithin(rows: readonly Row[], available: number): readonly number[] {
  const counts = [0];
  let height = 0;
  for (const [index, row] of rows.entries()) {
    height += row.height + (index === 0 ? 0 : row.spaceAbove);
    if (height > available) break;
    if (index === rows.length - 1 || row.breakAfter !== 'never') counts.push(index + 1);
  }
  return counts;
}

/** The cost of a page break that should be avoided: more than that of any page with another break. */
const AVOIDED_BREAK_COST = 10_000;
/**
 * The cost of continuing a note on the next page, as a share of the height of the page: a page that can keep its notes
 * whole and leaves less than this empty is preferred.
 */
const CONTINUED_NOTE_SHARE = 0.25;
/**
 * On a page with a continued note: the share of its height for galley rows. Less costs; notes that fill the rest gain.
 */
const TEXT_SHARE = 0.5;

/**
 * The cost of a page fill. `remaining` is the number of galley rows from the start of the page on, `empty` the unused
 * height and `available` the whole height for rows and notes.
 */
function costOf(rows: readonly Row[], remaining: number, foot: FootRows, empty: number, available: number): number {
  const isLast = rows.length === remaining;
  const breakCost = !isLast && rows.at(-1)?.breakAfter === 'avoid' ? AVOIDED_BREAK_COST : 0;
  if (foot.carriedOver.length === 0) return breakCost + (isLast ? 0 : empty);
  const textShortfall = isLast ? 0 : Math.max(0, available * TEXT_SHARE - heightOf(rows));
  const footHeight = Math.min(heightOf(foot.rows), available * (1 - TEXT_SHARE));
  return breakCost + empty + available * CONTINUED_NOTE_SHARE + 3 * textShortfall - footHeight / 2;
}

/**
 * The page fill of least cost; of equal ones, that with more rows. Fewer rows leave more of the page empty, so the
 * search ends at the first fill with all notes whole and a break that need not be avoided.
 */
function bestFill(counts: readonly number[], fillWith: (count: number) => PageFill | undefined): PageFill | undefined {
  let best: PageFill | undefined;
  for (const count of counts.toReversed()) {
    const fill = fillWith(count);
    if (fill === undefined) continue;
    if (fill.cost < (best?.cost ?? Infinity)) best = fill;
    if (fill.foot.carriedOver.length === 0 && fill.cost < AVOIDED_BREAK_COST) break;
  }
  return best;
}

/** The rows of notes at the foot of a page, and those carried over to the next one. */
interface FootRows {
  readonly rows: readonly Row[];
  readonly carriedOver: readonly Row[];
}

/** How much of the notes has to be on the page of their marks: the beginning of each, or as many rows as fit. */
type FootPolicy = 'all begin' | 'as many as fit';

/**
 * Fills the foot of a page: first with the rows carried over from the page before, then with the notes whose marks are
 * on this page. If all of them have to begin here, only the last may be continued. Undefined: the rows do not fit.
 */
function fillFoot(
  carriedOver: readonly Row[],
  notes: readonly SetNote[],
  fits: (rows: readonly Row[]) => boolean,
  policy: FootPolicy,
): FootRows | undefined {
  const rows = [...carriedOver, ...notes.flatMap((note) => note.rows)];
  const last = notes.at(-1)?.rows ?? [];
  const minimum =
    policy === 'as many as fit' || notes.length === 0 ? 0 : rows.length - last.length + inseparableCount(last);
  for (let count = rows.length; count >= minimum; count -= 1) {
    const mayEnd = count === 0 || count === rows.length || rows[count - 1]?.breakAfter !== 'never';
    if (mayEnd && fits(rows.slice(0, count))) return { rows: rows.slice(0, count), carriedOver: rows.slice(count) };
  }
  return undefined;
}

/** The number of rows at the start that no page break may separate, the first row included. */
function inseparableCount(rows: readonly Row[]): number {
  return rows.findIndex(({ breakAfter }) => breakAfter !== 'never') + 1 || rows.length;
}

/** The notes with marks in the rows, except those already on a page, in the order of their marks. */
function unplacedNotes(
  rows: readonly Row[],
  notes: ReadonlyMap<number, SetNote>,
  placed: ReadonlySet<number>,
): readonly SetNote[] {
  if (notes.size === 0) return [];
  const numbers = new Set(rows.flatMap((row) => row.noteNumbers).filter((number) => !placed.has(number)));
  return [...numbers].map((number) => {
    const note = notes.get(number);
    if (note === undefined) throw new Error(`the letter has no note ${number}`);
    return note;
  });
}

/** Points by which rows may exceed a page: floating-point rounding. */
const TOLERANCE = 0.001;
