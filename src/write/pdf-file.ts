import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { reference } from './pdf-syntax.ts';

/** A PDF in the making: objects go in, bytes come out. Objects are known by their numbers, from 1. */
export interface PdfFile {
  /** The number of an object that is put in later, so that others can name it before. */
  readonly reserve: () => number;
  /** Puts in an object that is not a stream. */
  readonly put: (object: number, body: string) => void;
  /** Puts in an object under the next number, and gives that. */
  readonly add: (body: string) => number;
  /** Puts in a stream; `entries` are what its dictionary holds besides its length. */
  readonly addStream: (entries: string, bytes: Uint8Array) => number;
  /** Writes the file. The catalogue and the properties are objects that are in it. */
  readonly finish: (catalogue: number, properties: number) => Uint8Array;
}

/** Entries of the dictionary of a stream whose bytes {@link compressed} has made. */
export const COMPRESSED = '/Filter/FlateDecode';

/** Bytes, or text of one byte a character, made smaller. Level 6 is the library's own balance of size and time. */
export function compressed(content: string | Uint8Array, level = 6): Uint8Array {
  return deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, { level });
}

/** The second line, for programs that look whether a file is binary, as ISO 19005-3, 6.1.2 asks. */
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

/**
 * Opens a file (ISO 32000-1, 7.5). Objects that are no streams travel together in a compressed one (7.5.7), listed by a
 * stream of cross-references (7.5.8): a tagged letter has some two hundred of them.
 */
export function openPdfFile(): PdfFile {
  const bodies = new Map<number, string>();
  const places: Place[] = [];
  const parts: Uint8Array[] = [];
  let objects = 0;
  let length = 0;

  const reserve = (): number => (objects += 1);

  function write(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  }

  function writeStream(object: number, entries: string, bytes: Uint8Array): void {
    places[object] = { kind: 1, at: length, index: 0 };
    write(`${object} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`);
    write(bytes);
    write('\nendstream\nendobj\n');
  }

  function writeBodies(): void {
    const container = reserve();
    let index = '';
    let content = '';
    let count = 0;
    for (const [object, body] of bodies) {
      index += `${object} ${content.length} `;
      content += `${body}\n`;
      places[object] = { kind: 2, at: container, index: count };
      count += 1;
    }
    const entries = `/Type/ObjStm/N ${count}/First ${index.length}${COMPRESSED}`;
    writeStream(container, entries, compressed(index + content));
  }

  function writeCrossReferences(catalogue: number, properties: number): void {
    const start = length;
    const table = reserve();
    places[table] = { kind: 1, at: start, index: 0 };
    // The same content gets the same identifier, and no other.
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    const id = hash.digest('hex').slice(0, 32);
    const entries =
      `/Type/XRef/Size ${objects + 1}/W[1 4 2]/Root ${reference(catalogue)}/Info ${reference(properties)}` +
      `/ID[<${id}><${id}>]${COMPRESSED}`;
    writeStream(table, entries, compressed(crossReferences(places, objects)));
    write(`startxref\n${start}\n%%EOF\n`);
  }

  write(HEADER);
  return {
    reserve,
    put: (object, body) => bodies.set(object, body),
    add: (body) => {
      const object = reserve();
      bodies.set(object, body);
      return object;
    },
    addStream: (entries, bytes) => {
      const object = reserve();
      writeStream(object, entries, bytes);
      return object;
    },
    finish: (catalogue, properties) => {
      writeBodies();
      writeCrossReferences(catalogue, properties);
      return joined(parts, length);
    },
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}

/** Where an object stands: at a byte of the file, or as which one in which container. */
interface Place {
  readonly kind: 1 | 2;
  readonly at: number;
  readonly index: number;
}

/** One byte for the kind, four for the place, two for the index; object 0 heads the list of free numbers. */
const ENTRY = 7;

function crossReferences(places: readonly Place[], objects: number): Uint8Array {
  const table = new DataView(new ArrayBuffer((objects + 1) * ENTRY));
  table.setUint16(ENTRY - 2, 0xffff);
  for (let object = 1; object <= objects; object += 1) {
    const place = places[object];
    if (place === undefined) throw new Error(`object ${object} of a PDF was named and never put in`);
    table.setUint8(object * ENTRY, place.kind);
    table.setUint32(object * ENTRY + 1, place.at);
    table.setUint16(object * ENTRY + 5, place.index);
  }
  return new Uint8Array(table.buffer);
}
