import { deflateSync } from 'node:zlib';
import PDFDocument, { type PdfObject } from 'pdfkit';
import type { Day } from '../../model/date.ts';
import type { WrittenFile } from '../format.ts';

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

/**
 * What pdfkit leaves out of the metadata (XMP, ISO 16684-1): format and language, the claim to PDF/UA-1 (ISO 14289-1, 5),
 * and the description of the claim's property that PDF/A asks for (ISO 19005-3, 6.6.2.3).
 */
function addedMetadata(language: string): string {
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}

/** Text as character data of an XML element. */
function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The media type text/markdown, as a name spells it. */
const MARKDOWN = 'text#2Fmarkdown';

/**
 * Embeds the source of a letter (ISO 32000-1, 7.11.4). It must have a date (ISO 19005-3, 6.8): that of the letter.
 * `PDFDocument.file` is not used: the checksum that it writes has 32 digits in the place of 16 bytes.
 */
export function attach({ name, bytes }: WrittenFile, day: Day, document: LetterDocument): void {
  const parameters = { Size: bytes.length, ModDate: midnight(day) };
  const file = document.add({ Type: 'EmbeddedFile', Subtype: MARKDOWN, Params: parameters }, deflateSync(bytes));
  const title = new String(name);
  const specification = document.add({
    Type: 'Filespec',
    F: title,
    UF: title,
    Desc: title,
    AFRelationship: 'Source',
    EF: { F: file, UF: file },
  });
  document.addNamedEmbeddedFile(name, specification);
  document.catalogue.data['AF'] = [specification];
}

/** The beginning of a day, in UTC. */
export function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
