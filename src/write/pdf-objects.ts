import { writeStream, type CompressedStream, type Part } from './compression.ts';
import { containerOf, type Container } from './pdf-container.ts';
import { atByte, type Run } from './pdf-cross-references.ts';
import type { Space } from './space.ts';

/** What a PDF consists of, in the making. Objects are known by their numbers, from 1. */
export interface PdfObjects {
  /** The first of so many numbers in a row for objects that are put in later, so that others can name them before. */
  readonly reserve: (count?: number) => number;
  /** Puts in an object that is not a stream. */
  readonly put: (object: number, body: string) => void;
  /** Puts in an object under the next number, and gives that. */
  readonly add: (body: string) => number;
  /** Puts in a stream; `entries` are what its dictionary holds besides its length. */
  readonly addStream: (entries: string, content: Uint8Array | CompressedStream) => number;
  /** Puts in a container and the objects that stand in it, under the numbers that they have. */
  readonly putContainer: (container: Container) => void;
}

/** Objects that are written one after the other. */
export interface WrittenObjects extends PdfObjects {
  /** Writes what is not written yet, and tells where all of them are found, by number. */
  readonly close: () => ObjectPlaces;
}

/** Where the objects of a file are found, up to a number. */
export interface ObjectPlaces {
  readonly last: number;
  /** The entries of all objects, or of those behind others, in the table of the file. */
  readonly entries: readonly Part[];
}

/** Writes objects into a space, behind those that have the numbers up to `before`. `compress` may know texts from before. */
export function openObjects(space: Space, before: number, compress: (text: string) => Part): WrittenObjects {
  const bodies = new Map<number, string>();
  const runs = new Map<number, Run>();
  let last = before;

  function reserve(count = 1): number {
    last += count;
    return last - count + 1;
  }

  function putStream(object: number, entries: string, content: Uint8Array | CompressedStream): void {
    runs.set(object, { first: object, count: 1, entries: atByte(space.length()) });
    space.writeText(`${object} 0 obj\n<<${entries}/Length ${content.length}>>\nstream\n`);
    if (content instanceof Uint8Array) space.write(content);
    else writeStream(content, space);
    space.writeText('\nendstream\nendobj\n');
  }

  function putContainer({ object, entries, stream, runs: held }: Container): void {
    for (const run of held) runs.set(run.first, run);
    putStream(object, entries, stream);
  }

  function entriesOfAll(): readonly Part[] {
    const parts: Part[] = [];
    for (let object = before + 1; object <= last;) {
      const run = runs.get(object);
      if (run === undefined) throw new Error(`object ${object} of a PDF was named and never put in`);
      parts.push(run.entries);
      object += run.count;
    }
    return parts;
  }

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
    putContainer,
    close: () => {
      if (bodies.size > 0) putContainer(containerOf(reserve(), bodies, compress));
      return { last, entries: entriesOfAll() };
    },
  };
}
