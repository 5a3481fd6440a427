import { runProgram } from '../../src/cli/main.ts';
import type { World } from '../../src/world.ts';

/** What the command said and how it ended. */
export interface SaidInMemory {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, in the root folder of a world in memory and an environment of its own. */
export async function runInMemory(
  args: readonly string[],
  world: World,
  env: Readonly<Record<string, string>> = {},
): Promise<SaidInMemory> {
  const said = { out: '', err: '' };
  const code = await runProgram(args, {
    cwd: '/',
    env,
    openWorld: (campaign) => Promise.resolve(campaign === '/' ? world : undefined),
    input: () => (async function* (): AsyncGenerator<Uint8Array> {})(),
    out: (data) => {
      said.out += typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
      return Promise.resolve();
    },
    err: (text) => {
      said.err += text;
      return Promise.resolve();
    },
    isTerminal: { out: false, err: false },
    stop: new AbortController().signal,
  });
  return { code, ...said };
}
