import type { PdfElement } from 'pdfkit';
import type { Link } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/** Adds the annotation of a link (ISO 32000-1, 12.5.6.5) to a page, as a part of its element. */
export function addLink(link: Link, page: number, element: PdfElement, document: LetterDocument): void {
  const { x, y, width, height } = link.area;
  const options = { Contents: new String(link.description), structParent: element };
  const { destination } = link;
  if (destination.kind === 'address') {
    document.switchToPage(page);
    document.link(x, y, width, height, inAscii(destination.url), options);
  } else {
    const { dictionary, height: top } = document.switchToPage(destination.page);
    const place = [dictionary, 'XYZ', 0, top - destination.y, null];
    document.switchToPage(page);
    document.annotate(x, y, width, height, { Subtype: 'Link', Dest: place, ...options });
  }
}

/** A URI in PDF has seven bits. */
function inAscii(url: string): string {
  return url.replaceAll(/[^\u0020-\u007E]+/g, encodeURIComponent);
}
