import { havePages } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Job } from '../model/job.ts';
import { type Outcome, andThenAsync, mapOutcome, success } from '../model/outcome.ts';
import { type Plan, prepare } from '../pipeline.ts';
import type { OutputFolder, World } from '../world.ts';
import { beginWriting } from './begin-writing.ts';
import { type CompletedRun, type FinishedLine, type SettledLine, settledLine } from './closing-line.ts';
import { type Filter, selectsAll } from './filter.ts';
import { type SharedInputs, identifyFonts } from './inputs.ts';
import { type ManifestWriter, strikeGone } from './manifest-writer.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type ReadFiles, recordReads } from './recorded-world.ts';

/** Options of a run, besides its job. */
export interface RunOptions {
  readonly filter: Filter;
  /** Overwrite files that no run wrote, or that were changed by hand. */
  readonly force: boolean;
  /** Report the files that would be written; make and write none. */
  readonly dryRun: boolean;
  /** The version of demarche. A new version makes every letter again. */
  readonly tool: string;
  /** Name and version of the JavaScript runtime. */
  readonly runtime: string;
  /** Returns what was read of the campaign, for any letter. If absent, the manifest gets no closing line. */
  readonly reads?: (() => ReadFiles) | undefined;
  /** Returns the hash of the recipients from outside the campaign's folder; undefined if there are none. */
  readonly recipients?: (() => string) | undefined;
}

/** The progress of a run. Besides the manifest, it is the only mutable part of a `Run`. */
export interface RunProgress {
  /** Ids of recipients who are not written to, as their profiles say. */
  readonly skipped: string[];
  /** The number of failures: profiles with faults, and letters that could not be made or written. */
  failed: number;
  /** Whether there was a fault or a warning, which a later run must report again. */
  toldSomething: boolean;
  /** Whether every recipient was handled: the run was not stopped early. */
  isComplete: boolean;
}

/** A valid letter and the profiles of its possible recipients, read but not yet validated. */
export interface PreparedRun {
  readonly plan: Plan;
  readonly profiles: AsyncIterable<Outcome<Data>>;
  readonly output: OutputFolder;
  readonly shared: SharedInputs;
  readonly options: RunOptions;
}

/** A run that only compares letters with the files that earlier runs wrote. */
export interface InspectedRun extends PreparedRun {
  readonly manifest: Manifest;
}

/** A run that writes. It holds the lock of its manifest, so that no other run writes the same letters. */
export interface Run extends PreparedRun {
  /** Undefined for a dry run, which writes nothing. */
  readonly manifest: ManifestWriter | undefined;
  readonly progress: RunProgress;
  /** Releases the lock of the manifest. */
  readonly release: () => Promise<void>;
}

/** Prepares a letter and reads its manifest, without a lock. */
export async function inspectRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<InspectedRun>> {
  return andThenAsync(await prepareRun(world, profiles, job, options), async (run) => {
    const manifest = await readManifest(world.output, job.letter);
    return manifest.ok ? success({ ...run, manifest: manifest.value }) : manifest;
  });
}

/**
 * Prepares a letter and locks its manifest, until `closeRun` or `release` is called. If it returns a fault, nothing is
 * written and nothing is locked. A dry run takes no lock.
 */
export async function openRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<Run>> {
  const prepared = await prepareRun(world, profiles, job, options);
  return andThenAsync(prepared, async (run): Promise<Outcome<Run>> => {
    const progress: RunProgress = {
      skipped: [],
      failed: 0,
      toldSomething: prepared.diagnostics.length > 0,
      isComplete: false,
    };
    if (options.dryRun) return success({ ...run, manifest: undefined, progress, release: () => Promise.resolve() });
    const { tool, filter } = options;
    const begun = await beginWriting(world.output, job.letter, { tool, shard: filter.shard });
    return begun.ok ? success({ ...run, ...begun.value, progress }) : begun;
  });
}

async function prepareRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<PreparedRun>> {
  const recorded = recordReads(world);
  const prepared = await prepare(recorded.world, job);
  const fonts = havePages(job.formats) ? identifyFonts(world) : null;
  const shared: SharedInputs = { tool: options.tool, job, files: recorded.digest(), fonts };
  return mapOutcome(prepared, (plan) => ({ plan, profiles, output: world.output, shared, options }));
}

/**
 * Sorts the manifest, adds the closing line if the run completed, and releases the lock. The manifest of a run that was
 * stopped early without a failure is left as it is.
 */
export async function closeRun(run: Run): Promise<readonly Diagnostic[]> {
  try {
    if (run.manifest === undefined) return [];
    // A run that the user stopped must end at once. The appended lines are valid; the next run sorts them.
    if (!run.progress.isComplete && run.progress.failed === 0) return [];
    // Only a run that handled every recipient knows which letters have no recipient any more.
    if (run.progress.isComplete && selectsAll(run.options.filter))
      await strikeGone(run.output, run.plan.job.letter, run.manifest);
    return await run.manifest.close(lastLine(run, run.manifest));
  } finally {
    await run.release();
  }
}

/** Returns the closing line of a run that completed; undefined if it was stopped, or if `reads` is not known. */
function lastLine(run: Run, manifest: ManifestWriter): SettledLine | FinishedLine | undefined {
  const { options, progress, plan, shared } = run;
  const { tool, runtime, reads, recipients, filter } = options;
  const { skipped, failed, toldSomething } = progress;
  if (reads === undefined || !progress.isComplete) return undefined;
  const { shard, ...unshardedFilter } = filter;
  const basis = { tool, runtime, fonts: shared.fonts, job: plan.job, filter: unshardedFilter };
  const build = { ...basis, reads: reads(), recipients: recipients?.() ?? null };
  const unsettled = manifest.unsettled();
  const completed: CompletedRun = { build, skipped: skipped.toSorted(), failed, unsettled, toldSomething };
  return shard === undefined ? settledLine([completed]) : { demarche: 'finished', ...completed };
}
