import type { Shell } from '../../src/cli/shell.ts';
import type { World } from '../../src/world.ts';
import { type Answer, runIn } from './in-process.ts';

export type SaidInMemory = Answer;

/** Runs the command line in this process, in the root folder of a world in memory and an environment of its own. */
export function runInMemory(
  args: readonly string[],
  world: World,
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<SaidInMemory> {
  const openWorld: Shell['openWorld'] = (campaign) => Promise.resolve(campaign === '/' ? world : undefined);
  const openOutput = () => Promise.resolve(world.output);
  return runIn({ cwd: '/', env, openWorld, openOutput }, args, [new TextEncoder().encode(input)]);
}
