import { createHash } from 'node:crypto';
import type { Fonts } from '../fonts/fonts.ts';
import type { PagedLetter } from '../model/page.ts';
import { openCodeBook } from './pdf-codes.ts';
import { contentOf } from './pdf-content.ts';
import { openPdfFile } from './pdf-file.ts';
import { embedFont } from './pdf-fonts.ts';
import { languageMetadata, UA_CLAIM } from './pdf-metadata.ts';
import { writeOutline } from './pdf-outline.ts';
import { writeStructure } from './pdf-structure.ts';

/** What may be added to the pages. */
export interface PdfOptions {
  /** The letter as Markdown, to travel inside the PDF. */
  readonly attachment?: { readonly name: string; readonly bytes: Uint8Array };
}

/**
 * Writes a set letter as PDF that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The same letter gives the
 * same bytes.
 */
export async function writePdf(letter: PagedLetter, fonts: Fonts, options: PdfOptions): Promise<Uint8Array> {
  const { sheet, language, title, author } = letter;
  const book = openCodeBook(fonts);
  const contents = letter.pages.map((page) => contentOf(page, sheet.height, book));
  const contentHash = createHash('sha256').update(contents.join('\n')).digest('hex');

  const file = openPdfFile(sheet, { title, author, language, producer: PRODUCER, contentHash });
  const pages = contents.map((content) => {
    const page = file.addPage();
    page.write(content);
    return page;
  });
  for (const coded of book.faces()) {
    const font = embedFont(coded, file, fonts);
    for (const page of pages) page.fonts[coded.name] = font;
  }
  writeStructure(letter, pages, file);
  writeOutline(letter.bookmarks, pages, file, sheet.height);
  file.catalogue['PageLabels'] = { Nums: [0, { S: 'D' }] };
  file.appendMetadata(UA_CLAIM);
  file.appendMetadata(languageMetadata(language));
  if (options.attachment !== undefined) file.attach({ ...options.attachment, mediaType: 'text/markdown' });
  return file.finish();
}

const PRODUCER = 'demarche';
