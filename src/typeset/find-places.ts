import type { Bookmark, Destination } from '../model/page.ts';
import type { LinkTarget } from './galley.ts';
import type { PlacedRow } from './place-pages.ts';
import type { SetNote } from './set-notes.ts';

type Sheets = readonly (readonly PlacedRow[])[];

/** Headings with their places. */
export function findBookmarks(sheets: Sheets): readonly Bookmark[] {
  return sheets.flatMap((rows, page) =>
    rows.flatMap(({ row: { bookmark }, y }) => (bookmark === undefined ? [] : [{ ...bookmark, page, y }])),
  );
}

/** Says where a link leads, now that everything has its place. */
export function findDestinations(sheets: Sheets, notes: readonly SetNote[]): (target: LinkTarget) => Destination {
  const rows = new Map(sheets.flatMap((placed, page) => placed.map(({ row, y }) => [row, { page, y }] as const)));
  const places = new Map(notes.map(({ number, rows: [first] }) => [number, first && rows.get(first)]));
  return (target) => {
    if (target.kind === 'address') return target;
    const place = places.get(target.number);
    if (place === undefined) throw new Error(`note ${target.number} stands on no page`);
    return { kind: 'place', ...place };
  };
}
