import type { Row, SetNote } from '../galley.ts';

/** Rows of notes at the foot of a page, and those that wait for the next one. */
export interface Foot {
  readonly rows: readonly Row[];
  readonly waiting: readonly Row[];
}

/** What of a page's notes must stand on it. */
export type FootRule = 'all begin' | 'as many as fit';

/**
 * Fills the foot of a page: first with what the page before had no room for, then with the notes whose marks stand on this
 * one. Every one of them begins here, and only the last may be continued. Undefined: there is too little room for that.
 */
export function fillFoot(
  waiting: readonly Row[],
  notes: readonly SetNote[],
  fits: (rows: readonly Row[]) => boolean,
  rule: FootRule,
): Foot | undefined {
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
export function inseparable(rows: readonly Row[]): number {
  return rows.findIndex(({ breakAfter }) => breakAfter !== 'never') + 1 || rows.length;
}
