import { heightOf, spaced, type Row, type SetNote } from '../galley.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { heightOfFoot, type PageRows } from './stack-page.ts';

/** Pages, and the rows that no page has room for. */
export interface Pagination {
  readonly pages: readonly PageRows[];
  readonly tooTall: readonly (readonly Row[])[];
}

/** One way to fill a page: with so many rows, and what then stands at its foot. */
interface PageFill {
  readonly count: number;
  readonly foot: FootRows;
  /** Points that it is worse than a full page. */
  readonly cost: number;
}

/**
 * Fills one page after the other, each in the best way that there is: full, but ended where it may best end, and with its
 * notes whole at its foot. `topOf` says where the text of a page begins, in points from the top of the sheet. Rows that
 * even an empty page is too short for are reported, and left out so that all such are found.
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
  let rest = galley;
  let waiting: readonly Row[] = [];

  function add({ count, foot }: PageFill): void {
    for (const { number } of notesOf(rest.slice(0, count), notes, placed)) placed.add(number);
    pages.push({ rows: spaced(rest.slice(0, count), 0), foot: foot.rows, continuesNote: waiting.length > 0 });
    rest = rest.slice(count);
    waiting = foot.waiting;
  }

  while (rest.length > 0 || waiting.length > 0) {
    const available = stylesheet.bottom - topOf(pages.length) + TOLERANCE;
    const fillingOf = (count: number, rule: FootRuleLine): PageFill | undefined => {
      const rows = rest.slice(0, count);
      const left = available - heightOf(rows);
      const fits = (foot: readonly Row[]): boolean => heightOfFoot(foot, stylesheet) <= left;
      const foot = left < 0 ? undefined : fillFoot(waiting, notesOf(rows, notes, placed), fits, rule);
      if (foot === undefined || (count === 0 && foot.rows.length === 0)) return undefined;
      return {
        count,
        foot,
        cost: costOf(rows, rest.length, foot, left - heightOfFoot(foot.rows, stylesheet), available),
      };
    };
    const best =
      bestOf(endsWithin(rest, available), (count) => fillingOf(count, 'all begin')) ??
      fillingOf(inseparable(rest), 'as many as fit');
    if (best !== undefined) {
      add(best);
    } else {
      const count = inseparable(rest);
      for (const { number } of notesOf(rest.slice(0, count), notes, placed)) placed.add(number);
      tooTall.push(rest.slice(0, count));
      rest = rest.slice(count);
    }
  }
  return { pages, tooTall };
}

/** The numbers of rows after which a page may end, as far as it has room for them. */
function endsWithin(rows: readonly Row[], available: number): readonly number[] {
  const ends = [0];
  let height = 0;
  for (const [index, row] of rows.entries()) {
    height += row.height + (index === 0 ? 0 : row.before);
    if (height > available) break;
    if (index === rows.length - 1 || row.breakAfter !== 'never') ends.push(index + 1);
  }
  return ends;
}

/** Worse than any page that ends well. */
const ENDS_BADLY = 10_000;
/** As if so much of the page were left empty: notes stay whole where that leaves less. */
const NOTE_CONTINUED = 0.25;
/** Of a page whose notes go on, half is for other text; the notes take the rest as well as that can be done. */
const SHARE_OF_TEXT = 0.5;

function costOf(rows: readonly Row[], rest: number, foot: FootRows, empty: number, available: number): number {
  const isLast = rows.length === rest;
  const ending = !isLast && rows.at(-1)?.breakAfter === 'avoid' ? ENDS_BADLY : 0;
  if (foot.waiting.length === 0) return ending + (isLast ? 0 : empty);
  const missing = isLast ? 0 : Math.max(0, available * SHARE_OF_TEXT - heightOf(rows));
  const taken = Math.min(heightOf(foot.rows), available * (1 - SHARE_OF_TEXT));
  return ending + empty + available * NOTE_CONTINUED + 3 * missing - taken / 2;
}

/**
 * The cheapest way to end a page, of two as cheap the one with more rows. Fewer rows leave more of the page empty, so
 * nothing is sought further up once a page ends well and all its notes are whole.
 */
function bestOf(counts: readonly number[], fillingOf: (count: number) => PageFill | undefined): PageFill | undefined {
  let best: PageFill | undefined;
  for (const count of counts.toReversed()) {
    const filling = fillingOf(count);
    if (filling === undefined) continue;
    if (filling.cost < (best?.cost ?? Infinity)) best = filling;
    if (filling.foot.waiting.length === 0 && filling.cost < ENDS_BADLY) break;
  }
  return best;
}

/** Rows of notes at the foot of a page, and those that wait for the next one. */
interface FootRows {
  readonly rows: readonly Row[];
  readonly waiting: readonly Row[];
}

/** What of a page's notes must stand on it. */
type FootRuleLine = 'all begin' | 'as many as fit';

/**
 * Fills the foot of a page: first with what the page before had no room for, then with the notes whose marks stand on this
 * one. Every one of them begins here, and only the last may be continued. Undefined: there is too little room for that.
 */
function fillFoot(
  waiting: readonly Row[],
  notes: readonly SetNote[],
  fits: (rows: readonly Row[]) => boolean,
  rule: FootRuleLine,
): FootRows | undefined {
  const rows = [...waiting, ...notes.flatMap((note) => note.rows)];
  const last = notes.at(-1)?.rows ?? [];
  const least = rule === 'as many as fit' || notes.length === 0 ? 0 : rows.length - last.length + inseparable(last);
  for (let count = rows.length; count >= least; count -= 1) {
    const mayEnd = count === 0 || count === rows.length || rows[count - 1]?.breakAfter !== 'never';
    if (mayEnd && fits(rows.slice(0, count))) return { rows: rows.slice(0, count), waiting: rows.slice(count) };
  }
  return undefined;
}

/** How many of the rows belong together whatever happens: at least one. */
function inseparable(rows: readonly Row[]): number {
  return rows.findIndex(({ breakAfter }) => breakAfter !== 'never') + 1 || rows.length;
}

/** The notes of the rows that stand on no page yet, in the order of their marks. */
function notesOf(
  rows: readonly Row[],
  notes: ReadonlyMap<number, SetNote>,
  placed: ReadonlySet<number>,
): readonly SetNote[] {
  if (notes.size === 0) return [];
  const numbers = new Set(rows.flatMap((row) => row.notes).filter((number) => !placed.has(number)));
  return [...numbers].map((number) => {
    const note = notes.get(number);
    if (note === undefined) throw new Error(`the letter has no note ${number}`);
    return note;
  });
}

/** Points by which sums of fractions may exceed what they stand for. */
const TOLERANCE = 0.001;
