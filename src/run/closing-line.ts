import type { Job } from '../model/job.ts';
import { type Filter, hasEmptyLists } from './filter.ts';
import { isLineOfKind } from './manifest.ts';
import type { ReadFiles } from './recorded-world.ts';

/**
 * All inputs of a run (one execution of a command). Two runs with equal inputs make the same letters. The last line of
 * a manifest (the closing line) contains them, so the property names are part of the file format.
 */
export interface RunBasis {
  /** The version of demarche. */
  readonly tool: string;
  /**
   * The name and version of the JavaScript runtime. Its Unicode tables affect the text, and its zlib the bytes of a
   * PDF.
   */
  readonly runtime: string;
  /** The hash of the fonts; null if no format of the job has pages. */
  readonly fonts: string | null;
  readonly job: Job;
  readonly filter: Omit<Filter, 'shard'>;
  /** The files of the campaign that were read. */
  readonly reads: ReadFiles;
  /** The hash of the recipients from outside the campaign's folder; null if there were none. */
  readonly recipients: string | null;
}

/** The inputs and the result of a run, or of one shard of it, that handled its last recipient. */
export interface CompletedRun {
  readonly build: RunBasis;
  /** The ids of the skipped recipients: their profiles say not to write to them. */
  readonly skipped: readonly string[];
  /** The number of failures: profiles with faults, and letters that could not be made or written. */
  readonly failed: number;
  /** The keys of the letters in the manifest that the run neither made nor found current. */
  readonly unsettled: readonly string[];
  /**
   * Whether the run reported a fault, or a warning that is not recorded with a letter's files. The next run must report
   * it again, so that it must not be skipped as a no-op.
   */
  readonly toldSomething: boolean;
}

/** The closing line of a shard's manifest. A shard that did not complete has none. */
export interface FinishedLine extends CompletedRun {
  readonly demarche: 'finished';
}

/**
 * The closing line of a manifest after a run for all recipients that completed without a fault, and without a warning
 * that is not recorded with a letter's files. The next run with the same inputs is a no-op if every file is as
 * recorded; see `findUnchanged`. If a line is appended to the manifest, this line is no longer the last and has no
 * effect.
 */
export interface SettledLine extends Omit<RunBasis, 'filter' | 'recipients'> {
  readonly demarche: 'settled';
  readonly skipped: readonly string[];
}

/**
 * Returns the closing line of a run for all recipients. `shards` is the run itself, or all its shards, whose inputs the
 * caller has found to be equal. Returns undefined if the run was not for all recipients, or if the next run may have
 * something to do or to report.
 */
export function createSettledLine(shards: readonly CompletedRun[]): SettledLine | undefined {
  const [firstShard] = shards;
  if (firstShard === undefined || shards.some(({ toldSomething }) => toldSomething)) return undefined;
  if (shards.some(({ unsettled }) => unsettled.length > 0)) return undefined;
  const { tool, runtime, fonts, job, filter, reads, recipients } = firstShard.build;
  if (recipients !== null || !hasEmptyLists(filter)) return undefined;
  const skipped = shards.flatMap((shard) => shard.skipped).sort();
  return { demarche: 'settled', tool, runtime, fonts, job, skipped, reads };
}

/**
 * Whether a parsed line of a manifest is a `SettledLine`. The line may have been edited, so all that is used is tested.
 */
export function isSettledLine(value: unknown): value is SettledLine {
  if (!isLineOfKind(value, 'settled')) return false;
  const { job, reads, skipped } = value as Partial<Record<keyof SettledLine, Readonly<Record<string, unknown>> | null>>;
  return (
    [job?.['formats'], reads?.['texts'], reads?.['tables'], reads?.['folders'], skipped].every(isListOfTexts) &&
    typeof reads?.['digest'] === 'string'
  );
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Whether a parsed line of a manifest is a `FinishedLine`. */
export function isFinishedLine(value: unknown): value is FinishedLine {
  return isLineOfKind(value, 'finished') && 'build' in value && 'skipped' in value && 'failed' in value;
}

/**
 * Whether two values have the same JSON. The order of keys is ignored in the outermost object, but not in nested ones.
 */
export function haveSameJson(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right);
}

function canonicalJson(value: unknown): string {
  const isPlainObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isPlainObject ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : (value ?? null));
}
