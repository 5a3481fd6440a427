import type { Fonts } from '../fonts/fonts.ts';
import { boundedCache } from '../model/bounded-cache.ts';
import type { PagedLetter } from '../model/page.ts';
import { openLettersFonts } from './letter-fonts.ts';
import { type PdfAttachment, attachmentEntries, attach } from './pdf-attachment.ts';
import { openCodes } from './pdf-codes.ts';
import { openContents } from './pdf-content.ts';
import { COMPRESSED } from './compression.ts';
import { openBeginnings } from './pdf-beginning.ts';
import { openPdfFiles } from './pdf-file.ts';
import type { PageObjects } from './pdf-links.ts';
import { metadataOf, type PdfProperties } from './pdf-metadata.ts';
import { writeOutline } from './pdf-outline.ts';
import { openStructures } from './pdf-structure.ts';
import { pdfNumber, pdfText, reference } from './pdf-syntax.ts';

/** What may be added to the pages. */
export interface PdfOptions {
  /** The letter as Markdown, to travel inside the PDF. */
  readonly attachment?: PdfAttachment;
}

/**
 * Writes a set letter as PDF that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The same letter gives the
 * same bytes.
 */
export type WritePdf = (letter: PagedLetter, options: PdfOptions) => Uint8Array;

const PRODUCER = 'demarche';
/** Most letters of a campaign have the title and the author of another. */
const REMEMBERED_TITLES = 50;

/** Opens the writing of a run: what is the same in many letters is made once. */
export function openPdfWriter(fonts: Fonts): WritePdf {
  const codesOf = openCodes(fonts);
  const openLetterFonts = openLettersFonts(fonts);
  const contentOf = openContents(codesOf);
  const writeStructure = openStructures();
  const metadata = boundedCache<Uint8Array>(REMEMBERED_TITLES);
  const metadataFor = (properties: PdfProperties): Uint8Array =>
    metadata.recall(JSON.stringify(properties), () => Buffer.from(metadataOf(properties)));
  const files = openPdfFiles();
  const beginningOf = openBeginnings(fonts, codesOf, files);

  return (letter, { attachment }) => {
    const { sheet, title, author, language } = letter;
    const letterFonts = openLetterFonts();
    const contents = letter.pages.map((page) => contentOf(page, sheet.height, letterFonts.use));

    const beginning = beginningOf(letterFonts);
    const file = files.open(beginning);
    const { resources, outputIntent } = beginning.names;
    const tree = file.reserve();
    const pages: PageObjects = { objects: letter.pages.map(() => file.reserve()), sheetHeight: sheet.height };
    const { root, annotations } = writeStructure(letter, pages, file);
    const box = `[0 0 ${pdfNumber(sheet.width)} ${pdfNumber(sheet.height)}]`;
    file.put(
      tree,
      `<</Type/Pages/Kids[${pages.objects.map(reference).join(' ')}]/Count ${contents.length}` + `/MediaBox${box}>>`,
    );
    contents.forEach((content, index) => {
      const links = (annotations[index] ?? []).map(reference).join(' ');
      file.put(
        pages.objects[index] ?? 0,
        `<</Type/Page/Parent ${reference(tree)}/Resources ${reference(resources)}/StructParents ${index}/Tabs/S` +
          (links === '' ? '' : `/Annots[${links}]`) +
          `/Contents ${reference(file.addStream(COMPRESSED, content))}>>`,
      );
    });

    const properties: PdfProperties = { title, author, language, producer: PRODUCER };
    const outline = writeOutline(letter.bookmarks, pages, file);
    const catalogue = file.add(
      `<</Type/Catalog/Pages ${reference(tree)}/Lang${pdfText(language)}/MarkInfo<</Marked true>>` +
        `/StructTreeRoot ${reference(root)}/ViewerPreferences<</DisplayDocTitle true>>` +
        `/Metadata ${reference(file.addStream('/Type/Metadata/Subtype/XML', metadataFor(properties)))}/OutputIntents[${reference(outputIntent)}]` +
        `/PageLabels<</Nums[0<</S/D>>]>>` +
        (outline === undefined ? '' : `/Outlines ${reference(outline)}`) +
        (attachment === undefined ? '' : attachmentEntries(attachment, attach(attachment, file))) +
        '>>',
    );
    return file.finish(catalogue, file.add(informationOf(properties)));
  };
}

/** The properties, for readers that do not know of metadata. */
function informationOf({ title, author, producer }: PdfProperties): string {
  return `<</Title${pdfText(title)}/Author${pdfText(author)}/Producer${pdfText(producer)}/Creator${pdfText(producer)}>>`;
}
