import { resolve } from 'node:path';
import { openNodeWorld } from '../../src/cli/node-world.ts';
import type { Format } from '../../src/model/artifact.ts';
import { type Plan, loadProfiles, prepare } from '../../src/pipeline.ts';
import { type Addressee, addressees } from '../../src/run/addressees.ts';
import { EVERYBODY } from '../../src/run/filter.ts';
import { valueOf } from './outcomes.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The shipped campaign, prepared, and what each of its profiles gets. */
export interface Shipped {
  readonly plan: Plan;
  readonly addressees: readonly Addressee[];
}

/** Opens the shipped letter; `date` asks as of another day. */
export async function openShipped(formats: readonly Format[], date?: string): Promise<Shipped> {
  const output = { folder: '/nowhere', name: 'nowhere', named: true };
  const world = openNodeWorld(ROOT, output);
  const job = { letter: 'open-letter', formats, attachSource: false, ...(date === undefined ? {} : { date }) };
  const plan = valueOf(await prepare(world, job));
  const found: Addressee[] = [];
  for await (const addressee of addressees(plan, loadProfiles(world), EVERYBODY)) found.push(addressee);
  return { plan, addressees: found };
}
