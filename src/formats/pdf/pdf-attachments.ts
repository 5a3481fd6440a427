import { deflateSync } from 'node:zlib';
import type { Day } from '../../model/date.ts';
import type { EnclosedFile } from '../../model/enclosed-file.ts';
import type { EnclosureLine } from '../../model/letter.ts';
import { plainText } from '../../model/tree.ts';
import type { WrittenFile } from '../format.ts';
import { type LetterDocument, midnight } from './pdf-document.ts';

/** A file that is embedded in a PDF as an associated file (ISO 19005-3, 6.8). */
export interface Attachment {
  /** The file name that readers show. */
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  /** What the file is to the letter (ISO 19005-3, Annex E): what it was made from, or what is sent with it. */
  readonly relationship: 'Source' | 'Supplement';
  readonly bytes: Uint8Array;
  /** The SHA-256 hash of the bytes of an enclosure, which is computed once in a run. */
  readonly hash?: string;
}

/** Returns the letter as Markdown as an attachment. */
export function attachmentOfSource({ name, bytes }: Pick<WrittenFile, 'name' | 'bytes'>): Attachment {
  return { name, description: name, mediaType: 'text/markdown', relationship: 'Source', bytes };
}

/** Returns the files that a letter encloses as attachments, each once, with the title of the first that has it. */
export function attachmentsOfEnclosures(enclosures: readonly EnclosureLine[]): readonly Attachment[] {
  const byFile = new Map<EnclosedFile, Attachment>();
  for (const { title, file } of enclosures) {
    if (file === undefined || byFile.has(file)) continue;
    const { name, mediaType, bytes, hash } = file;
    const description = plainText(title);
    byFile.set(file, { name, description, mediaType, relationship: 'Supplement', bytes, hash });
  }
  return [...byFile.values()];
}

/** Embeds files in a document. `day` is the date of the letter. */
export type EmbedFiles = (attachments: readonly Attachment[], day: Day, document: LetterDocument) => void;

/**
 * Creates the function that embeds the files of the letters of a run (ISO 32000-1, 7.11.4). An enclosure is compressed
 * once for all of them. The modification date of a file, which PDF/A requires (ISO 19005-3, 6.8), is the date of the
 * letter. pdfkit's method `file` is not used, because it writes the MD5 checksum as 32 hexadecimal digits instead of 16
 * bytes.
 */
export function createFileEmbedder(): EmbedFiles {
  const compressed = new Map<Uint8Array, Uint8Array>();
  const compress = ({ bytes, relationship }: Attachment): Uint8Array => {
    const stream = compressed.get(bytes) ?? deflateSync(bytes);
    if (relationship === 'Supplement') compressed.set(bytes, stream);
    return stream;
  };
  return (attachments, day, document) => {
    if (attachments.length === 0) return;
    document.catalogue.data['AF'] = attachments.map((attachment, index) => {
      const { name, description, mediaType, relationship, bytes } = attachment;
      const parameters = { Size: bytes.length, ModDate: midnight(day) };
      const file = document.add(
        // In a name, the slash is escaped (ISO 32000-1, 7.3.5).
        { Type: 'EmbeddedFile', Subtype: mediaType.replace('/', '#2F'), Params: parameters },
        compress(attachment),
      );
      const fileName = new String(name);
      const specification = document.add({
        Type: 'Filespec',
        F: fileName,
        UF: fileName,
        Desc: new String(description),
        AFRelationship: relationship,
        EF: { F: file, UF: file },
      });
      // An enclosure may have the name that the letter has as Markdown.
      document.addNamedEmbeddedFile(index > 0 && name === attachments[0]?.name ? `${name} (2)` : name, specification);
      return specification;
    });
  };
}
