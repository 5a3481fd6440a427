import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Fonts } from '../../fonts/fonts.ts';
import type { PagedLetter } from '../../model/page.ts';
import { fileName, type WriteLetter, type WritingTools, type WrittenFile } from '../format.ts';
import { openLetterFonts, type LetterFont } from './letter-fonts.ts';
import { openCodes } from './pdf-codes.ts';
import { openContentStreams } from './pdf-content.ts';
import { attachFile, openDocument } from './pdf-document.ts';
import { openEmbedding } from './pdf-fonts.ts';
import { addOutline } from './pdf-outline.ts';
import { addStructure } from './pdf-structure.ts';

/** Opens the format `pdf`: one file, with the letter as Markdown attached if that is requested. */
export async function openPdf(tools: WritingTools): Promise<WriteLetter> {
  const write = openPdfWriter(await tools.fonts());
  const source = tools.attachSource ? await import('../markdown/write-markdown.ts') : undefined;
  const writeSource = source?.openMarkdown(tools);
  return (composed) => {
    const { letter, pages } = composed;
    if (pages === undefined) throw new Error('a letter was to be written as PDF before it was laid out');
    const [attachment] = writeSource?.(composed) ?? [];
    return [{ name: fileName(letter, 'pdf'), bytes: write(pages, attachment) }];
  };
}

/**
 * Writes a typeset letter as a PDF that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The attachment,
 * if any, is the letter as Markdown. The same letter always gives the same bytes.
 */
export type WritePdf = (letter: PagedLetter, attachment?: WrittenFile) => Uint8Array;

/** Opens the PDF writer of a run. Encoded lines and fonts are cached for all of its letters. */
export function openPdfWriter(fonts: Fonts): WritePdf {
  const codesOf = openCodes(fonts);
  const contentOf = openContentStreams(codesOf);
  const embedFont = openEmbedding(fonts, codesOf);

  return (letter, attachment) => {
    const { sheet, day } = letter;
    const letterFonts = openLetterFonts(fonts);
    const contents = letter.pages.map((page) => Buffer.from(contentOf(page, sheet.height, letterFonts.use), 'latin1'));
    const usedFonts = letterFonts.list();
    const document = openDocument({ ...letter, digest: fileDigest(letter, contents, usedFonts, attachment) }, sheet);
    const embedded = usedFonts.map((font) => [font.name, embedFont(font, document)] as const);
    for (const content of contents) {
      const { page } = document.addPage();
      for (const [name, font] of embedded) page.fonts[name] = font;
      page.content.data['Filter'] = 'FlateDecode';
      page.content.write(deflateSync(content));
    }
    addStructure(letter, document);
    addOutline(letter.bookmarks, sheet.width, document);
    if (attachment !== undefined) attachFile(attachment, day, document);
    document.end();
    return document.bytes;
  };
}

/**
 * A digest of everything that the file depends on. The content streams alone are not enough: they consist of codes,
 * whose texts are in the fonts, and two texts can have the same glyph (precomposed and decomposed characters).
 */
function fileDigest(
  letter: PagedLetter,
  contents: readonly Uint8Array[],
  fonts: readonly LetterFont[],
  attachment: WrittenFile | undefined,
): string {
  const hash = createHash('sha256');
  const links = letter.pages.map((page) => page.links);
  const meanings = fonts.map(({ name, groups, codes }) => [
    name,
    groups,
    codes.map(({ code, text, composite }) => [code, text, composite]),
  ]);
  hash.update(JSON.stringify({ ...letter, pages: links, meanings, attachment: attachment?.name }));
  for (const content of contents) hash.update(content);
  if (attachment !== undefined) hash.update(attachment.bytes);
  return hash.digest('hex').slice(0, 32);
}
