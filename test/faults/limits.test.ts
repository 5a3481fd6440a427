import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { complaintsAbout, complaintsAfterNext, demarcheArgs, lettersIn, overwriting, run } from './two-letters.ts';

const COMMAND = (args: readonly string[]): string => [process.execPath, ...demarcheArgs(...args)].join(' ');

test('a disk that is full costs letters, and nothing that was there', async () => {
  const letters = await overwriting('md');
  const campaign = letters.fresh();
  const out = join(campaign, 'out');
  rmSync(out, { recursive: true });
  mkdirSync(out);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', out]);
  onTestFinished(() => void execFileSync('umount', [out]));
  execFileSync('sh', ['-c', `head -c 16384 /dev/zero > ${out}/ballast || true`]);
  const ending = await run(process.execPath, demarcheArgs(...letters.args), { cwd: campaign });
  expect([ending.code, ending.err]).toEqual([1, expect.stringContaining('the disk is full')]);
  expect(complaintsAbout(ending, lettersIn(campaign), letters)).toEqual([]);
  rmSync(join(out, 'ballast'));
  execFileSync('mount', ['-o', 'remount,size=1m', out]);
  expect(await complaintsAfterNext(campaign, letters)).toEqual([]);
});

test.each([
  // Node opens /dev/null in its place.
  ['a closed standard output', 'list >&-', 0],
  ['a full standard output', 'list > /dev/full', 1],
  ['a full standard error', 'generate --to md 2> /dev/full', 0],
  ['a reader that goes away', 'list --json | true', 0],
  ['a pipe in place of a profile', 'list', 1],
])('%s: no trace, and no exit code that lies', async (what, command, code) => {
  const letters = await overwriting('md');
  const campaign = letters.fresh();
  if (what.startsWith('a pipe')) execFileSync('mkfifo', [join(campaign, 'recipients/pipe.yaml')]);
  const ending = await run('sh', ['-c', COMMAND([command])], { cwd: campaign });
  expect(ending.code).toBe(code);
  expect(`${ending.out}${ending.err}`).not.toMatch(/^\s+at .*:\d+:\d+/m);
});

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

test.each([
  ['another day', ['faketime', '2031-05-06 07:08:09']],
  ['another time zone and locale', ['env', 'TZ=Pacific/Auckland', 'LC_ALL=tr_TR.UTF-8']],
  ['another umask', ['sh', '-c', 'umask 077; exec "$@"', 'sh']],
  ['one core', ['taskset', '-c', '0']],
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
