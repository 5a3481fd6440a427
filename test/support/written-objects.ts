import { inflateSync } from 'node:zlib';

/** An object of a PDF that demarche wrote. */
export interface WrittenObject {
  /** The object without its stream; each run of white space is one space. */
  readonly text: string;
  /** The stream of the object, inflated. */
  readonly stream: Buffer | undefined;
}

/** The objects of a PDF by number, in the order of the file. The PDF must not have object streams. */
export function writtenObjects(pdf: Uint8Array): ReadonlyMap<number, WrittenObject> {
  const bytes = Buffer.from(pdf);
  const raw = bytes.toString('latin1');
  const objects = new Map<number, WrittenObject>();
  const heads = /(\d+) 0 obj\n/g;
  for (let head = heads.exec(raw); head !== null; head = heads.exec(raw)) {
    const start = heads.lastIndex;
    const plain = raw.slice(start, raw.indexOf('\nendobj\n', start));
    const [dictionary = '', rest] = plain.split('\nstream\n', 2);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const from = start + dictionary.length + '\nstream\n'.length;
    const content = rest === undefined ? undefined : bytes.subarray(from, from + length);
    const isCompressed = dictionary.includes('/Filter /FlateDecode');
    objects.set(Number(head[1]), {
      text: dictionary.replaceAll(/\s+/g, ' '),
      stream: content !== undefined && isCompressed ? inflateSync(content) : content,
    });
    if (content !== undefined) heads.lastIndex = from + length;
  }
  return objects;
}

/**
 * The objects and the trailer of a PDF, decoded as Latin-1 with streams inflated, so that all of it can be searched.
 */
export function unpacked(pdf: Uint8Array): string {
  const objects = [...writtenObjects(pdf)].map(
    ([number, { text, stream }]) => `${number} 0 obj ${text}\n${stream?.toString('latin1') ?? ''}`,
  );
  return [...objects, trailerOf(pdf)].join('\n');
}

/** The trailer of a PDF; each run of white space is one space. */
export function trailerOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  return raw.slice(raw.lastIndexOf('\ntrailer\n')).replaceAll(/\s+/g, ' ');
}

/** The number of the object that a dictionary refers to under a key. Throws an Error if there is none. */
export function named(object: WrittenObject | undefined, key: string): number {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(object?.text ?? '')?.[1];
  if (number === undefined) throw new Error(`there is no ${key} in ${object?.text}`);
  return Number(number);
}
