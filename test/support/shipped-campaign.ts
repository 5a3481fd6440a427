import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createNodeWorld } from '../../src/cli/node-world.ts';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { Format } from '../../src/model/artifact.ts';
import type { Data } from '../../src/model/data.ts';
import type { RequestedEditions } from '../../src/model/edition.ts';
import type { Job } from '../../src/model/job.ts';
import { type Outcome, success } from '../../src/model/outcome.ts';
import { loadProfiles, prepare } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { type Addressee, selectAddressees } from '../../src/run/addressees.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import type { World } from '../../src/world.ts';
import { valueOf } from './outcomes.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The plan of a campaign, and the letters or faults of its profiles. */
export interface Shipped {
  readonly plan: Plan;
  readonly addressees: readonly Addressee[];
}

/** Options of {@link openShipped}. */
export interface Opening {
  readonly date?: string;
  readonly editions?: RequestedEditions;
  readonly attachSource?: boolean;
  /** Files in `examples/open-letter/` whose profiles are added. */
  readonly examples?: readonly string[];
}

/** Opens the shipped campaign for reading; its output folder does not exist. */
export function shippedWorld(): World {
  return createNodeWorld(ROOT, { folder: '/nowhere', name: 'nowhere', isNamedByUser: true });
}

/** Prepares the shipped letter, and resolves all profiles. */
export function openShipped(formats: readonly Format[], opening: Opening = {}): Promise<Shipped> {
  const { examples = [], ...jobOptions } = opening;
  const job = { letter: 'open-letter', formats, attachSource: false, ...jobOptions };
  return openLetter(shippedWorld(), job, exampleProfiles(examples));
}

/** Prepares a letter of any campaign, and resolves its profiles and further ones. */
export async function openLetter(
  world: World,
  job: Job,
  furtherProfiles: readonly Outcome<Data>[] = [],
): Promise<Shipped> {
  const plan = valueOf(await prepare(world, job));
  const results: Addressee[] = [];
  const profiles = concatenate(loadProfiles(world), furtherProfiles);
  for await (const addressee of selectAddressees(plan, profiles, ALL_RECIPIENTS)) results.push(addressee);
  return { plan, addressees: results };
}

async function* concatenate<T>(...parts: readonly (AsyncIterable<T> | Iterable<T>)[]): AsyncGenerator<T> {
  for (const part of parts) yield* part;
}

function exampleProfiles(names: readonly string[]): readonly Outcome<Data>[] {
  return names.flatMap((name) => {
    const file = `examples/open-letter/${name}`;
    const profiles = valueOf(readYaml(file, readFileSync(resolve(ROOT, file), 'utf8')));
    if (profiles.kind !== 'list') throw new Error(`${file} is not a list`);
    return profiles.items.map((profile) => success(profile));
  });
}
