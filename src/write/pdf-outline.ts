import type { Bookmark } from '../model/page.ts';
import { placeOn, type PageObjects } from './pdf-links.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { pdfText, reference } from './pdf-syntax.ts';

/** A bookmark with those below it. */
interface Entry {
  readonly bookmark: Bookmark;
  readonly below: Entry[];
}

/** Writes the outline (ISO 32000-1, 12.3.3), all of it open, and gives its object; undefined: there is nothing to show. */
export function writeOutline(bookmarks: readonly Bookmark[], pages: PageObjects, file: PdfObjects): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = file.reserve();
  const entries = nested(bookmarks);
  file.put(root, `<</Type/Outlines${writeBelow(entries, root, pages, file)}>>`);
  return root;
}

/** Writes entries, and gives what the one above them says of them. */
function writeBelow(entries: readonly Entry[], parent: number, pages: PageObjects, file: PdfObjects): string {
  const objects = entries.map(() => file.reserve());
  entries.forEach(({ bookmark: { title, page, y }, below }, index) => {
    const object = objects[index] ?? 0;
    const neighbours = named('Prev', objects[index - 1]) + named('Next', objects[index + 1]);
    file.put(
      object,
      `<</Title${pdfText(title)}/Parent ${reference(parent)}/Dest${placeOn(page, y, pages)}${neighbours}` +
        `${writeBelow(below, object, pages, file)}>>`,
    );
  });
  if (objects.length === 0) return '';
  return `${named('First', objects[0])}${named('Last', objects.at(-1))}/Count ${countOf(entries)}`;
}

function named(name: string, object: number | undefined): string {
  return object === undefined ? '' : `/${name} ${reference(object)}`;
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
