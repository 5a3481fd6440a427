import type { OutlineItem } from 'pdfkit';
import type { Bookmark } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Adds the document outline (ISO 32000-1, 12.3.3), with all items open. `sheetWidth` is in points. */
export function addOutline(bookmarks: readonly Bookmark[], sheetWidth: number, document: LetterDocument): void {
  const ancestors: { readonly item: OutlineItem; readonly level: number }[] = [];
  for (const { title, level, page, y } of bookmarks) {
    while ((ancestors.at(-1)?.level ?? 0) >= level) ancestors.pop();
    const parent = ancestors.at(-1)?.item ?? document.outline;
    // pdfkit subtracts `left` from the page width, so that the sheet width gives the left edge. With `expanded`, pdfkit
    // would set `Count` to the number of children, but for an open item it must be the number of visible descendants.
    const options = { pageNumber: page, left: sheetWidth, top: y, zoom: 0, fit: false, expanded: false };
    const item = parent.addItem(title, options);
    for (const { dictionary } of [document.outline, ...ancestors.map((ancestor) => ancestor.item)])
      incrementCount(dictionary.data);
    ancestors.push({ item, level });
  }
}

/** Increments `Count`, the number of visible descendants of an open item. */
function incrementCount(data: Record<string, unknown>): void {
  data['Count'] = Number(data['Count'] ?? 0) + 1;
}
