import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Fonts } from '../../fonts/fonts.ts';
import { letterFileName } from '../../model/letter-file-name.ts';
import type { PagedLetter } from '../../model/page.ts';
import type { PreparedPictures } from '../../model/picture.ts';
import { type WriteLetter, type WritingTools } from '../format.ts';
import { createLetterFonts, type LetterFont } from './letter-fonts.ts';
import { createGlyphCodes } from './pdf-codes.ts';
import { createPageEncoder } from './pdf-content.ts';
import { type Attachment, attachmentOfSource, attachmentsOfEnclosures, createFileEmbedder } from './pdf-attachments.ts';
import { openDocument } from './pdf-document.ts';
import { createFontEmbedder } from './pdf-fonts.ts';
import { addOutline } from './pdf-outline.ts';
import { embedPictures, namePictures, pictureOperators, TRANSPARENCY_GROUP } from './pdf-pictures.ts';
import { addStructure } from './pdf-structure.ts';
import { haveSameObjects } from './same-objects.ts';

/**
 * Opens the format `pdf`: one file. The letter as Markdown is attached to it if `attachSource` is set, and what
 * the letter encloses if `embed` is.
 */
export async function openPdf(tools: WritingTools): Promise<WriteLetter> {
  const write = createPdfWriter(await tools.fonts(), tools.pictures);
  const markdownModule = tools.attachSource ? await import('../markdown/write-markdown.ts') : undefined;
  const writeMarkdown = markdownModule?.openMarkdown(tools);
  return (composed) => {
    const { letter, pages } = composed;
    if (pages === undefined) throw new Error('a letter was to be written as PDF before it was laid out');
    const [source] = writeMarkdown?.(composed) ?? [];
    const bytes = write(pages, [
      ...(source === undefined ? [] : [attachmentOfSource(source)]),
      ...(tools.embed ? attachmentsOfEnclosures(letter.enclosures) : []),
    ]);
    const hasSameContent = (other: Uint8Array): boolean => haveSameObjects(bytes, other);
    return [{ name: letterFileName(letter, 'pdf'), bytes, hasSameContent }];
  };
}

/**
 * Writes a typeset letter as a PDF that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The same
 * arguments always give the same bytes.
 */
export type WritePdf = (letter: PagedLetter, attachments?: readonly Attachment[]) => Uint8Array;

/** Opens the PDF writer of a run. Encoded lines and fonts are cached for all letters of the run. */
export function createPdfWriter(fonts: Fonts, pictures: PreparedPictures): WritePdf {
  const codesOf = createGlyphCodes(fonts);
  const encodePage = createPageEncoder(codesOf);
  const embedFont = createFontEmbedder(fonts, codesOf);

  const embedFiles = createFileEmbedder();

  return (letter, attachments = []) => {
    const { sheet, day } = letter;
    const letterFonts = createLetterFonts(fonts);
    const pictureNames = namePictures(letter);
    const contentStreams = letter.pages.map((page) => {
      const drawnPictures = pictureOperators(page.pictures, pictureNames, sheet.height);
      return Buffer.from(drawnPictures + encodePage(page, sheet.height, letterFonts.use), 'latin1');
    });
    const usedFonts = letterFonts.list();
    const document = openDocument(
      { ...letter, digest: fileDigest(letter, contentStreams, usedFonts, attachments) },
      sheet,
    );
    const fontObjects = usedFonts.map((font) => [font.name, embedFont(font, document)] as const);
    const embeddedPictures = embedPictures(pictureNames, pictures, document);
    for (const [index, contentStream] of contentStreams.entries()) {
      const { page } = document.addPage();
      for (const { picture } of letter.pages[index]?.pictures ?? []) {
        const name = pictureNames.get(picture) ?? '';
        const embedded = embeddedPictures.get(name);
        if (embedded !== undefined) page.xobjects[name] = embedded.object;
        if (embedded?.isTransparent === true) page.dictionary.data['Group'] = TRANSPARENCY_GROUP;
      }
      for (const [name, font] of fontObjects) page.fonts[name] = font;
      page.content.data['Filter'] = 'FlateDecode';
      page.content.write(deflateSync(contentStream));
    }
    addStructure(letter, document);
    addOutline(letter.bookmarks, sheet.width, document);
    embedFiles(attachments, day, document);
    document.end();
    return document.bytes;
  };
}

/**
 * Returns a digest of everything that the file depends on. It includes the texts of codes, because the content streams
 * contain only the codes, and one glyph can represent different texts (precomposed and decomposed characters). The
 * names of the hashed properties are part of the digest: renaming one changes the file identifier of every PDF.
 */
function fileDigest(
  letter: PagedLetter,
  contentStreams: readonly Uint8Array[],
  fonts: readonly LetterFont[],
  attachments: readonly Attachment[],
): string {
  const hash = createHash('sha256');
  const links = letter.pages.map((page) => page.links);
  /** The texts and composite glyphs of the codes of each font. */
  const meanings = fonts.map(({ name, groups, codes }) => [
    name,
    groups,
    codes.map(({ code, text, composite }) => [code, text, composite]),
  ]);
  const pictures = [...namePictures(letter).keys()].map((picture) => picture.hash);
  const pictureHashes = pictures.length === 0 ? undefined : pictures;
  const names = attachments.map(({ name, description, mediaType }) => [name, description, mediaType]);
  const attached = names.length === 0 ? undefined : names;
  hash.update(JSON.stringify({ ...letter, pages: links, meanings, attached, pictureHashes }));
  for (const contentStream of contentStreams) hash.update(contentStream);
  for (const { bytes, hash: hashOfFile } of attachments) hash.update(hashOfFile ?? bytes);
  return hash.digest('hex').slice(0, 32);
}
