import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { identifyFonts } from './identify-fonts.ts';
import { isLetterCurrent } from './current.ts';
import { isLetterRecord, linesOf, lockPath, manifestPath, parseLine } from './manifest.ts';
import { type Reads, readAgain, recordReads } from './recorded-world.ts';

/**
 * The last line of a manifest when a run of everybody came to its end without a fault or a warning: what it read. As
 * long as all of that hashes as it did, and every file as its record says, such a run would do nothing, and that can be
 * known without parsing a single file. A line that is added below makes it void.
 */
export interface Settled {
  readonly demarche: 'settled';
  /** The run time: its Unicode tables decide on characters, its zlib on bytes. */
  readonly runtime: string;
  readonly tool: string;
  /** See `SharedInputs`. */
  readonly fonts: string | null;
  readonly job: Job;
  readonly reads: Reads;
  /** Recipients who are not written to now. Why is their profiles' business, and may not be the readers'. */
  readonly skipped: readonly string[];
}

/** Who asks, and for what. */
export interface Question {
  readonly tool: string;
  readonly runtime: string;
  readonly job: Omit<Job, 'formats' | 'editions'>;
  /** Any: those that were written. */
  readonly formats: Job['formats'] | 'any';
  /** Any: one for each, as a run makes them that is not told which, or all. */
  readonly editions: Job['editions'] | 'any';
}

/** A letter whose files are all as another run would leave them. */
export interface Unchanged {
  readonly letters: number;
  readonly files: number;
  readonly skipped: readonly string[];
}

/** Would a run of everybody do nothing? Undefined: that is not known without one. */
export async function findUnchanged(world: World, question: Question): Promise<Unchanged | undefined> {
  // A lock is that of a run that goes on, or of one that was killed: a run sees which, and clears up.
  if ((await world.output.read(lockPath(question.job.letter))) !== undefined) return undefined;
  const manifest = await world.output.read(manifestPath(question.job.letter));
  if (!(manifest instanceof Uint8Array)) return undefined;
  const lines = linesOf(manifest);
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

function answers({ tool, runtime, job }: Settled, question: Question): boolean {
  const { formats, editions, ...others } = job;
  const isAny = editions === undefined || editions === 'all';
  return (
    tool === question.tool &&
    runtime === question.runtime &&
    isSame(others, question.job) &&
    (question.formats === 'any' || isSame(formats, question.formats)) &&
    (question.editions === 'any' ? isAny : isSame(editions, question.editions))
  );
}

/** Does JSON make the same of them? The order of keys is of no account. */
function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isPlain ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : (value ?? null));
}

function isSettled(value: unknown): value is Settled {
  return typeof value === 'object' && value !== null && 'demarche' in value && value.demarche === 'settled';
}
