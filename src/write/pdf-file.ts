import { hash } from 'node:crypto';
import { recurringCache } from '../model/bounded-cache.ts';
import { COMPRESSED, partOf, streamOf, type Part } from './compression.ts';
import { atByte, ENTRY_WIDTHS, FREE } from './pdf-cross-references.ts';
import { openObjects, type ObjectPlaces, type PdfObjects } from './pdf-objects.ts';
import { reference } from './pdf-syntax.ts';
import { openSpace } from './space.ts';

/** A PDF in the making: objects go in, bytes come out. */
export interface PdfFile extends PdfObjects {
  /** Writes the file. The catalogue and the properties are objects that are in it. */
  readonly finish: (catalogue: number, properties: number) => Uint8Array;
}

/** What several files begin with: the header and the objects with the lowest numbers, written. */
export interface Beginning<Names> {
  readonly bytes: Uint8Array;
  /** Tells beginnings apart. */
  readonly digest: string;
  readonly places: ObjectPlaces;
  /** The objects that the rest of a file speaks of. */
  readonly names: Names;
}

/** The files of a run, made one after the other. */
export interface PdfFiles {
  /** Makes a beginning of what is put in, while no file is being made. */
  readonly begin: <Names>(putIn: (objects: PdfObjects) => Names) => Beginning<Names>;
  readonly open: (beginning: Beginning<unknown>) => PdfFile;
}

/** The second line, for programs that look whether a file is binary, as ISO 19005-3, 6.1.2 asks. */
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

/** Compressed parts kept per generation. */
const REMEMBERED_PARTS = 500;

/**
 * Opens the files of a run (ISO 32000-1, 7.5). Objects that are no streams travel together in compressed ones (7.5.7),
 * listed by a stream of cross-references (7.5.8): a tagged letter has some hundred of them, and most are those of the
 * letter before.
 */
export function openPdfFiles(): PdfFiles {
  const parts = recurringCache<Part>(REMEMBERED_PARTS);
  const space = openSpace();
  const remembered = (text: string): Part => parts.recall(text, () => partOf(text));
  return {
    begin: (putIn) => {
      space.clear();
      space.writeText(HEADER);
      const objects = openObjects(space, 0, partOf);
      const names = putIn(objects);
      const places = objects.close();
      const bytes = space.written().slice();
      return { bytes, digest: hash('sha256', bytes), places, names };
    },
    open: ({ bytes, digest, places }) => {
      space.clear();
      space.write(bytes);
      const objects = openObjects(space, places.last, remembered);
      return {
        ...objects,
        finish: (catalogue, properties) => {
          const { last, entries } = objects.close();
          const start = space.length();
          // The same content gets the same identifier, and no other.
          const rest = hash('sha256', space.written().subarray(bytes.length));
          const id = hash('sha256', `${digest} ${rest}`).slice(0, 32);
          objects.addStream(
            `/Type/XRef/Size ${last + 2}${ENTRY_WIDTHS}/Root ${reference(catalogue)}/Info ${reference(properties)}` +
              `/ID[<${id}><${id}>]${COMPRESSED}`,
            streamOf([FREE, ...places.entries, ...entries, atByte(start)]),
          );
          space.writeText(`startxref\n${start}\n%%EOF\n`);
          return space.written().slice();
        },
      };
    },
  };
}
