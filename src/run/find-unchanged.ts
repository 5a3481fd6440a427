import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { type SettledLine, isSameJson, isSettled } from './closing-line.ts';
import { isLetterCurrent } from './current.ts';
import { identifyFonts } from './inputs.ts';
import { isLetterRecord, manifestLines, lockPath, manifestPath, parseLine } from './manifest.ts';
import { readAgain, recordReads } from './recorded-world.ts';

/** The run that might have nothing to do. */
export interface RequestedRun {
  readonly tool: string;
  readonly runtime: string;
  readonly job: Omit<Job, 'formats' | 'editions'>;
  /** `any`: those that the last run wrote. */
  readonly formats: Job['formats'] | 'any';
  /** `any`: one for each recipient, which is the default, or all of them. */
  readonly editions: Job['editions'] | 'any';
}

/** What a run would find that leaves every file as it is. */
export interface Unchanged {
  readonly letters: number;
  readonly files: number;
  readonly skipped: readonly string[];
}

/**
 * Would a run of everybody do nothing? Found by hashes alone, without parsing a file: that is so if the last run settled
 * the letters, if all that it was made from and with is the same now, and if every file is current by its record.
 * Undefined: not known without a run.
 */
export async function findUnchanged(world: World, question: RequestedRun): Promise<Unchanged | undefined> {
  // The lock's holder is at work, or was killed: only a run finds out which, and clears up.
  if ((await world.output.read(lockPath(question.job.letter))) !== undefined) return undefined;
  const manifest = await world.output.read(manifestPath(question.job.letter));
  if (!(manifest instanceof Uint8Array)) return undefined;
  const lines = manifestLines(manifest);
  const settled = parseLine(lines.pop() ?? '');
  if (!isSettled(settled) || !answers(settled, question)) return undefined;
  if (settled.fonts !== null && identifyFonts(world) !== settled.fonts) return undefined;
  if ((await readAgain(recordReads(world), settled.reads)) !== settled.reads.digest) return undefined;
  const records = lines.map(parseLine).filter(isLetterRecord);
  for (const record of records) {
    if (!(await isLetterCurrent(world.output, settled.job, record, undefined))) return undefined;
  }
  const [letters, files] = [records.length, records.length * settled.job.formats.length];
  return { letters, files, skipped: settled.skipped };
}

function answers({ tool, runtime, job }: SettledLine, question: RequestedRun): boolean {
  const { formats, editions, ...others } = job;
  const isAny = editions === undefined || editions === 'all';
  return (
    tool === question.tool &&
    runtime === question.runtime &&
    isSameJson(others, question.job) &&
    (question.formats === 'any' || isSameJson(formats, question.formats)) &&
    (question.editions === 'any' ? isAny : isSameJson(editions, question.editions))
  );
}
