import { createHash } from 'node:crypto';
import type { ReadResult, World } from '../world.ts';
import { sha256 } from './sha256.ts';

/**
 * The texts, tables and folders of a campaign that were read, as sorted paths. The closing line of a manifest contains
 * them, so the property names are part of the file format.
 */
export interface ReadFiles {
  readonly texts: readonly string[];
  readonly tables: readonly string[];
  readonly folders: readonly string[];
  /**
   * One hash over the paths, the contents of the texts and tables, and the names and kinds of the entries of the
   * folders.
   */
  readonly digest: string;
}

/** A world (the interface to files and locks) that records the files and folders read through it. */
export interface RecordedWorld {
  readonly world: World;
  /**
   * Returns one hash over the paths and contents of all texts read so far, independent of the order of reading, and of
   * the tables of letters, as that of the signatories. Tables of recipients and folders are not included, nor are
   * `ownFiles`: paths of pictures and enclosures, which are inputs of those letters only that have them.
   */
  readonly digest: (ownFiles: ReadonlySet<string>) => string;
  /** Returns all texts, tables and folders read so far. A table counts when it has been read to its end. */
  readonly reads: () => ReadFiles;
}

/**
 * Wraps a world so that its reads are recorded, because the files that were read are the inputs of a letter. The
 * members of the world are listed one by one, so that a new member must be classified as recorded or not.
 */
export function recordReads({
  readText,
  readChunks,
  list,
  readResource,
  output,
  changeRecordFile,
}: World): RecordedWorld {
  const texts = new Map<string, string>();
  const tables = new Map<string, string>();
  const folders = new Map<string, string>();
  return {
    world: {
      readText: async (path) => {
        const result = await readText(path);
        recordHash(texts, path, result.ok ? sha256(result.value) : result.problem);
        return result;
      },
      readChunks: (path) => hashChunks(readChunks(path), (hash) => recordHash(tables, path, hash)),
      list: async (folder) => {
        const entries = await list(folder);
        recordHash(folders, folder, sha256(JSON.stringify(entries.map(({ name, kind }) => [name, kind]))));
        return entries;
      },
      // Not recorded: resources belong to the package, so the version of demarche covers them. The fonts are hashed
      // separately (`identifyFonts`).
      readResource,
      output,
      changeRecordFile,
    },
    digest: (ownFiles) => {
      const shared = [...tables].filter(([path]) => path.startsWith(LETTERS) && !ownFiles.has(path));
      return digestHashes(new Map([...texts, ...shared]));
    },
    reads: () => ({
      texts: [...texts.keys()].sort(),
      tables: [...tables.keys()].sort(),
      folders: [...folders.keys()].sort(),
      digest: sha256(digestHashes(texts) + digestHashes(tables) + digestHashes(folders)),
    }),
  };
}

/** The start of the paths of all that belongs to letters, and not to recipients. */
const LETTERS = 'templates/';

/**
 * Reads the texts, tables and folders of an earlier run again and returns their digest now. Nothing may have been read
 * through the recorded world before.
 */
export async function computeCurrentDigest({ world, reads }: RecordedWorld, earlierReads: ReadFiles): Promise<string> {
  for (const folder of earlierReads.folders) await world.list(folder);
  for (const path of earlierReads.texts) await world.readText(path);
  for (const path of earlierReads.tables) for await (const _ of world.readChunks(path));
  return reads().digest;
}

/** Yields the same chunks, and passes the hash of all of them to `record` after the last. A failure is its own hash. */
async function* hashChunks(
  chunks: AsyncIterable<ReadResult<Uint8Array>>,
  record: (hash: string) => void,
): AsyncGenerator<ReadResult<Uint8Array>> {
  const hash = createHash('sha256');
  let problem: string | undefined;
  for await (const chunk of chunks) {
    if (chunk.ok) hash.update(chunk.value);
    else problem = chunk.problem;
    yield chunk;
  }
  record(problem ?? hash.digest('hex'));
}

/**
 * Records the hash of a path. If the path was read before with another hash, the file changed during the run. Its entry
 * then becomes `changed`, so that the digest never matches that of a later run.
 */
function recordHash(hashes: Map<string, string>, path: string, hash: string): void {
  const previousHash = hashes.get(path);
  hashes.set(path, previousHash === undefined || previousHash === hash ? hash : 'changed');
}

function digestHashes(hashes: ReadonlyMap<string, string>): string {
  return sha256(JSON.stringify([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))));
}
