import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programWith } from '../support/program-with.ts';
import { ROOT } from '../support/run-demarche.ts';
import { demarcheArgs, lettersIn, prepareOverwriting, run } from './two-letters.ts';

const shellCommand = (args: readonly string[]): string => [process.execPath, ...demarcheArgs(...args)].join(' ');

test('four shards under GNU parallel write the same files as a single run', async () => {
  const letters = await prepareOverwriting('md');
  const campaign = letters.fresh();
  rmSync(join(campaign, 'out'), { recursive: true });
  const shards = `parallel -j 2 '${shellCommand(letters.args)} --shard {}/4' ::: 1 2 3 4`;
  const joinCommand = shellCommand(['join', 'out/appeal/manifest.*-of-*.ndjson']);
  const ending = await run('sh', ['-c', `${shards} && ${joinCommand}`], { cwd: campaign, env: { HOME: campaign } });
  expect([ending.code, ending.err]).toEqual([0, expect.stringContaining('4 shards joined: 2 letters')]);
  expect([...lettersIn(campaign)]).toEqual([...letters.after]);
});

/** Bundles the command with caches that keep nothing, and returns the path of its program. */
function bundleWithoutCaches(): string {
  const cache = 'src/model/bounded-cache.ts';
  const without = 'export const boundedCache = () => ({ getOrCompute: (key, compute) => compute() });';
  const names = (source: string): readonly string[] => source.match(/(?<=^export (?:function|const) )\w+/gm) ?? [];
  expect(names(without)).toEqual(names(readFileSync(join(ROOT, cache), 'utf8')));
  return programWith({ [cache]: without });
}

test('the same bytes come out without caches', async () => {
  const letters = await prepareOverwriting('md,pdf');
  const campaign = letters.fresh();
  rmSync(join(campaign, 'out'), { recursive: true });
  const ending = await run(process.execPath, [bundleWithoutCaches(), ...letters.args], { cwd: campaign });
  expect([ending.code, ending.err]).toEqual([0, expect.stringContaining('4 files written')]);
  expect([...lettersIn(campaign)]).toEqual([...letters.after]);
});

test.each([
  ['another day', ['faketime', '2031-05-06 07:08:09']],
  ['another time zone and locale', ['env', 'TZ=Pacific/Auckland', 'LC_ALL=tr_TR.UTF-8']],
  ['another umask', ['sh', '-c', 'umask 077; exec "$@"', 'sh']],
  ['one core', ['taskset', '-c', '0']],
  ['many threads', ['env', 'UV_THREADPOOL_SIZE=16']],
  ['another user', ['setpriv', '--reuid=12345', '--clear-groups']],
])('writes the same bytes with %s', async (_, around) => {
  const letters = await prepareOverwriting('md,pdf');
  const campaign = letters.fresh();
  rmSync(join(campaign, 'out'), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rwX', campaign]);
  const [program = '', ...rest] = [...around, process.execPath, ...demarcheArgs(...letters.args)];
  const ending = await run(program, rest, { cwd: campaign });
  expect([ending.code, ending.err]).toEqual([0, expect.stringContaining('4 files written')]);
  expect([...lettersIn(campaign)]).toEqual([...letters.after]);
});

test('a process that is running is not taken for an ended one where there is no /proc', async () => {
  const { fresh } = await prepareOverwriting('md');
  const campaign = fresh();
  const argsWithoutProc = (...args: readonly string[]): readonly string[] => {
    const command = [process.execPath, ...demarcheArgs(...args)].join(' ');
    return ['-m', 'sh', '-c', `mount -t tmpfs none /proc && exec ${command}`];
  };
  // Because its standard input does not end, the first run does not end either.
  const first = spawn('unshare', [...argsWithoutProc('generate', '--to', 'md', '--recipients', '-')], {
    cwd: campaign,
  });
  try {
    const lock = join(campaign, 'out', 'appeal', 'manifest.lock');
    for (let tries = 0; !existsSync(lock) && tries < 200; tries += 1) await new Promise((wait) => setTimeout(wait, 25));
    expect(existsSync(lock)).toBe(true);
    const second = await run('unshare', argsWithoutProc('generate', '--to', 'md'), { cwd: campaign });
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('output/locked')]);
  } finally {
    first.kill('SIGKILL');
  }
});
