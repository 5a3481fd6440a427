import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { type SettledLine, isSameJson, isSettled } from './closing-line.ts';
import { isLetterCurrent } from './current.ts';
import { identifyFonts } from './inputs.ts';
import { isLetterRecord, manifestLines, lockPath, manifestPath, parseLine } from './manifest.ts';
import { currentDigest, recordReads } from './recorded-world.ts';

/** Options of the requested run, which may turn out to be a no-op. */
export interface RequestedRun {
  /** The version of demarche. */
  readonly tool: string;
  /** Name and version of the JavaScript runtime. */
  readonly runtime: string;
  readonly job: Omit<Job, 'formats' | 'editions'>;
  /** `any`: the formats that the last run wrote. */
  readonly formats: Job['formats'] | 'any';
  /** `any`: one edition for each recipient, which is the default, or all editions. */
  readonly editions: Job['editions'] | 'any';
}

/** The result of a run that leaves every file as it is. */
export interface Unchanged {
  /** The number of letters and files that are current. */
  readonly letters: number;
  readonly files: number;
  /** Ids of recipients who are not written to, as their profiles say. */
  readonly skipped: readonly string[];
}

/**
 * Decides whether a run for all recipients would be a no-op, by comparing hashes, without parsing a file of the
 * campaign: the manifest ends with a `SettledLine`, all inputs are the same now, and every file has the bytes of its
 * record. Undefined: a run is needed.
 */
export async function findUnchanged(world: World, requested: RequestedRun): Promise<Unchanged | undefined> {
  // Another run is writing, or was killed and left its lock behind; only a run can tell which, and remove the lock.
  if ((await world.output.read(lockPath(requested.job.letter))) !== undefined) return undefined;
  const manifest = await world.output.read(manifestPath(requested.job.letter));
  if (!(manifest instanceof Uint8Array)) return undefined;
  const lines = manifestLines(manifest);
  const settled = parseLine(lines.pop() ?? '');
  if (!isSettled(settled) || !covers(settled, requested)) return undefined;
  if (settled.fonts !== null && identifyFonts(world) !== settled.fonts) return undefined;
  if ((await currentDigest(recordReads(world), settled.reads)) !== settled.reads.digest) return undefined;
  const records = lines.map(parseLine).filter(isLetterRecord);
  for (const record of records) {
    if (!(await isLetterCurrent(world.output, settled.job, record, undefined))) return undefined;
  }
  const [letters, files] = [records.length, records.length * settled.job.formats.length];
  return { letters, files, skipped: settled.skipped };
}

/** Whether the run that wrote this closing line had the options of the requested run. */
function covers({ tool, runtime, job }: SettledLine, requested: RequestedRun): boolean {
  const { formats, editions, ...otherOptions } = job;
  const isOneOrAll = editions === undefined || editions === 'all';
  return (
    tool === requested.tool &&
    runtime === requested.runtime &&
    isSameJson(otherOptions, requested.job) &&
    (requested.formats === 'any' || isSameJson(formats, requested.formats)) &&
    (requested.editions === 'any' ? isOneOrAll : isSameJson(editions, requested.editions))
  );
}
