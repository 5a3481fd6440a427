import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { type SettledLine, haveSameJson, isSettledLine } from './closing-line.ts';
import { isLetterCurrent } from './current.ts';
import { identifyFonts } from './inputs.ts';
import { recordedFilesIn } from './letter-files.ts';
import {
  interpretLine,
  manifestLines,
  lockPath,
  manifestPath,
  parseJsonLine,
  recordedSharedFiles,
  recordedWarnings,
} from './manifest.ts';
import { openSharedFiles } from './shared-files.ts';
import { computeCurrentDigest, recordReads } from './recorded-world.ts';

/** Options of a requested run (one execution of a command), which may turn out to be a no-op. */
export interface RequestedRun {
  /** The version of demarche. */
  readonly tool: string;
  /** The name and version of the JavaScript runtime. */
  readonly runtime: string;
  readonly job: Omit<Job, 'formats' | 'editions'>;
  /** The formats to write. */
  readonly formats: Job['formats'];
  /** The editions to make (letters in one language). */
  readonly editions: Job['editions'];
}

/** The result of a run that writes nothing, because every file is current. */
export interface UnchangedRun {
  /** The number of letters that are current. */
  readonly letters: number;
  /** The number of files that are current, among them the pictures and enclosures beside letters. */
  readonly files: number;
  /** The ids of the skipped recipients: their profiles say not to write to them. */
  readonly skipped: readonly string[];
  /** The number of warnings about the letters when they were made. */
  readonly warnings: number;
}

/**
 * Returns the result of a run for all recipients that would be a no-op; undefined if a run is needed. A run is a no-op
 * if the manifest ends with the closing line of a completed run (`SettledLine`), all inputs are the same now, and every
 * file has the recorded bytes. Only hashes are compared; no file of the campaign is parsed.
 */
export async function findUnchanged(world: World, requestedRun: RequestedRun): Promise<UnchangedRun | undefined> {
  // A lock file means that another run is writing, or that a killed run left it behind. Only a run can find out which,
  // and remove the lock.
  if ((await world.output.read(lockPath(requestedRun.job.letter))) !== undefined) return undefined;
  const manifest = await world.output.read(manifestPath(requestedRun.job.letter));
  if (!(manifest instanceof Uint8Array)) return undefined;
  const lines = manifestLines(manifest);
  const parsedLines = lines.map((line, index) => interpretLine(line, index + 1));
  // A manifest of another version, or with a line that cannot be read, is left to the run, which reports it.
  if (parsedLines.includes('unreadable')) return undefined;
  const closingLine = parseJsonLine(lines.at(-1) ?? '');
  if (!isSettledLine(closingLine) || !hasOptionsOfRun(closingLine, requestedRun)) return undefined;
  if (closingLine.fonts !== null && identifyFonts(world) !== closingLine.fonts) return undefined;
  if ((await computeCurrentDigest(recordReads(world), closingLine.reads)) !== closingLine.reads.digest)
    return undefined;
  const records = parsedLines.filter((line) => typeof line !== 'string');
  const sharedFiles = openSharedFiles(world.output, []);
  const sharedPaths = new Set<string>();
  let [letterFiles, warnings] = [0, 0];
  for (const record of records) {
    if (!(await isLetterCurrent(world.output, closingLine.job, record, undefined, sharedFiles))) return undefined;
    warnings += recordedWarnings(record, closingLine.job.formats);
    for (const format of closingLine.job.formats) letterFiles += recordedFilesIn(record, format).length;
    for (const { name } of recordedSharedFiles(record, closingLine.job.formats)) sharedPaths.add(name);
  }
  const [letters, files] = [records.length, letterFiles + sharedPaths.size];
  return { letters, files, skipped: closingLine.skipped, warnings };
}

/** Whether the run that wrote this closing line had the options of the requested run. */
function hasOptionsOfRun({ tool, runtime, job }: SettledLine, requestedRun: RequestedRun): boolean {
  const { formats, editions, ...otherOptions } = job;
  return (
    tool === requestedRun.tool &&
    runtime === requestedRun.runtime &&
    haveSameJson(otherOptions, requestedRun.job) &&
    haveSameJson(formats, requestedRun.formats) &&
    haveSameJson(editions, requestedRun.editions)
  );
}
