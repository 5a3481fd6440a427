import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, andThenLater, success } from '../model/outcome.ts';
import { type Job, type Plan, prepare } from '../pipeline.ts';
import type { OutputFolder, World } from '../world.ts';
import { type Filter, isForEverybody } from './filter.ts';
import type { SharedInputs } from './inputs.ts';
import { type LetterRecord, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { type Reads, recordReads } from './recorded-world.ts';
import { type Settled, settledBy } from './settled.ts';

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

/** What has become of a run so far: the one thing in it that changes. */
export interface Progress {
  /** What it wrote. */
  readonly records: Map<string, LetterRecord>;
  /** The letters whose files are as they should be, each with the hash of its inputs. */
  readonly current: Map<string, string>;
  readonly skipped: string[];
  /** There was a fault or a warning, which another run must tell again. */
  toldSomething: boolean;
  /** Everybody had their turn. */
  ended: boolean;
}

/** All that a run of one letter works with. */
export interface Run {
  readonly plan: Plan;
  readonly profiles: AsyncIterable<Outcome<Data>>;
  readonly output: OutputFolder;
  readonly shared: SharedInputs;
  readonly options: RunOptions;
  /** What earlier runs wrote. */
  readonly manifest: Manifest;
  readonly progress: Progress;
}

/** Prepares a letter and finds out what earlier runs wrote. A fault here means that nothing is written. */
export async function openRun(
  world: World,
  profiles: AsyncIterable<Outcome<Data>>,
  job: Job,
  options: RunOptions,
): Promise<Outcome<Run>> {
  const recorded = recordReads(world);
  const plan = await prepare(recorded.world, job);
  const shared: SharedInputs = { tool: options.tool, job, files: recorded.digest() };
  return andThenLater(plan, async (sound) => {
    const manifest = await readManifest(world.output, job.letter);
    if (!manifest.ok) return manifest;
    const progress: Progress = {
      records: new Map(),
      current: new Map(),
      skipped: [],
      toldSomething: plan.diagnostics.length > 0,
      ended: false,
    };
    return success({
      plan: sound,
      profiles,
      output: world.output,
      shared,
      options,
      manifest: manifest.value,
      progress,
    });
  });
}

/**
 * Saves what the run wrote in the manifest, also of a run that was stopped early. The manifest is read again for it, so
 * that what another run wrote meanwhile keeps its place.
 */
export async function closeRun(run: Run): Promise<readonly Diagnostic[]> {
  const { output, plan, progress, options } = run;
  const { letter } = plan.job;
  if (progress.records.size === 0 && !isOfEverybody(run)) return [];
  const found = await readManifest(output, letter);
  if (!found.ok) return found.diagnostics;
  const gone = await goneLetters(run, found.value);
  const manifest = new Map([...found.value].filter(([key]) => !gone.has(key)).concat([...progress.records]));
  const settled = settledLine(run, manifest);
  if (progress.records.size === 0 && gone.size === 0 && settled === undefined) return [];
  return writeManifest(output, letter, manifest, options.tool, settled);
}

/** Did everybody have their turn? */
function isOfEverybody({ options, progress }: Run): boolean {
  return progress.ended && !options.dryRun && isForEverybody(options.filter);
}

/** Letters that nobody gets any more and whose files somebody has taken away: nothing is left to vouch for. */
async function goneLetters(run: Run, manifest: Manifest): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  if (!isOfEverybody(run)) return gone;
  for (const [key, { files }] of manifest) {
    if (run.progress.current.has(key)) continue;
    const paths = files.map(({ name }) => `${run.plan.job.letter}/${name}`);
    const present = await Promise.all(paths.map((path) => run.output.read(path)));
    if (present.every((bytes) => bytes === undefined)) gone.add(key);
  }
  return gone;
}

function settledLine(run: Run, manifest: Manifest): Settled | undefined {
  const { tool, runtime, reads } = run.options;
  const { current, skipped } = run.progress;
  const { job } = run.plan;
  if (reads === undefined || run.progress.toldSomething || !isOfEverybody(run) || !settledBy(manifest, current, job))
    return undefined;
  return { demarche: 'settled', tool, runtime, job, skipped, reads: reads() };
}
