import type { OutlineItem } from 'pdfkit';
import type { Bookmark } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Adds the outline (ISO 32000-1, 12.3.3), all of its items open. */
export function addOutline(bookmarks: readonly Bookmark[], sheetWidth: number, document: LetterDocument): void {
  const path: { readonly item: OutlineItem; readonly level: number }[] = [];
  for (const { title, level, page, y } of bookmarks) {
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    const above = path.at(-1)?.item ?? document.outline;
    // pdfkit measures `left` from the right edge, and for an expanded item it counts those right below it only.
    const options = { pageNumber: page, left: sheetWidth, top: y, zoom: 0, fit: false, expanded: false };
    const item = above.addItem(title, options);
    for (const { dictionary } of [document.outline, ...path.map((each) => each.item)]) countOne(dictionary.data);
    path.push({ item, level });
  }
}

/** Adds one to `Count`, the number of all visible descendants of an open item. */
function countOne(data: Record<string, unknown>): void {
  data['Count'] = Number(data['Count'] ?? 0) + 1;
}
