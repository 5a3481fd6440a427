import { COMPRESSED, compressed } from './compression.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { pdfName, pdfText, reference } from './pdf-syntax.ts';

/** The source of a letter, which travels inside its PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPE = 'text/markdown';
/** No clock may be in a letter, and attachments must have a date (ISO 19005-3, 6.8): the first there is. */
const NO_DATE = '(D:19700101000000Z)';

/** Puts the file in (ISO 32000-1, 7.11.4), and gives the object of its description. */
export function attach({ name, bytes }: PdfAttachment, file: PdfObjects): number {
  const stream = file.addStream(
    `/Type/EmbeddedFile/Subtype${pdfName(MEDIA_TYPE)}/Params<</Size ${bytes.length}/ModDate${NO_DATE}>>${COMPRESSED}`,
    compressed(bytes),
  );
  return file.add(
    `<</Type/Filespec/F${pdfText(name)}/UF${pdfText(name)}/Desc${pdfText(name)}/AFRelationship/Source` +
      `/EF<</F ${reference(stream)}/UF ${reference(stream)}>>>>`,
  );
}

/** What the catalogue says of an attachment. */
export function attachmentEntries({ name }: PdfAttachment, description: number): string {
  const object = reference(description);
  return `/AF[${object}]/Names<</EmbeddedFiles<</Names[${pdfText(name)}${object}]>>>>`;
}
