import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** A world that remembers what was read from it. */
export interface RecordedWorld {
  readonly world: World;
  /** One hash over the paths and contents of all texts read so far, whatever the order of reading. */
  readonly digest: () => string;
}

/** Watches the reading of the shared files, so that a letter's inputs are what was really read, no more, no less. */
export function recordReads(world: World): RecordedWorld {
  const hashes = new Map<string, string>();
  return {
    world: {
      ...world,
      readText: async (path) => {
        const reading = await world.readText(path);
        hashes.set(path, reading.ok ? sha256(reading.value) : reading.why);
        return reading;
      },
    },
    digest: () => sha256(JSON.stringify([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)))),
  };
}
