import type { Destination, Link } from '../model/page.ts';
import { pdfNumber, pdfText, reference } from './pdf-syntax.ts';

const PRINTED = 1 << 2;

/** Where pages are, for those who name them: their objects, and how tall their sheets are in points. */
export interface PageObjects {
  readonly objects: readonly number[];
  readonly sheetHeight: number;
}

/** The annotation of a link (ISO 32000-1, 12.5.6.5); `parentKey` leads from it to its element. */
export function linkAnnotation(
  { area, destination, description }: Link,
  parentKey: number,
  pages: PageObjects,
): string {
  const { x, y, width, height } = area;
  const bottom = pages.sheetHeight - y - height;
  const corners = [x, bottom, x + width, bottom + height].map(pdfNumber).join(' ');
  return (
    `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F ${PRINTED}/Contents${pdfText(description)}` +
    `/StructParent ${parentKey}${targetOf(destination, pages)}>>`
  );
}

function targetOf(destination: Destination, pages: PageObjects): string {
  return destination.kind === 'address'
    ? `/A<</Type/Action/S/URI/URI${pdfText(inAscii(destination.url))}>>`
    : `/Dest${placeOn(destination.page, destination.y, pages)}`;
}

/** A destination: the page from a height on, enlarged as it is. */
export function placeOn(page: number, y: number, { objects, sheetHeight }: PageObjects): string {
  const object = objects[page];
  if (object === undefined) throw new Error('a link leads to a page that is not there');
  return `[${reference(object)}/XYZ 0 ${pdfNumber(sheetHeight - y)} null]`;
}

/** Addresses in PDF have seven bits. */
function inAscii(url: string): string {
  return url.replaceAll(/[^\u0020-\u007E]+/g, encodeURIComponent);
}
