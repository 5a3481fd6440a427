import type { Bookmark } from '../model/page.ts';
import { pdfText, type PdfFile, type PdfObject, type PdfPage } from './pdf-file.ts';
import { placeOn } from './pdf-links.ts';

/** A bookmark with those below it. */
interface Entry {
  readonly bookmark: Bookmark;
  readonly below: Entry[];
}

/** Writes the outline (ISO 32000-1, 12.3.3), all of it open. */
export function writeOutline(
  bookmarks: readonly Bookmark[],
  pages: readonly PdfPage[],
  file: PdfFile,
  sheetHeight: number,
): void {
  if (bookmarks.length === 0) return;

  function addItems(entries: readonly Entry[], parent: PdfObject): void {
    const items = entries.map(({ bookmark: { title, page, y } }) =>
      file.ref({ Title: pdfText(title), Parent: parent, Dest: placeOn(pages[page], y, sheetHeight) }),
    );
    const [first, last] = [items.at(0), items.at(-1)];
    if (first === undefined || last === undefined) return;
    Object.assign(parent.data, { First: first, Last: last, Count: countOf(entries) });
    items.forEach((item, index) => {
      const [previous, next] = [items[index - 1], items[index + 1]];
      if (previous !== undefined) item.data['Prev'] = previous;
      if (next !== undefined) item.data['Next'] = next;
      addItems(entries[index]?.below ?? [], item);
      item.end();
    });
  }

  const root = file.ref({ Type: 'Outlines' });
  addItems(nested(bookmarks), root);
  root.end();
  file.catalogue['Outlines'] = root;
}

function nested(bookmarks: readonly Bookmark[]): readonly Entry[] {
  const top: Entry[] = [];
  const path: Entry[] = [];
  for (const bookmark of bookmarks) {
    while ((path.at(-1)?.bookmark.level ?? 0) >= bookmark.level) path.pop();
    const entry: Entry = { bookmark, below: [] };
    (path.at(-1)?.below ?? top).push(entry);
    path.push(entry);
  }
  return top;
}

function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { below }) => sum + 1 + countOf(below), 0);
}
