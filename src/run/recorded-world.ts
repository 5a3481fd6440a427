import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** What was read of a campaign, in order of path. */
export interface ReadFiles {
  readonly texts: readonly string[];
  readonly folders: readonly string[];
  /** One hash over the paths, the contents of the texts and the names in the folders. */
  readonly digest: string;
}

/** A world that remembers what was read from it. */
export interface RecordedWorld {
  readonly world: World;
  /** One hash over the paths and contents of all texts read so far, whatever the order of reading. */
  readonly digest: () => string;
  readonly reads: () => ReadFiles;
}

/**
 * Records what is read, so that a letter's inputs are exactly the files that were read. Every member of the world is
 * listed by name: whoever adds one has to decide whether it is an input.
 */
export function recordReads({ readText, list, readResource, output, writeApprovals }: World): RecordedWorld {
  const texts = new Map<string, string>();
  const folders = new Map<string, string>();
  return {
    world: {
      readText: async (path) => {
        const reading = await readText(path);
        enter(texts, path, reading.ok ? sha256(reading.value) : reading.why);
        return reading;
      },
      list: async (folder) => {
        const entries = await list(folder);
        enter(folders, folder, sha256(JSON.stringify(entries.map(({ name, kind }) => [name, kind]))));
        return entries;
      },
      // Comes with the product: its version is the tool's, and the fonts are asked for by name (`identifyFonts`).
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

/** The digest that the same texts and folders have now. */
export async function readAgain({ world, reads }: RecordedWorld, before: ReadFiles): Promise<string> {
  for (const folder of before.folders) await world.list(folder);
  for (const path of before.texts) await world.readText(path);
  return reads().digest;
}

/** What was read twice with different contents changed during the run: it gets a hash that never matches again. */
function enter(hashes: Map<string, string>, path: string, hash: string): void {
  const before = hashes.get(path);
  hashes.set(path, before === undefined || before === hash ? hash : 'changed');
}

function readsDigest(hashes: ReadonlyMap<string, string>): string {
  return sha256(JSON.stringify([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))));
}
