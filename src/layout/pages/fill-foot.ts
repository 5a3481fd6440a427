import type { Row, SetNote } from '../galley.ts';
import { inseparableCount } from '../rows.ts';

/** The rows of notes at the foot of a page, and what is left for the next page. */
export interface FootRows {
  readonly rows: readonly Row[];
  /** The notes that begin on the page. */
  readonly begunNotes: readonly SetNote[];
  /** The rows on the next page of a note that begins on this page or began before it. */
  readonly continuedRows: readonly Row[];
  /** The notes that have no room to begin. The next page may require other forms of them. */
  readonly waitingNotes: readonly SetNote[];
}

/**
 * Which rows of notes a page must have at its foot. `every-note-begins`: at least the first rows of each note whose
 * mark is on the page. `as-many-rows-as-fit`: no minimum, for marks in inseparable rows whose notes cannot all begin on
 * the page.
 */
export type FootPolicy = 'every-note-begins' | 'as-many-rows-as-fit';

/** Whether no row of a note is left for the next page. */
export function isComplete({ continuedRows, waitingNotes }: FootRows): boolean {
  return continuedRows.length === 0 && waitingNotes.length === 0;
}

/**
 * Fills the foot of a page: first with the rows that are continued from the previous page, then with the given notes.
 * If every note must begin here, only the last one may be continued. Returns undefined if the rows do not fit.
 */
export function fillFoot(
  continuedRows: readonly Row[],
  notes: readonly SetNote[],
  fits: (rows: readonly Row[]) => boolean,
  policy: FootPolicy,
): FootRows | undefined {
  if (continuedRows.length === 0 && notes.length === 0) return NO_FOOT;
  const rows = [...continuedRows, ...notes.flatMap((note) => note.rows)];
  const lastNoteRows = notes.at(-1)?.rows ?? [];
  const minimumCount =
    policy === 'as-many-rows-as-fit' || notes.length === 0
      ? 0
      : rows.length - lastNoteRows.length + inseparableCount(lastNoteRows);
  for (let count = rows.length; count >= minimumCount; count -= 1) {
    const mayEnd = count === 0 || count === rows.length || rows[count - 1]?.breakAfter !== 'never';
    if (mayEnd && fits(rows.slice(0, count))) return divideRows(rows, count, continuedRows.length, notes);
  }
  return undefined;
}

/** The foot of a page without notes. */
const NO_FOOT: FootRows = { rows: [], begunNotes: [], continuedRows: [], waitingNotes: [] };

/**
 * Divides the rows of a foot between a page, which gets `count` of them, and the next page. `continuedCount` is the
 * number of rows above those of the notes.
 */
function divideRows(rows: readonly Row[], count: number, continuedCount: number, notes: readonly SetNote[]): FootRows {
  let begunCount = 0;
  let endOfBegun = continuedCount;
  while (begunCount < notes.length && endOfBegun < count) {
    endOfBegun += notes[begunCount]?.rows.length ?? 0;
    begunCount += 1;
  }
  return {
    rows: rows.slice(0, count),
    begunNotes: notes.slice(0, begunCount),
    continuedRows: rows.slice(count, endOfBegun),
    waitingNotes: notes.slice(begunCount),
  };
}
