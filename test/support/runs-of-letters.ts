import type { Job } from '../../src/model/job.ts';
import type { Selection } from '../../src/model/selection.ts';
import { createValues, type Values } from '../../src/model/values.ts';
import { loadProfiles, makeLetter, prepare, selectTargets } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import type { World } from '../../src/world.ts';
import { valueDespiteWarnings, valueOf } from './outcomes.ts';

/** The contents of letter files by name, decoded as Latin-1: one character for each byte. */
export type Letters = ReadonlyMap<string, string>;

/** Makes all letters of a campaign in one run, in the order of their profiles or in the reverse order. */
export async function lettersOfRun(
  world: World,
  job: Job,
  { values = createValues(), isReversed = false }: { readonly values?: Values; readonly isReversed?: boolean } = {},
): Promise<Letters> {
  const plan = valueOf(await prepare(world, job, values));
  const selections = await selectionsIn(plan, world);
  const letters = new Map<string, string>();
  for (const selection of isReversed ? selections.toReversed() : selections) {
    for (const [name, bytes] of await letterOf(plan, selection)) letters.set(name, bytes);
  }
  return new Map([...letters].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Makes each letter of a campaign in a run of its own. */
export async function lettersAlone(world: World, job: Job): Promise<Letters> {
  const letters = new Map<string, string>();
  const count = (await selectionsIn(valueOf(await prepare(world, job)), world)).length;
  for (let index = 0; index < count; index += 1) {
    const plan = valueOf(await prepare(world, job));
    const [selection] = (await selectionsIn(plan, world)).slice(index);
    if (selection === undefined) throw new Error('a letter is missing');
    for (const [name, bytes] of await letterOf(plan, selection)) letters.set(name, bytes);
  }
  return letters;
}

async function selectionsIn(plan: Plan, world: World): Promise<readonly Selection[]> {
  const selections: Selection[] = [];
  for await (const profile of loadProfiles(world)) {
    for (const target of selectTargets(plan, valueOf(profile))) {
      const found = valueOf(target);
      if (found.kind === 'letter') selections.push(found.selection);
    }
  }
  return selections;
}

async function letterOf(plan: Plan, selection: Selection): Promise<Letters> {
  const artifacts = valueDespiteWarnings(await makeLetter(plan, selection));
  return new Map(artifacts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));
}
