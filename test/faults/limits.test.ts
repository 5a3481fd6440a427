import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeptProcesses } from './kept-process.ts';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';
import {
  complaintsAbout,
  complaintsAfterNext,
  demarcheArgs,
  lettersIn,
  prepareOverwriting,
  run,
  withTwoWorkers,
} from './two-letters.ts';

test('a full disk makes letters fail, but loses no existing file', async () => {
  const letters = await prepareOverwriting('md');
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

/** The lowest limit of open files with which Node runs an empty program. */
async function lowestLimitForNode(): Promise<number> {
  const nothing = join(temporaryFolder(), 'nothing.mjs');
  writeFileSync(nothing, '');
  for (let limit = 10; limit < 100; limit += 1) {
    const { code } = await run('prlimit', [`--nofile=${limit}`, process.execPath, nothing]);
    if (code === 0) return limit;
  }
  throw new Error('Node does not run');
}

test('a limit of open files that keeps a run from starting is reported', async () => {
  const letters = await prepareOverwriting('md');
  const lowestLimit = await lowestLimitForNode();
  const codes = new Set<number | undefined>();
  const complaints = await withTwoWorkers([0, 1, 2, 3, 4, 6, 8, 12, 16, 100], async (more) => {
    const campaign = letters.fresh();
    const limited = [`--nofile=${lowestLimit + more}`, process.execPath, ...demarcheArgs(...letters.args)];
    const ending = await run('prlimit', limited, { cwd: campaign });
    codes.add(ending.code);
    const isReported = ending.code === 0 || /too many|cannot be read/.test(ending.err);
    return [
      ...(isReported ? [] : [`it does not say what is missing: ${ending.err}`]),
      ...complaintsAbout(ending, lettersIn(campaign), letters),
      ...(await complaintsAfterNext(campaign, letters)),
    ];
  });
  expect(complaints.flat()).toEqual([]);
  expect([codes.has(0), codes.size > 1]).toEqual([true, true]);
});

test('a limit of open files that is reached in the middle of a run makes letters fail, but loses no existing file', async () => {
  const letters = await prepareOverwriting('md');
  const keptProcesses = openKeptProcesses();
  const codes: (number | undefined)[] = [];
  const complaints: string[] = [];
  for (let more = 0; more <= 3; more += 1) {
    const process = await keptProcesses.processFor(0);
    // After this run, all modules that a run needs are loaded.
    await process.run(letters.fresh(), letters.args);
    const openFiles = new Set(readdirSync(`/proc/${process.pid}/fd`).map(Number));
    let nextFile = 0;
    while (openFiles.has(nextFile)) nextFile += 1;
    const campaign = letters.fresh();
    const setLimit = (files: number): Buffer =>
      execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${files}:1024`]);
    setLimit(nextFile + more);
    const ending = await process.run(campaign, letters.args);
    setLimit(1024);
    await keptProcesses.afterRun(0, campaign);
    codes.push(ending.code);
    complaints.push(...complaintsAbout(ending, lettersIn(campaign), letters));
    complaints.push(...(await complaintsAfterNext(campaign, letters)));
  }
  await keptProcesses.end();
  expect(complaints).toEqual([]);
  expect([codes.includes(1), codes.at(-1)]).toEqual([true, 0]);
});

test('a campaign is not looked for beyond the file system of the current folder', async () => {
  const campaign = folderWith({ ...aCampaign(), 'mounted/x.txt': '' });
  const mounted = join(campaign, 'mounted');
  expect((await inProcess(mounted, ['list'])).code).toBe(0);
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', mounted]);
  onTestFinished(() => void execFileSync('umount', [mounted]));
  const { code, err } = await inProcess(mounted, ['list']);
  expect([code, err]).toEqual([2, expect.stringContaining('there is no campaign in “.” or above it')]);
});
