import type { Job } from '../model/job.ts';
import { type Filter, hasNoNames } from './filter.ts';
import { isMarked } from './manifest.ts';
import type { ReadFiles } from './recorded-world.ts';

/** All inputs of a run. Runs with the same basis make the same letters. It is part of a closing line of a manifest. */
export interface RunBasis {
  /** The version of demarche. */
  readonly tool: string;
  /** Name and version of the JavaScript runtime: its Unicode tables affect the text, its zlib the bytes of a PDF. */
  readonly runtime: string;
  /** Hash of the fonts; null if no format of the job has pages. */
  readonly fonts: string | null;
  readonly job: Job;
  readonly filter: Omit<Filter, 'shard'>;
  /** The files of the campaign that were read. */
  readonly reads: ReadFiles;
  /** Hash of the recipients that were read from outside the campaign's folder; null if there were none. */
  readonly recipients: string | null;
}

/** The basis and result of a run, or of one shard, that was not stopped before its last recipient. */
export interface CompletedRun {
  readonly build: RunBasis;
  /** Ids of recipients who are not written to, as their profiles say. */
  readonly skipped: readonly string[];
  /** The number of failures: profiles with faults, and letters that could not be made or written. */
  readonly failed: number;
  /** Keys of the letters in the manifest that the run neither found current nor made. */
  readonly unsettled: readonly string[];
  /** Whether there was a fault or a warning. A later run must report it again, so it must not be skipped as a no-op. */
  readonly toldSomething: boolean;
}

/** The last line of the manifest of a shard that completed. The manifest of a shard that was cut short has none. */
export interface FinishedLine extends CompletedRun {
  readonly demarche: 'finished';
}

/**
 * The last line of a manifest after a run for all recipients completed without a fault or a warning. As long as the
 * basis is the same and every file is as recorded, the next such run is a no-op; see `findUnchanged`. Appending a line
 * to the manifest invalidates it.
 */
export interface SettledLine extends Omit<RunBasis, 'filter' | 'recipients'> {
  readonly demarche: 'settled';
  readonly skipped: readonly string[];
}

/**
 * Returns the closing line of a run for all recipients, given all its shards, whose bases are known to agree, or the
 * run itself. Undefined if the next run may have something to do or to report, or if the run was not for all
 * recipients.
 */
export function settledLine(shards: readonly CompletedRun[]): SettledLine | undefined {
  const [first] = shards;
  if (first === undefined || shards.some(({ toldSomething }) => toldSomething)) return undefined;
  if (shards.some(({ unsettled }) => unsettled.length > 0)) return undefined;
  const { tool, runtime, fonts, job, filter, reads, recipients } = first.build;
  if (recipients !== null || !hasNoNames(filter)) return undefined;
  const skipped = shards.flatMap((shard) => shard.skipped).sort();
  return { demarche: 'settled', tool, runtime, fonts, job, skipped, reads };
}

/** Whether a parsed line of a manifest is the closing line of a run for all recipients. */
export function isSettled(value: unknown): value is SettledLine {
  return isMarked(value, 'settled');
}

/** Whether a parsed line of a manifest is the closing line of a shard. */
export function isFinished(value: unknown): value is FinishedLine {
  return isMarked(value, 'finished') && 'build' in value && 'skipped' in value && 'failed' in value;
}

/** Whether two values have the same JSON. The order of the keys of the outermost object is ignored. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function canonicalJson(value: unknown): string {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isPlain ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : (value ?? null));
}
