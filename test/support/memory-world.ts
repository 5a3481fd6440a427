import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FolderEntry, MAX_FILE_BYTES, type ReadResult, type ReadProblem, type World } from '../../src/world.ts';

/** A file of a campaign in memory: its text or its bytes, or the problem with which reading it fails. */
export type MemoryFile =
  string | Uint8Array | { readonly problem: ReadProblem; readonly line?: number; readonly column?: number };

/** A world in memory, and the files that were written into it. */
export interface MemoryWorld {
  readonly world: World;
  readonly output: Map<string, Uint8Array>;
  /** The files of records, as `approvals.yaml`, that were written, by path. */
  readonly records: ReadonlyMap<string, string>;
}

/**
 * Creates a world with the files of a campaign, by path. Resources of the product are read from the disk;
 * `replacedResources` has specifiers of resources, each with the one that is read instead.
 */
export function memoryWorld(
  files: Readonly<Record<string, MemoryFile>>,
  output = new Map<string, Uint8Array>(),
  replacedResources: ReadonlyMap<string, string> = new Map(),
): MemoryWorld {
  const records = new Map<string, string>();
  const world: World = {
    readText: (path) => Promise.resolve(readingOf(Object.hasOwn(files, path) ? files[path] : undefined)),
    readChunks: async function* (path) {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (typeof file === 'string') yield* chunksOf(new TextEncoder().encode(file));
      else if (file instanceof Uint8Array) yield* chunksOf(file);
      else yield { ok: false, ...(file ?? { problem: 'missing' as const }) };
    },
    list: (folder) => Promise.resolve(entriesOf(Object.keys(files), `${folder}/`)),
    readResource: (specifier, limit) =>
      readResourceOnce(replacedResources.get(specifier) ?? specifier).subarray(0, limit),
    changeRecordFile: async (letter, file, change) => {
      const text = await change();
      if (text !== undefined) records.set(`templates/${letter}/${file}`, text);
      return { ok: true };
    },
    output: {
      name: 'out',
      list: (folder) => Promise.resolve(entriesOf([...output.keys()], `${folder}/`).map(({ name }) => name)),
      read: (path) => Promise.resolve(output.get(path)),
      readPart: (path, from, to) => Promise.resolve(output.get(path)?.slice(from, to)),
      write: async (path, content) => {
        const chunks: Uint8Array[] = [];
        if (content instanceof Uint8Array) chunks.push(content);
        else for await (const chunk of content) chunks.push(chunk);
        output.set(path, content instanceof Uint8Array ? content : Buffer.concat(chunks));
        return { ok: true };
      },
      append: (path, bytes) => {
        output.set(path, Buffer.concat([output.get(path) ?? new Uint8Array(), bytes]));
        return Promise.resolve({ ok: true });
      },
      remove: (path) => {
        output.delete(path);
        return Promise.resolve({ ok: true });
      },
      lock: (path) => {
        const locks = LOCKS.get(output) ?? new Set();
        LOCKS.set(output, locks);
        if (locks.has(path)) return Promise.resolve({ ok: false, holder: 'process 1' });
        locks.add(path);
        return Promise.resolve({ ok: true, release: () => Promise.resolve(void locks.delete(path)) });
      },
    },
  };
  return { world, output, records };
}

const RESOURCES = new Map<string, Uint8Array>();

/** Reads a resource once for all worlds, because fonts have half a megabyte each. */
function readResourceOnce(specifier: string): Uint8Array {
  const bytes = RESOURCES.get(specifier) ?? readFileSync(createRequire(import.meta.url).resolve(specifier));
  RESOURCES.set(specifier, bytes);
  return bytes;
}

/** The paths of the locks that are held in each output folder. */
const LOCKS = new WeakMap<Map<string, Uint8Array>, Set<string>>();

/** Yields bytes in chunks that divide lines, as a disk does. */
function* chunksOf(bytes: Uint8Array): Generator<ReadResult<Uint8Array>> {
  for (let start = 0; start < bytes.length; start += 1000) {
    yield { ok: true, value: bytes.subarray(start, start + 1000) };
  }
}

const NOT_UTF8: ReadResult<string> = { ok: false, problem: 'not-utf8' };

function readingOf(file: MemoryFile | undefined): ReadResult<string> {
  if (file === undefined) return { ok: false, problem: 'missing' };
  if (file instanceof Uint8Array) return isUtf8(file) ? readingOf(Buffer.from(file).toString()) : NOT_UTF8;
  if (typeof file !== 'string') return { ok: false, ...file };
  return Buffer.byteLength(file) > MAX_FILE_BYTES ? { ok: false, problem: 'too-large' } : { ok: true, value: file };
}

function entriesOf(paths: readonly string[], folder: string): readonly FolderEntry[] {
  const below = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length).split('/'));
  const kinds = new Map(below.map(([name = '', ...rest]) => [name, rest.length > 0 ? 'folder' : 'file'] as const));
  return [...kinds].map(([name, kind]) => ({ name, kind })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
