import { spaced, type BreakAfter, type Row } from './galley.ts';
import type { SetNote } from './set-notes.ts';

/** Rows and notes that share a page. */
export interface PageContent {
  readonly rows: readonly Row[];
  readonly notes: readonly SetNote[];
}

/** What pages have room for, in points. */
export interface PageRoom {
  readonly heightOn: (page: number) => number;
  /** What notes at the foot take up, with their rule and the room above it. */
  readonly heightOfNotes: (notes: readonly SetNote[]) => number;
}

/** Pages, and the rows that no page has room for. */
export interface Pagination {
  readonly pages: readonly PageContent[];
  readonly tooTall: readonly PageContent[];
}

/**
 * Fills one page after the other, with as many rows as there is room for together with their notes, and ends it where it
 * may best end. A row that even an empty page is too short for is reported, and left out so that all such are found.
 */
export function paginate(galley: readonly Row[], setNotes: readonly SetNote[], room: PageRoom): Pagination {
  const notes = new Map(setNotes.map((note) => [note.number, note]));
  const pages: PageContent[] = [];
  const tooTall: PageContent[] = [];
  const placed = new Set<number>();
  let rest = galley;

  while (rest.length > 0) {
    const fitting = rowsThatFit(rest, notes, placed, room, pages.length);
    const count = fitting === rest.length ? fitting : bestEnd(rest, fitting);
    const rows = spaced(rest.slice(0, count === 0 ? inseparable(rest) : count), 0);
    const page: PageContent = { rows, notes: notesOf(rows, notes, placed) };
    (count === 0 ? tooTall : pages).push(page);
    for (const { number } of page.notes) placed.add(number);
    rest = rest.slice(rows.length);
  }
  return { pages, tooTall };
}

function rowsThatFit(
  rows: readonly Row[],
  notes: ReadonlyMap<number, SetNote>,
  placed: ReadonlySet<number>,
  room: PageRoom,
  page: number,
): number {
  const available = room.heightOn(page) + TOLERANCE;
  const atFoot: SetNote[] = [];
  let height = 0;
  const overflowing = rows.findIndex((row, index) => {
    height += row.height + (index === 0 ? 0 : row.before);
    atFoot.push(...notesOf([row], notes, placed).filter((note) => !atFoot.includes(note)));
    return height + room.heightOfNotes(atFoot) > available;
  });
  return overflowing === -1 ? rows.length : overflowing;
}

/** How many of the rows that fit stay on the page: up to the last place where it should end, else where it may. */
function bestEnd(rows: readonly Row[], fitting: number): number {
  for (const quality of ['free', 'avoid'] satisfies readonly BreakAfter[]) {
    for (let count = fitting; count > 0; count -= 1) if (rows[count - 1]?.breakAfter === quality) return count;
  }
  return 0;
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
  const numbers = new Set(rows.flatMap((row) => row.notes).filter((number) => !placed.has(number)));
  return [...numbers].map((number) => {
    const note = notes.get(number);
    if (note === undefined) throw new Error(`the letter has no note ${number}`);
    return note;
  });
}

/** Points by which sums of fractions may exceed what they stand for. */
const TOLERANCE = 0.001;
