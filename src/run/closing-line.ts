import type { Job } from '../model/job.ts';
import { type Filter, namesNobody } from './filter.ts';
import { isMarked } from './manifest.ts';
import type { ReadFiles } from './recorded-world.ts';

/** All that letters are made from and with. Runs that agree in it make the same letters. */
export interface RunBasis {
  readonly tool: string;
  /** The run time: its Unicode tables decide on characters, its zlib on bytes. */
  readonly runtime: string;
  /** See `SharedInputs`. */
  readonly fonts: string | null;
  readonly job: Job;
  readonly filter: Omit<Filter, 'shard'>;
  /** What was read of the campaign. */
  readonly reads: ReadFiles;
  /** Hash of the recipients that came from elsewhere; null: none did. */
  readonly recipients: string | null;
}

/** A run, or a shard of one, that came to its end: what it was made from, and what became of it. */
export interface CompletedRun {
  readonly build: RunBasis;
  /** Ids of recipients who are not written to, as their profiles say. */
  readonly skipped: readonly string[];
  /** Recipients whose letter could not be written. */
  readonly failed: number;
  /** Letters in the manifest that the run did not find current or make. */
  readonly unsettled: readonly string[];
  /** There was a fault or a warning, which another run must tell again. */
  readonly toldSomething: boolean;
}

/** The last line of the manifest of a shard that came to its end. A shard that was cut short has none. */
export interface FinishedLine extends CompletedRun {
  readonly demarche: 'finished';
}

/**
 * The last line of a manifest when a run of everybody came to its end without a fault or a warning. As long as the build
 * is the same, and every file as recorded, such a run would do nothing; see `findUnchanged`. A line that is added below
 * makes it void.
 */
export interface SettledLine extends Omit<RunBasis, 'filter' | 'recipients'> {
  readonly demarche: 'settled';
  readonly skipped: readonly string[];
}

/** What a run of everybody says at its end, from all its shards; undefined: another run may have something to do or tell. */
export function settledBy(shards: readonly CompletedRun[]): SettledLine | undefined {
  const [first] = shards;
  if (first === undefined || shards.some(({ toldSomething }) => toldSomething)) return undefined;
  if (shards.some(({ unsettled }) => unsettled.length > 0)) return undefined;
  const { tool, runtime, fonts, job, filter, reads, recipients } = first.build;
  if (recipients !== null || !namesNobody(filter)) return undefined;
  const skipped = shards.flatMap((shard) => shard.skipped).sort();
  return { demarche: 'settled', tool, runtime, fonts, job, skipped, reads };
}

/** Is this the last line of a run of everybody? */
export function isSettled(value: unknown): value is SettledLine {
  return isMarked(value, 'settled');
}

/** Is this the last line of a shard? */
export function isFinished(value: unknown): value is FinishedLine {
  return isMarked(value, 'finished') && 'build' in value && 'skipped' in value && 'failed' in value;
}

/** Do two values have the same JSON? The order of an object's keys does not count, at the top. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function canonicalJson(value: unknown): string {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isPlain ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : (value ?? null));
}
