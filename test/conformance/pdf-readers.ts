import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';
import { getDocument } from '../support/pdfjs.ts';
import { pageText } from './extracted-text.ts';

/** An engine of PDF readers, and its extraction of text for copying and searching. */
export interface PdfReader {
  readonly name: 'poppler' | 'pdfium' | 'mupdf' | 'pdfjs';
  /** Extracts the text of all pages. */
  readonly textOf: (file: string) => Promise<string>;
}

/** The engines of most PDF readers: Evince and Okular, Chrome and Edge, SumatraPDF, and Firefox. */
export const PDF_READERS: readonly PdfReader[] = [
  { name: 'poppler', textOf: pageText },
  { name: 'pdfium', textOf: textByPdfium },
  { name: 'mupdf', textOf: textByMupdf },
  { name: 'pdfjs', textOf: textByPdfjs },
];

let pdfium: Promise<PDFiumLibrary> | undefined;

async function textByPdfium(file: string): Promise<string> {
  pdfium ??= PDFiumLibrary.init();
  const document = await (await pdfium).loadDocument(readFileSync(file));
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  return pages.join('\n');
}

function textByMupdf(file: string): Promise<string> {
  const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf');
  const pages: string[] = [];
  for (let index = 0; index < document.countPages(); index += 1) {
    const page = document.loadPage(index);
    const text = page.toStructuredText('preserve-whitespace');
    pages.push(text.asText());
    text.destroy();
    page.destroy();
  }
  document.destroy();
  return Promise.resolve(pages.join('\n'));
}

async function textByPdfjs(file: string): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(readFileSync(file)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  await task.destroy();
  return pages.join('\n');
}
