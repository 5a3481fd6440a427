import PDFDocument, { type PdfObject } from 'pdfkit';
import type { Day } from '../../model/date.ts';
import { escapeXml } from '../escape-xml.ts';

/** The document properties of a PDF file. */
export interface PdfProperties {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The date of the letter. It is the only date in the file, which therefore does not depend on when it is written. */
  readonly day: Day;
  /** A digest of the letter, from which the file identifier is derived (ISO 32000-1, 14.4). */
  readonly digest: string;
}

const PRODUCER = 'demarche';

/**
 * The PDF file of a letter. pdfkit writes its objects, but callers provide the content streams of pages. The fields
 * have no initialisers, because these run after pdfkit's constructor and would reset the values that it has set by
 * calling `ref` and `push`.
 */
export class LetterDocument extends PDFDocument {
  declare private chunks: Uint8Array[] | undefined;
  declare private root: PdfObject | undefined;

  /** The document catalogue (ISO 32000-1, 7.7.2). */
  get catalogue(): PdfObject {
    if (this.root === undefined) throw new Error('pdfkit has made no catalogue');
    return this.root;
  }

  /** The bytes of the file, which are complete when `end` has returned. */
  get bytes(): Uint8Array {
    const { buffer, byteOffset, length } = Buffer.concat(this.chunks ?? []);
    return new Uint8Array(buffer, byteOffset, length);
  }

  /**
   * Adds an indirect object: a dictionary, or a stream if bytes are given, which must be deflated (zlib format, RFC
   * 1950).
   */
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

  /**
   * Ignores pdfkit's own operators, which flip the page and mark content. The callers' content streams contain
   * marked-content operators and use the coordinate system of PDF, so that no page has to be flipped.
   */
  override addContent(): this {
    return this;
  }

  /**
   * Collects the bytes instead of queueing them as a Node.js stream does, because the file is written synchronously.
   */
  override push(bytes: Uint8Array | null): boolean {
    if (bytes !== null) (this.chunks ??= []).push(bytes);
    return true;
  }

  /**
   * Escapes the properties that pdfkit writes into the XMP metadata unescaped. This does not affect the information
   * dictionary, which has the same properties, because pdfkit writes it before it calls this method.
   */
  override endMetadata(): void {
    for (const key of ['Title', 'Author']) this.info[key] = escapeXml(String(this.info[key]));
    super.endMetadata();
  }
}

/** Opens an empty document, with no pages, that claims PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
export function openDocument(
  { title, author, language, day, digest }: PdfProperties,
  sheet: { readonly width: number; readonly height: number },
): LetterDocument {
  const document = new LetterDocument({
    size: [sheet.width, sheet.height],
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    // The callers compress streams, so that a stream that many letters contain is compressed once.
    compress: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      ...(author === '' ? {} : { Author: author }),
      Producer: PRODUCER,
      Creator: PRODUCER,
      CreationDate: midnight(day),
      Digest: digest,
    },
  });
  // The digest is needed only for the file identifier, which pdfkit's constructor has derived from all properties. It
  // is removed, because PDF readers would show it.
  delete document.info['Digest'];
  document.catalogue.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
  // Without this entry, pdfkit sets `UseOutlines`, which makes PDF readers show the outline when they open the file.
  document.catalogue.data['PageMode'] = 'UseNone';
  document.appendXML(additionalMetadata(language));
  return document;
}

/**
 * Returns the XMP metadata (ISO 16684-1) that pdfkit does not write: format and language, the identification of
 * PDF/UA-1 (ISO 14289-1, 5), and the extension schema that PDF/A requires for the property `pdfuaid:part` (ISO 19005-3,
 * 6.6.2.3).
 */
function additionalMetadata(language: string): string {
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

/** Returns the start of a day in UTC. */
export function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
