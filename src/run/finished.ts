import type { Job } from '../model/job.ts';
import { type Filter, namesNobody } from './filter.ts';
import type { Reads } from './recorded-world.ts';
import type { Settled } from './settled.ts';

/**
 * The last line of a shard's manifest when the shard came to its end: what it was made from, and what became of it. A
 * manifest without it is that of a shard that was cut short. Shards that agree in all of `build` were made alike.
 */
export interface Finished {
  readonly demarche: 'finished';
  readonly build: Build;
  readonly skipped: readonly string[];
  /** Recipients whose letter could not be written. */
  readonly failed: number;
  /** Letters in the manifest that this run did not make, and left. */
  readonly unsettled: readonly string[];
  /** There was a fault or a warning, which another run must tell again. */
  readonly toldSomething: boolean;
}

/** What all shards of one run must have in common. */
export interface Build {
  readonly tool: string;
  readonly runtime: string;
  /** See `SharedInputs`. */
  readonly fonts: string | null;
  readonly job: Job;
  readonly filter: Omit<Filter, 'shard'>;
  /** What was read of the campaign. */
  readonly reads: Reads;
  /** Hash of the recipients that came from elsewhere; null: none did. */
  readonly recipients: string | null;
}

/** What differs between two builds, in the words of a message; undefined if nothing does. */
export function differenceBetween(one: Build, other: Build): string | undefined {
  const parts: readonly (readonly [string, (build: Build) => unknown])[] = [
    ['version of demarche', ({ tool }) => tool],
    ['version of Node', ({ runtime }) => runtime],
    ['fonts', ({ fonts }) => fonts],
    ['options', ({ job, filter }) => [Object.entries(job).toSorted(([a], [b]) => (a < b ? -1 : 1)), filter]],
    ['campaign', ({ reads }) => reads.digest],
    ['recipients', ({ recipients }) => recipients],
  ];
  return parts.find(([, part]) => JSON.stringify(part(one)) !== JSON.stringify(part(other)))?.[0];
}

/** What may be said of all shards together, as a run of everybody would say it of itself. */
export function settledBy(shards: readonly Finished[]): Settled | undefined {
  const [first] = shards;
  if (first === undefined || shards.some(({ toldSomething }) => toldSomething)) return undefined;
  if (shards.some(({ unsettled }) => unsettled.length > 0)) return undefined;
  const { tool, runtime, fonts, job, filter, reads, recipients } = first.build;
  if (recipients !== null || !namesNobody(filter)) return undefined;
  const skipped = shards.flatMap((shard) => shard.skipped).sort();
  return { demarche: 'settled', tool, runtime, fonts, job, skipped, reads };
}

/** Is this such a line? */
export function isFinished(value: unknown): value is Finished {
  if (typeof value !== 'object' || value === null || !('demarche' in value)) return false;
  return value.demarche === 'finished' && 'build' in value && 'skipped' in value && 'failed' in value;
}
