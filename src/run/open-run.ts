import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, andThenLater, success } from '../model/outcome.ts';
import { type Job, type Plan, prepare } from '../pipeline.ts';
import type { OutputFolder, World } from '../world.ts';
import type { Filter } from './filter.ts';
import type { SharedInputs } from './inputs.ts';
import { type LetterRecord, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { recordReads } from './recorded-world.ts';

/** How a run goes about it. */
export interface RunOptions {
  readonly filter: Filter;
  /** Overwrite files that are not ours. */
  readonly force: boolean;
  /** Say what would be written; render and write nothing. */
  readonly dryRun: boolean;
  /** The tool's version: another one makes every letter anew. */
  readonly tool: string;
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
  /** What this run wrote; the one thing in it that changes. */
  readonly records: Map<string, LetterRecord>;
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
    const { output } = world;
    return success({ plan: sound, profiles, output, shared, options, manifest: manifest.value, records: new Map() });
  });
}

/**
 * Saves what the run wrote in the manifest, also of a run that was stopped early. The manifest is read again for it, so
 * that what another run wrote meanwhile keeps its place.
 */
export async function closeRun({ output, plan, records, options }: Run): Promise<readonly Diagnostic[]> {
  if (records.size === 0) return [];
  const manifest = await readManifest(output, plan.job.letter);
  if (!manifest.ok) return manifest.diagnostics;
  return writeManifest(output, plan.job.letter, new Map([...manifest.value, ...records]), options.tool);
}
