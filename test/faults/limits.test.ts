import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeptProcesses } from './kept-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';
import {
  complaintsAbout,
  complaintsAfterNext,
  demarcheArgs,
  lettersIn,
  overwriting,
  run,
  sideBySide,
} from './two-letters.ts';

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

/** The fewest open files with which Node runs anything. */
async function fewestForNode(): Promise<number> {
  const nothing = join(temporaryFolder(), 'nothing.mjs');
  writeFileSync(nothing, '');
  for (let limit = 10; limit < 100; limit += 1) {
    const { code } = await run('prlimit', [`--nofile=${limit}`, process.execPath, nothing]);
    if (code === 0) return limit;
  }
  throw new Error('Node does not run');
}

test('too few files that may be open keep a run from starting, and it says so', async () => {
  const letters = await overwriting('md');
  const fewest = await fewestForNode();
  const codes = new Set<number | undefined>();
  const complaints = await sideBySide([0, 1, 2, 3, 4, 6, 8, 12, 16, 100], async (more) => {
    const campaign = letters.fresh();
    const limited = [`--nofile=${fewest + more}`, process.execPath, ...demarcheArgs(...letters.args)];
    const ending = await run('prlimit', limited, { cwd: campaign });
    codes.add(ending.code);
    const isSaid = ending.code === 0 || /too many|cannot be read/.test(ending.err);
    return [
      ...(isSaid ? [] : [`it does not say what is missing: ${ending.err}`]),
      ...complaintsAbout(ending, lettersIn(campaign), letters),
      ...(await complaintsAfterNext(campaign, letters)),
    ];
  });
  expect(complaints.flat()).toEqual([]);
  expect([codes.has(0), codes.size > 1]).toEqual([true, true]);
});

test('no further file that may be open in the middle of a run costs letters, and nothing that was there', async () => {
  const letters = await overwriting('md');
  const kept = openKeptProcesses();
  const codes: (number | undefined)[] = [];
  const complaints: string[] = [];
  for (let more = 0; more <= 3; more += 1) {
    const process = await kept.at(0);
    // Everything that a run needs is loaded now.
    await process.run(letters.fresh(), letters.args);
    const open = new Set(readdirSync(`/proc/${process.pid}/fd`).map(Number));
    let free = 0;
    while (open.has(free)) free += 1;
    const campaign = letters.fresh();
    const limit = (files: number): Buffer =>
      execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${files}:1024`]);
    limit(free + more);
    const ending = await process.run(campaign, letters.args);
    limit(1024);
    await kept.after(0, campaign);
    codes.push(ending.code);
    complaints.push(...complaintsAbout(ending, lettersIn(campaign), letters));
    complaints.push(...(await complaintsAfterNext(campaign, letters)));
  }
  await kept.end();
  expect(complaints).toEqual([]);
  expect([codes.includes(1), codes.at(-1)]).toEqual([true, 0]);
});
