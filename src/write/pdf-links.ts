import type { Link } from '../model/page.ts';
import { pdfText, type PdfDictionary, type PdfFile, type PdfObject, type PdfPage } from './pdf-file.ts';

const PRINTED = 1 << 2;

/** Makes the annotation of a link (ISO 32000-1, 12.5.6.5); `parentKey` leads from it to its element. */
export function addLink(
  { area, destination, description }: Link,
  page: PdfPage,
  parentKey: number,
  file: PdfFile,
  pages: readonly PdfPage[],
  sheetHeight: number,
): PdfObject {
  const { x, y, width, height } = area;
  const annotation = file.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [x, sheetHeight - y - height, x + width, sheetHeight - y],
    Border: [0, 0, 0],
    F: PRINTED,
    Contents: pdfText(description),
    StructParent: parentKey,
    ...(destination.kind === 'address'
      ? { A: { Type: 'Action', S: 'URI', URI: pdfText(inAscii(destination.url)) } }
      : { Dest: placeOn(pages[destination.page], destination.y, sheetHeight) }),
  });
  page.annotations.push(annotation);
  annotation.end();
  return annotation;
}

/** A destination: the page from a height on, enlarged as it is. */
export function placeOn(page: PdfPage | undefined, y: number, sheetHeight: number): PdfDictionary[string] {
  if (page === undefined) throw new Error('a link leads to a page that is not there');
  return [page.dictionary, 'XYZ', 0, sheetHeight - y, null];
}

/** Addresses in PDF have seven bits. */
function inAscii(url: string): string {
  return url.replaceAll(/[^\u0020-\u007E]+/g, encodeURIComponent);
}
