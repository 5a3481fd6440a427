import type { OutlineItem } from 'pdfkit';
import type { Bookmark } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Adds the outline (ISO 32000-1, 12.3.3), with all items open. */
export function addOutline(bookmarks: readonly Bookmark[], sheetWidth: number, document: LetterDocument): void {
  const parents: { readonly item: OutlineItem; readonly level: number }[] = [];
  for (const { title, level, page, y } of bookmarks) {
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop();
    const parent = parents.at(-1)?.item ?? document.outline;
    // pdfkit subtracts `left` from the page width, so that the destination is the left edge. With `expanded`, it would
    // set `Count` to the number of children, but an open item has the number of all visible descendants there.
    const options = { pageNumber: page, left: sheetWidth, top: y, zoom: 0, fit: false, expanded: false };
    const item = parent.addItem(title, options);
    for (const { dictionary } of [document.outline, ...parents.map((each) => each.item)]) increment(dictionary.data);
    parents.push({ item, level });
  }
}

/** Increments `Count`, the number of visible descendants of an open item. */
function increment(data: Record<string, unknown>): void {
  data['Count'] = Number(data['Count'] ?? 0) + 1;
}
