import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../support/run-demarche.ts';
import { demarcheArgs, lettersIn, overwriting, run } from './two-letters.ts';

const COMMAND = (args: readonly string[]): string => [process.execPath, ...demarcheArgs(...args)].join(' ');

test('four shards under GNU parallel leave what one run leaves', async () => {
  const letters = await overwriting('md');
  const campaign = letters.fresh();
  rmSync(join(campaign, 'out'), { recursive: true });
  const shards = `parallel -j 2 '${COMMAND(letters.args)} --shard {}/4' ::: 1 2 3 4`;
  const join_ = COMMAND(['join', 'out/appeal/manifest.*-of-*.ndjson']);
  const ending = await run('sh', ['-c', `${shards} && ${join_}`], { cwd: campaign, env: { HOME: campaign } });
  expect([ending.code, ending.err]).toEqual([0, expect.stringContaining('4 shards joined: 2 letters')]);
  expect([...lettersIn(campaign)]).toEqual([...letters.after]);
});

/** The command, bundled with caches that forget everything at once. */
function forgetful(): string {
  const program = temporaryFolder();
  for (const part of ['bin', 'package.json']) cpSync(join(ROOT, part), join(program, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
  const cache = 'src/model/bounded-cache.ts';
  const without = 'export const boundedCache = () => ({ getOrCompute: (key, compute) => compute() });';
  const names = (source: string): readonly string[] => source.match(/(?<=^export (?:function|const) )\w+/gm) ?? [];
  expect(names(without)).toEqual(names(readFileSync(join(ROOT, cache), 'utf8')));
  const args = [{ main: 'src/main.ts' }, join(program, 'dist/program'), { [cache]: without }];
  const script =
    `const { bundle } = await import(${JSON.stringify(join(ROOT, 'build/bundle.mjs'))});` +
    `await bundle(...${JSON.stringify(args)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  return join(program, 'bin/demarche.js');
}

test('the same bytes come out when nothing is remembered', async () => {
  const letters = await overwriting('md,pdf');
  const campaign = letters.fresh();
  rmSync(join(campaign, 'out'), { recursive: true });
  const ending = await run(process.execPath, [forgetful(), ...letters.args], { cwd: campaign });
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
])('the same bytes come out on %s', async (_, around) => {
  const letters = await overwriting('md,pdf');
  const campaign = letters.fresh();
  rmSync(join(campaign, 'out'), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rwX', campaign]);
  const [program = '', ...rest] = [...around, process.execPath, ...demarcheArgs(...letters.args)];
  const ending = await run(program, rest, { cwd: campaign });
  expect([ending.code, ending.err]).toEqual([0, expect.stringContaining('4 files written')]);
  expect([...lettersIn(campaign)]).toEqual([...letters.after]);
});

test('a run that goes on is not taken for a dead one where there is no /proc', async () => {
  const { fresh } = await overwriting('md');
  const campaign = fresh();
  const hidden = (...args: readonly string[]): readonly string[] => {
    const command = [process.execPath, ...demarcheArgs(...args)].join(' ');
    return ['-m', 'sh', '-c', `mount -t tmpfs none /proc && exec ${command}`];
  };
  // Standard input that does not end keeps the first run going.
  const first = spawn('unshare', [...hidden('generate', '--to', 'md', '--recipients', '-')], { cwd: campaign });
  try {
    const lock = join(campaign, 'out', 'appeal', 'manifest.lock');
    for (let tries = 0; !existsSync(lock) && tries < 200; tries += 1) await new Promise((wait) => setTimeout(wait, 25));
    expect(existsSync(lock)).toBe(true);
    const second = await run('unshare', hidden('generate', '--to', 'md'), { cwd: campaign });
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('output/locked')]);
  } finally {
    first.kill('SIGKILL');
  }
});
