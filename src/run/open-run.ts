import { havePages } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Job } from '../model/job.ts';
import { type Outcome, andThenLater, mapOutcome, success } from '../model/outcome.ts';
import { type Plan, prepare } from '../pipeline.ts';
import type { OutputFolder, World } from '../world.ts';
import { beginWriting } from './begin-writing.ts';
import { type CompletedRun, type FinishedLine, type SettledLine, settledBy } from './closing-line.ts';
import { type Filter, isForEverybody } from './filter.ts';
import { type SharedInputs, identifyFonts } from './inputs.ts';
import { type ManifestWriter, strikeGone } from './manifest-writer.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type ReadFiles, recordReads } from './recorded-world.ts';

/** What a run is asked to do, besides its job. */
export interface RunOptions {
  readonly filter: Filter;
  /** Overwrite files that are not ours. */
  readonly force: boolean;
  /** Say what would be written; render and write nothing. */
  readonly dryRun: boolean;
  /** The tool's version: another one makes every letter anew. */
  readonly tool: string;
  /** Name and version of the run time. */
  readonly runtime: string;
  /** All that was read of the campaign, for this letter and for others. Without it the manifest gets no closing line. */
  readonly reads?: (() => ReadFiles) | undefined;
  /** Hash of the recipients that were read from elsewhere; undefined: none were. */
  readonly recipients?: (() => string) | undefined;
}

/** What has become of a run so far: the one thing in it that changes, besides its manifest. */
export interface RunState {
  readonly skipped: string[];
  /** Recipients whose letter could not be written. */
  failed: number;
  /** There was a fault or a warning, which another run must tell again. */
  toldSomething: boolean;
  /** Every recipient was dealt with; the run was not stopped early. */
  ended: boolean;
}

/** A letter that is valid, and the profiles of those who may get it. */
export interface PreparedRun {
  readonly plan: Plan;
  readonly profiles: AsyncIterable<Outcome<Data>>;
  readonly output: OutputFolder;
  readonly shared: SharedInputs;
  readonly options: RunOptions;
}

/** A run that looks at what earlier runs wrote. */
export interface InspectedRun extends PreparedRun {
  readonly manifest: Manifest;
}

/** A run that writes: nobody else writes the same letters meanwhile. */
export interface Run extends PreparedRun {
  /** Undefined in a dry run, which writes nothing. */
  readonly manifest: ManifestWriter | undefined;
  readonly progress: RunState;
  /** Lets other runs write these letters again. */
  readonly release: () => Promise<void>;
}

/** Prepares a letter for looking at what was written of it. */
export async function inspectRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<InspectedRun>> {
  return andThenLater(await prepareRun(world, profiles, job, options), async (run) => {
    const manifest = await readManifest(world.output, job.letter);
    return manifest.ok ? success({ ...run, manifest: manifest.value }) : manifest;
  });
}

/** Prepares a letter for writing, and keeps others from writing it until `closeRun`. A fault here: nothing is written. */
export async function openRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<Run>> {
  const prepared = await prepareRun(world, profiles, job, options);
  return andThenLater(prepared, async (run): Promise<Outcome<Run>> => {
    const progress: RunState = { skipped: [], failed: 0, toldSomething: prepared.diagnostics.length > 0, ended: false };
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

/** Puts the manifest in order, also that of a run that was stopped early, and lets others write again. */
export async function closeRun(run: Run): Promise<readonly Diagnostic[]> {
  try {
    if (run.manifest === undefined) return [];
    // A run that was asked to stop ends at once. Its lines are right as they were added; the next run puts them in order.
    if (!run.progress.ended && run.progress.failed === 0) return [];
    // Every recipient was dealt with, and none left out by a filter.
    if (run.progress.ended && isForEverybody(run.options.filter))
      await strikeGone(run.output, run.plan.job.letter, run.manifest);
    return await run.manifest.close(lastLine(run, run.manifest));
  } finally {
    await run.release();
  }
}

/** The closing line of a run that came to its end, if it knows all that was read. */
function lastLine(run: Run, manifest: ManifestWriter): SettledLine | FinishedLine | undefined {
  const { options, progress, plan, shared } = run;
  const { tool, runtime, reads, recipients, filter } = options;
  const { skipped, failed, toldSomething } = progress;
  if (reads === undefined || !progress.ended) return undefined;
  const { shard, ...named } = filter;
  const made = { tool, runtime, fonts: shared.fonts, job: plan.job, filter: named };
  const build = { ...made, reads: reads(), recipients: recipients?.() ?? null };
  const unsettled = manifest.unsettled();
  const ended: CompletedRun = { build, skipped: skipped.toSorted(), failed, unsettled, toldSomething };
  return shard === undefined ? settledBy([ended]) : { demarche: 'finished', ...ended };
}
