import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, andThenLater, mapOutcome, success } from '../model/outcome.ts';
import { type Job, type Plan, prepare } from '../pipeline.ts';
import type { OutputFolder, World } from '../world.ts';
import { beginWriting } from './begin-writing.ts';
import { type Filter, isForEverybody } from './filter.ts';
import type { SharedInputs } from './inputs.ts';
import type { Ledger } from './ledger.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Reads, recordReads } from './recorded-world.ts';
import type { Settled } from './settled.ts';

/** How a run goes about it. */
export interface RunOptions {
  readonly filter: Filter;
  /** Overwrite files that are not ours. */
  readonly force: boolean;
  /** Say what would be written; render and write nothing. */
  readonly dryRun: boolean;
  /** The tool's version: another one makes every letter anew. */
  readonly tool: string;
  /** What it runs on, by name and version. */
  readonly runtime: string;
  /** All that was read of the campaign, for this letter and for others; undefined: recipients come from elsewhere too. */
  readonly reads?: () => Reads;
}

/** What has become of a run so far: the one thing in it that changes, besides its ledger. */
export interface Progress {
  readonly skipped: string[];
  /** There was a fault or a warning, which another run must tell again. */
  toldSomething: boolean;
  /** Everybody had their turn. */
  ended: boolean;
}

/** A letter that is sound, and to whom it may go. */
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
  /** What is written; a dry run writes nothing. */
  readonly ledger: Ledger | undefined;
  readonly progress: Progress;
  /** Lets others write again. */
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
    const progress: Progress = { skipped: [], toldSomething: prepared.diagnostics.length > 0, ended: false };
    if (options.dryRun) return success({ ...run, ledger: undefined, progress, release: () => Promise.resolve() });
    const begun = await beginWriting(world.output, job.letter, options);
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
  const shared: SharedInputs = { tool: options.tool, job, files: recorded.digest() };
  return mapOutcome(prepared, (plan) => ({ plan, profiles, output: world.output, shared, options }));
}

/** Puts the manifest in order, also that of a run that was stopped early, and lets others write again. */
export async function closeRun(run: Run): Promise<readonly Diagnostic[]> {
  try {
    if (run.ledger === undefined) return [];
    if (isOfEverybody(run)) await strikeGone(run, run.ledger);
    return await run.ledger.close(settledLine(run, run.ledger));
  } finally {
    await run.release();
  }
}

/** Did everybody have their turn? */
function isOfEverybody({ options, progress }: Run): boolean {
  return progress.ended && isForEverybody(options.filter);
}

/** Letters that nobody gets any more and whose files somebody has taken away: nothing is left to vouch for. */
async function strikeGone({ output, plan }: Run, ledger: Ledger): Promise<void> {
  for (const key of ledger.unsettled()) {
    const records = await ledger.recordsOf(key);
    if (!records.ok) return;
    const names = new Set(records.value.flatMap(({ files }) => files.map(({ name }) => name)));
    const present = await Promise.all([...names].map((name) => output.read(`${plan.job.letter}/${name}`)));
    if (present.every((bytes) => bytes === undefined)) ledger.strike(key);
  }
}

function settledLine(run: Run, ledger: Ledger): Settled | undefined {
  const { tool, runtime, reads } = run.options;
  const { skipped, toldSomething } = run.progress;
  if (reads === undefined || toldSomething || !isOfEverybody(run) || ledger.unsettled().length > 0) return undefined;
  return { demarche: 'settled', tool, runtime, job: run.plan.job, skipped: skipped.toSorted(), reads: reads() };
}
