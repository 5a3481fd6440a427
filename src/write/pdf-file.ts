import { createHash } from 'node:crypto';
import { recurringCache } from '../model/bounded-cache.ts';
import { COMPRESSED, partOf, streamOf, writeStream, type CompressedStream, type Part } from './compression.ts';
import { containerOf, type Container } from './pdf-container.ts';
import { reference } from './pdf-syntax.ts';
import { openSpace, type Space } from './space.ts';

/** A PDF in the making: objects go in, bytes come out. Objects are known by their numbers, from 1. */
export interface PdfFile {
  /** The first of so many numbers in a row for objects that are put in later, so that others can name them before. */
  readonly reserve: (count?: number) => number;
  /** Puts in an object that is not a stream. */
  readonly put: (object: number, body: string) => void;
  /** Puts in an object under the next number, and gives that. */
  readonly add: (body: string) => number;
  /** Puts in a stream; `entries` are what its dictionary holds besides its length. */
  readonly addStream: (entries: string, content: Uint8Array | CompressedStream) => number;
  /** Puts in objects that stand in a container. */
  readonly addContainer: (container: Container) => void;
  /** Writes the file. The catalogue and the properties are objects that are in it. */
  readonly finish: (catalogue: number, properties: number) => Uint8Array;
}

/** The second line, for programs that look whether a file is binary, as ISO 19005-3, 6.1.2 asks. */
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

/** Opens a file. */
export type OpenPdfFile = () => PdfFile;

/** Compressed parts kept per generation. */
const REMEMBERED_PARTS = 500;

/**
 * Opens the files of a run, one after the other (ISO 32000-1, 7.5). Objects that are no streams travel together in a
 * compressed one (7.5.7), listed by a stream of cross-references (7.5.8): a tagged letter has some two hundred of them,
 * and most are those of the letter before.
 */
export function openPdfFiles(): OpenPdfFile {
  const parts = recurringCache<Part>(REMEMBERED_PARTS);
  const space = openSpace();
  const remembered = (text: string): Part => parts.recall(text, () => partOf(text));
  return () => openPdfFile(space, remembered);
}

function openPdfFile(space: Space, partFor: (text: string) => Part): PdfFile {
  const bodies = new Map<number, string>();
  const places: Place[] = [];
  let objects = 0;

  function reserve(count = 1): number {
    objects += count;
    return objects - count + 1;
  }

  function putStream(object: number, entries: string, content: Uint8Array | CompressedStream): void {
    places[object] = { kind: 1, at: space.length(), index: 0 };
    space.writeText(`${object} 0 obj\n<<${entries}/Length ${content.length}>>\nstream\n`);
    if (content instanceof Uint8Array) space.write(content);
    else writeStream(content, space);
    space.writeText('\nendstream\nendobj\n');
  }

  function addContainer({ objects: held, entries, stream }: Container): void {
    const container = reserve();
    held.forEach((object, index) => {
      places[object] = { kind: 2, at: container, index };
    });
    putStream(container, entries, stream);
  }

  function writeCrossReferences(catalogue: number, properties: number): void {
    const start = space.length();
    const table = reserve();
    places[table] = { kind: 1, at: start, index: 0 };
    // The same content gets the same identifier, and no other.
    const id = createHash('sha256').update(space.written()).digest('hex').slice(0, 32);
    const entries =
      `/Type/XRef/Size ${objects + 1}/W[1 4 2]/Root ${reference(catalogue)}/Info ${reference(properties)}` +
      `/ID[<${id}><${id}>]${COMPRESSED}`;
    putStream(table, entries, streamOf(inRuns(crossReferences(places, objects)).map(partFor)));
    space.writeText(`startxref\n${start}\n%%EOF\n`);
  }

  space.clear();
  space.writeText(HEADER);
  return {
    reserve,
    put: (object, body) => bodies.set(object, body),
    add: (body) => {
      const object = reserve();
      bodies.set(object, body);
      return object;
    },
    addStream: (entries, content) => {
      const object = reserve();
      putStream(object, entries, content);
      return object;
    },
    addContainer,
    finish: (catalogue, properties) => {
      addContainer(containerOf(bodies, partFor));
      writeCrossReferences(catalogue, properties);
      return space.written().slice();
    },
  };
}

/** Where an object stands: at a byte of the file, or as which one in which container. */
interface Place {
  readonly kind: 1 | 2;
  readonly at: number;
  readonly index: number;
}

/** One byte for the kind, four for the place, two for the index; object 0 heads the list of free numbers. */
const ENTRY = 7;

function crossReferences(places: readonly Place[], objects: number): Buffer {
  const table = Buffer.alloc((objects + 1) * ENTRY);
  table.writeUInt16BE(0xffff, ENTRY - 2);
  for (let object = 1; object <= objects; object += 1) {
    const place = places[object];
    if (place === undefined) throw new Error(`object ${object} of a PDF was named and never put in`);
    table[object * ENTRY] = place.kind;
    table.writeUInt32BE(place.at, object * ENTRY + 1);
    table.writeUInt16BE(place.index, object * ENTRY + 5);
  }
  return table;
}

/** The table in parts: long runs of objects that stand in the container are those of the letter before. */
function inRuns(table: Buffer): readonly string[] {
  const runs: string[] = [];
  let start = 0;
  for (let at = ENTRY; at <= table.length; at += ENTRY) {
    if (at < table.length && (table[at] === 2) === (table[at - ENTRY] === 2)) continue;
    runs.push(table.toString('latin1', start, at));
    start = at;
  }
  return runs;
}
