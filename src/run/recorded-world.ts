import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** The texts and folders of a campaign that were read, as sorted paths. The closing line of a manifest contains it. */
export interface ReadFiles {
  readonly texts: readonly string[];
  readonly folders: readonly string[];
  /** One hash over the paths, the contents of the texts, and the names and kinds of the folders' entries. */
  readonly digest: string;
}

/** A world that records the files and folders read from it. */
export interface RecordedWorld {
  readonly world: World;
  /** Returns one hash over the paths and contents of all texts read so far, independent of the order of reading. */
  readonly digest: () => string;
  /** Returns all texts and folders read so far. */
  readonly reads: () => ReadFiles;
}

/**
 * Wraps a world so that its reads are recorded: the inputs of a letter are exactly the files that were read. The
 * members of the world are listed one by one, so that a new member must be classified as an input or not.
 */
export function recordReads({ readText, list, readResource, output, writeApprovals }: World): RecordedWorld {
  const texts = new Map<string, string>();
  const folders = new Map<string, string>();
  return {
    world: {
      readText: async (path) => {
        const result = await readText(path);
        recordHash(texts, path, result.ok ? sha256(result.value) : result.problem);
        return result;
      },
      list: async (folder) => {
        const entries = await list(folder);
        recordHash(folders, folder, sha256(JSON.stringify(entries.map(({ name, kind }) => [name, kind]))));
        return entries;
      },
      // Not recorded: resources are part of the package, so the tool's version covers them. Fonts are hashed separately
      // (`identifyFonts`).
      readResource,
      output,
      writeApprovals,
    },
    digest: () => readsDigest(texts),
    reads: () => ({
      texts: [...texts.keys()].sort(),
      folders: [...folders.keys()].sort(),
      digest: sha256(readsDigest(texts) + readsDigest(folders)),
    }),
  };
}

/**
 * Reads the texts and folders of an earlier run again and returns their present digest. The recorded world must not
 * have been read from before.
 */
export async function currentDigest({ world, reads }: RecordedWorld, earlier: ReadFiles): Promise<string> {
  for (const folder of earlier.folders) await world.list(folder);
  for (const path of earlier.texts) await world.readText(path);
  return reads().digest;
}

/**
 * Records a hash. If a path was read before with another hash, it changed during the run: its entry becomes `changed`,
 * so that the digest matches that of no later run.
 */
function recordHash(hashes: Map<string, string>, path: string, hash: string): void {
  const previous = hashes.get(path);
  hashes.set(path, previous === undefined || previous === hash ? hash : 'changed');
}

function readsDigest(hashes: ReadonlyMap<string, string>): string {
  return sha256(JSON.stringify([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))));
}
