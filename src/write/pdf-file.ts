import PDFDocument from 'pdfkit';

/**
 * What a PDF object may be (ISO 32000-1, 7.3): a plain string is a name, a wrapped one (see {@link pdfText}) is text.
 */
export type PdfValue = string | number | boolean | null | PdfText | PdfObject | PdfDictionary | readonly PdfValue[];

export type PdfDictionary = { [key: string]: PdfValue };

/** A string object of PDF. */
export interface PdfText {
  valueOf(): string;
}

/** An object of the file with a number of its own, a stream as soon as something is written to it. */
export interface PdfObject {
  readonly data: PdfDictionary;
  write(chunk: string | Uint8Array): void;
  end(): void;
}

/** A page: its dictionary, and where its resources and operators go. */
export interface PdfPage {
  readonly dictionary: PdfObject;
  readonly fonts: PdfDictionary;
  readonly annotations: PdfValue[];
  write(operators: string): void;
}

/** The properties of a document, and what distinguishes it from another with the same properties. */
export interface PdfProperties {
  readonly title: string;
  readonly author: string;
  readonly producer: string;
  readonly language: string;
  readonly contentHash: string;
}

/** A file that travels inside the PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Where objects can be added. */
export interface PdfObjects {
  readonly ref: (data: PdfDictionary) => PdfObject;
}

/** A PDF in the making: objects go in, bytes come out. */
export interface PdfFile extends PdfObjects {
  /** Adds a page. Its vertical axis runs upwards, as PDF has it. */
  readonly addPage: () => PdfPage;
  readonly catalogue: PdfDictionary;
  readonly structureRoot: PdfObject;
  readonly appendMetadata: (rdf: string) => void;
  readonly attach: (attachment: PdfAttachment) => void;
  readonly finish: () => Promise<Uint8Array>;
}

/** No clock may be in a letter: two runs give the same bytes. Properties must have a date, so it is the first there is. */
const NO_DATE = new Date(0);

/**
 * Opens a file for pages of one size, claiming PDF/A-3a. pdfkit numbers and writes the objects, and adds the output intent
 * and the metadata of the claim; all else is ours.
 */
export function openPdfFile(sheet: { width: number; height: number }, properties: PdfProperties): PdfFile {
  const document = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    // Pages stay open until the end, so that links and the outline can name any of them.
    bufferPages: true,
    font: null,
    tagged: true,
    displayTitle: true,
    lang: properties.language,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    info: {
      Title: inMetadata(properties.title),
      Author: inMetadata(properties.author),
      Producer: properties.producer,
      Creator: properties.producer,
      CreationDate: NO_DATE,
      // The file's identifier is made from these properties; letters to two offices may share all others.
      ContentHash: properties.contentHash,
    },
  } as unknown as PDFKit.PDFDocumentOptions) as unknown as Document;

  return {
    ref: (data) => document.ref(data),
    addPage: () => {
      document.addPage();
      // pdfkit has turned the page upside down; the same again turns it back.
      document.page.write(`1 0 0 -1 0 ${sheet.height} cm`);
      return document.page;
    },
    catalogue: document._root.data,
    structureRoot: document.getStructTreeRoot(),
    appendMetadata: (rdf) => document.appendXML(rdf),
    attach: ({ name, mediaType, bytes }) =>
      document.file(bytes, {
        name,
        type: mediaType,
        relationship: 'Source',
        description: name,
        creationDate: NO_DATE,
        modifiedDate: NO_DATE,
      }),
    finish: () => bytesOf(document),
  };
}

/** Text as a string object of PDF: what is not ASCII becomes UTF-16. */
export function pdfText(text: string): PdfText {
  return Object(text);
}

/** Text that pdfkit also puts into XML, where it forgets to escape it. */
function inMetadata(text: string): PdfText {
  const wrapped = pdfText(text);
  Object.defineProperty(wrapped, 'toString', { value: () => escapeXml(text) });
  return wrapped;
}

/** Text inside an XML element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The part of pdfkit that is used, as it is and not as its types have it. `_root` alone is private: page labels, the
 * outline and the page mode stand in the catalogue, for which there is no other way.
 */
interface Document extends AsyncIterable<Uint8Array> {
  readonly page: PdfPage;
  readonly _root: { readonly data: PdfDictionary };
  addPage(): void;
  ref(data: PdfDictionary): PdfObject;
  getStructTreeRoot(): PdfObject;
  appendXML(xml: string): void;
  file(bytes: Uint8Array, options: object): void;
  end(): void;
}

async function bytesOf(document: Document): Promise<Uint8Array> {
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk);
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.length;
  }
  return bytes;
}
