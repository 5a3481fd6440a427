import PDFDocument, { type PdfObject } from 'pdfkit';
import type { Day } from '../../model/date.ts';
import { addedMetadata, escapeXml } from './pdf-metadata.ts';

/** What a file says of itself. */
export interface PdfProperties {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The day of the letter: the only time in the file. */
  readonly day: Day;
  /** A digest of the letter, from which the identifier of the file is made. */
  readonly digest: string;
}

const PRODUCER = 'demarche';

/**
 * The container of a letter: pdfkit's document, with the operators of its pages written by the callers. Its constructor
 * calls `ref` and `push` before this class can initialise anything.
 */
export class LetterDocument extends PDFDocument {
  declare private pieces: Uint8Array[] | undefined;
  declare private root: PdfObject | undefined;

  /** The document catalogue (ISO 32000-1, 7.7.2). */
  get catalogue(): PdfObject {
    if (this.root === undefined) throw new Error('pdfkit has made no catalogue');
    return this.root;
  }

  /** All bytes of the file, once it has ended. */
  get bytes(): Uint8Array {
    const { buffer, byteOffset, length } = Buffer.concat(this.pieces ?? []);
    return new Uint8Array(buffer, byteOffset, length);
  }

  /** Writes an object: a dictionary, or a stream where bytes are given, which are compressed already (RFC 1950). */
  add(data: object, deflated?: Uint8Array): PdfObject {
    const object = this.ref(deflated === undefined ? data : { ...data, Filter: 'FlateDecode' });
    object.end(deflated);
    return object;
  }

  override ref(data: object = {}): PdfObject {
    const object = super.ref(data);
    if ('Type' in data && data.Type === 'Catalog') this.root = object;
    return object;
  }

  /** pdfkit flips each page and marks content by operators of its own; the content streams here have both already. */
  override addContent(): this {
    return this;
  }

  /** A letter is written in one go: its bytes need no queue of a stream. */
  override push(bytes: Uint8Array | null): boolean {
    if (bytes !== null) (this.pieces ??= []).push(bytes);
    return true;
  }

  /** By now pdfkit has written the information dictionary; it puts the same values into XML without escaping them. */
  override endMetadata(): void {
    for (const key of ['Title', 'Author']) this.info[key] = escapeXml(String(this.info[key]));
    super.endMetadata();
  }
}

/** Opens a document that claims PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
export function openDocument(
  { title, author, language, day, digest }: PdfProperties,
  sheet: { readonly width: number; readonly height: number },
): LetterDocument {
  const document = new LetterDocument({
    size: [sheet.width, sheet.height],
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    // Streams come compressed: most of what they hold is made once in a run.
    compress: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Producer: PRODUCER,
      Creator: PRODUCER,
      CreationDate: midnight(day),
      Digest: digest,
    },
  });
  // The identifier of the file is made of all properties when the document opens; readers would show this one to people.
  delete document.info['Digest'];
  document.catalogue.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
  // Else pdfkit has readers open the outline beside the pages.
  document.catalogue.data['PageMode'] = 'UseNone';
  document.appendXML(addedMetadata(language));
  return document;
}

/** The beginning of a day, in UTC. */
export function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
