import { deflateSync } from 'node:zlib';
import type { Day } from '../../model/date.ts';

import type { WrittenFile } from '../format.ts';
import { midnight, type LetterDocument } from './pdf-document.ts';

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
