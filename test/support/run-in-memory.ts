import type { Shell } from '../../src/cli/shell.ts';
import type { World } from '../../src/world.ts';
import { type InProcessResult, runIn } from './in-process.ts';

/** The output and the exit code of a command. */
export type SaidInMemory = InProcessResult;

/**
 * Runs the command line in this process on a world in memory, with the working directory `/` and the environment `env`.
 */
export function runInMemory(
  args: readonly string[],
  world: World,
  env: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
): Promise<SaidInMemory> {
  const openWorld: Shell['openWorld'] = () => Promise.resolve(world);
  const openOutput = () => Promise.resolve(world.output);
  return runIn({ cwd: '/', env, openWorld, openOutput }, args, [
    typeof input === 'string' ? new TextEncoder().encode(input) : input,
  ]);
}
