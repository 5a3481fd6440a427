import type { Bookmark, Destination } from '../../model/page.ts';
import type { PlacedRow } from './place-zone.ts';
import type { LinkTarget, SetNote } from '../galley.ts';

type Sheets = readonly (readonly PlacedRow[])[];

/** Headings with their places. */
export function findBookmarks(sheets: Sheets): readonly Bookmark[] {
  const bookmarks: Bookmark[] = [];
  sheets.forEach((rows, page) => {
    for (const { row, y } of rows) if (row.bookmark !== undefined) bookmarks.push({ ...row.bookmark, page, y });
  });
  return bookmarks;
}

/** Says where a link leads, now that everything has its place. */
export function findDestinations(sheets: Sheets, notes: readonly SetNote[]): (target: LinkTarget) => Destination {
  const numbers = new Map(notes.map(({ number, rows: [first] }) => [first, number]));
  const places = new Map<number, { readonly page: number; readonly y: number }>();
  const marked = numbers.size === 0 ? [] : sheets;
  marked.forEach((placed, page) => {
    for (const { row, y } of placed) {
      const number = numbers.get(row);
      if (number !== undefined) places.set(number, { page, y });
    }
  });
  return (target) => {
    if (target.kind === 'address') return target;
    const place = places.get(target.number);
    if (place === undefined) throw new Error(`note ${target.number} stands on no page`);
    return { kind: 'place', ...place };
  };
}
