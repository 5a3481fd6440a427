import { includePagedFormat } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Job } from '../model/job.ts';
import { type Outcome, andThenAsync, mapOutcome, success } from '../model/outcome.ts';
import { prepare } from '../pipeline.ts';
import type { Plan } from '../plan.ts';
import type { OutputFolder, World } from '../world.ts';
import { beginWriting } from './begin-writing.ts';
import { type CompletedRun, type FinishedLine, type SettledLine, createSettledLine } from './closing-line.ts';
import { selectsAll } from './filter.ts';
import { type SharedInputs, identifyFontFiles, identifyFonts } from './inputs.ts';
import type { ManifestWriter } from './manifest-writer.ts';
import { type EarlierFiles, addEarlierFiles, removeObsoleteFiles } from './obsolete-files.ts';
import { removeObsoleteLetters } from './obsolete-letters.ts';
import { type Manifest, manifestPath, readManifest } from './manifest.ts';
import { recordReads } from './recorded-world.ts';
import { openSharedFiles, type SharedFiles } from './shared-files.ts';
import { type RunOptions, requireRunOptions } from './run-options.ts';

/** The progress of a run. Besides the manifest and the shared files, it is the only mutable part of a `Run`. */
export interface RunProgress {
  /** The ids of the skipped recipients: their profiles say not to write to them. */
  readonly skipped: string[];
  /** The number of failures: profiles with faults, and letters that could not be made or written. */
  failed: number;
  /**
   * Whether the run reported a fault or a warning that the next run must report again. A warning about a letter is none:
   * it is recorded with the letter's files.
   */
  toldSomething: boolean;
  /** The pictures and enclosures of the records that the run replaced; no letter may have them any more. */
  readonly earlierFiles: EarlierFiles;
  /** Whether every recipient was handled, that is, whether the run was not stopped early. */
  isComplete: boolean;
}

/**
 * A valid letter with its prepared job (`plan`), and the profiles of its possible recipients, which are not yet
 * validated.
 */
export interface PreparedRun {
  readonly plan: Plan;
  readonly profiles: AsyncIterable<Outcome<Data>>;
  readonly output: OutputFolder;
  readonly shared: SharedInputs;
  readonly options: RunOptions;
}

/** A run that compares letters with the files of earlier runs and writes nothing. */
export interface InspectedRun extends PreparedRun {
  readonly manifest: Manifest;
}

/** A run that writes. It holds the lock of its manifest, so that no other run can write the same letters. */
export interface Run extends PreparedRun {
  /** The manifest to which the run writes; undefined for a dry run. */
  readonly manifest: ManifestWriter | undefined;
  readonly progress: RunProgress;
  /** The pictures and enclosures beside the letters. */
  readonly sharedFiles: SharedFiles;
  /** Releases the lock of the manifest. */
  readonly release: () => Promise<void>;
}

/** Prepares a letter and reads its manifest. Takes no lock. */
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
 * Prepares a letter and locks its manifest until `closeRun` or `release` is called. If a fault is returned, nothing has
 * been written and no lock is held. A dry run takes no lock. Throws a TypeError if an option is wrong.
 */
export async function openRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<Run>> {
  const preparedOutcome = await prepareRun(world, profiles, job, options);
  return andThenAsync(preparedOutcome, async (run): Promise<Outcome<Run>> => {
    const progress: RunProgress = {
      skipped: [],
      failed: 0,
      toldSomething: preparedOutcome.diagnostics.length > 0,
      earlierFiles: new Map(),
      isComplete: false,
    };
    const { tool, filter } = options;
    const manifests = [
      manifestPath(job.letter),
      ...(filter.shard === undefined ? [] : [manifestPath(job.letter, filter.shard)]),
    ];
    const sharedFiles = openSharedFiles(world.output, manifests);
    if (options.dryRun)
      return success({ ...run, manifest: undefined, progress, sharedFiles, release: () => Promise.resolve() });
    const writingOutcome = await beginWriting(world.output, job.letter, { tool, shard: filter.shard });
    return writingOutcome.ok ? success({ ...run, ...writingOutcome.value, progress, sharedFiles }) : writingOutcome;
  });
}

async function prepareRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<PreparedRun>> {
  requireRunOptions(options);
  if (job.formats.length === 0) throw new TypeError('job.formats must have at least one format for a run');
  const recordedWorld = recordReads(world);
  const planOutcome = await prepare(recordedWorld.world, job);
  const fonts = includePagedFormat(job.formats) ? identifyFonts(world) : null;
  return mapOutcome(planOutcome, (plan) => {
    const ownFonts = identifyFontFiles(plan.fontFiles);
    const { pictures, enclosedFiles } = plan.campaign;
    const ownFiles = [...pictures.keys(), ...enclosedFiles.keys()].map((path) => `templates/${job.letter}/${path}`);
    const files = recordedWorld.digest(new Set(ownFiles));
    const shared: SharedInputs = { tool: options.tool, job, files, fonts, ownFonts };
    return { plan, profiles, output: world.output, shared, options };
  });
}

/**
 * Sorts the manifest, adds the closing line if the run completed, and releases the lock. If the run was stopped early
 * without a failure, the manifest is not sorted.
 */
export async function closeRun(run: Run): Promise<readonly Diagnostic[]> {
  try {
    if (run.manifest === undefined) return [];
    // A run that the user stopped must end at once. The appended records are valid, and the next run sorts them.
    if (!run.progress.isComplete && run.progress.failed === 0) return [];
    const { letter } = run.plan.job;
    // Only a run for all recipients knows which letters no longer have a recipient, and which files no letter has.
    const isForAll = run.progress.isComplete && selectsAll(run.options.filter);
    const { earlierFiles } = run.progress;
    if (isForAll) addEarlierFiles(earlierFiles, await removeObsoleteLetters(run.output, letter, run.manifest));
    const faults = await run.manifest.close(createClosingLine(run, run.manifest));
    if (isForAll && faults.length === 0) await removeObsoleteFiles(run.output, letter, earlierFiles);
    return faults;
  } finally {
    await run.release();
  }
}

/**
 * Returns the closing line for the manifest; undefined if the run did not complete, or if the option `reads` is
 * missing.
 */
function createClosingLine(run: Run, manifest: ManifestWriter): SettledLine | FinishedLine | undefined {
  const { options, progress, plan, shared } = run;
  const { tool, runtime, reads, recipients, filter } = options;
  const { skipped, failed, toldSomething } = progress;
  if (reads === undefined || !progress.isComplete) return undefined;
  const { shard, ...unshardedFilter } = filter;
  const basis = { tool, runtime, fonts: shared.fonts, job: plan.job, filter: unshardedFilter };
  const build = { ...basis, reads: reads(), recipients: recipients?.() ?? null };
  const unsettled = manifest.unsettledKeys();
  const completedRun: CompletedRun = { build, skipped: skipped.toSorted(), failed, unsettled, toldSomething };
  return shard === undefined ? createSettledLine([completedRun]) : { demarche: 'finished', ...completedRun };
}
