import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintsAbout, demarcheArgs, lettersIn, prepareOverwriting, run } from './two-letters.ts';

const DEMARCHE = [process.execPath, ...demarcheArgs()].join(' ');
const DISK_FULL = 'demarche: standard output could not be written: the disk is full\n';

/** Runs a command line in a shell in which `demarche` is a function that runs the command. */
async function inShell(command: string, prepare: (campaign: string) => void = () => undefined) {
  const letters = await prepareOverwriting('md');
  const campaign = letters.fresh();
  prepare(campaign);
  const ending = await run('bash', ['--norc', '-c', `demarche() { ${DEMARCHE} "$@"; }; ${command}`], { cwd: campaign });
  return { ending, campaign, letters };
}

const GENERATE = 'demarche generate --to md --date 2025-12-02';

test.each([
  // Node opens /dev/null in place of a closed stream, so writing to the stream succeeds.
  ['a closed standard output', `${GENERATE} >&-`, 0],
  ['a closed standard error', `${GENERATE} 2>&-`, 0],
  ['no stream at all', `${GENERATE} <&- >&- 2>&-`, 0],
  ['a full standard error', `${GENERATE} 2> /dev/full`, 0],
  ['no stream at all, and a fault', `${GENERATE} -o recipients/chair.yaml <&- >&- 2>&-`, 1],
])('%s does not change the letters or the exit code', async (_, command, code) => {
  const { ending, campaign, letters } = await inShell(command);
  expect(ending.code).toBe(code);
  expect(lettersIn(campaign)).toEqual(code === 0 ? letters.after : letters.before);
});

test.each([
  ['data', 'demarche list > /dev/full'],
  ['help', 'demarche --help > /dev/full'],
  ['a letter', 'demarche generate be-minister --to md -o - > /dev/full'],
  ['a document for programs', `${GENERATE} --json > /dev/full`],
  ['the paths of a dry run', `${GENERATE} --dry-run > /dev/full`],
])('a full standard output is reported, with exit code 1: %s', async (_, command) => {
  const { ending, campaign, letters } = await inShell(command);
  expect([ending.code, ending.err.includes(DISK_FULL)]).toEqual([1, true]);
  expect(complaintsAbout(ending, lettersIn(campaign), letters)).toEqual([]);
});

test('a pipe whose reader has ended is not reported, and ends with the exit code of SIGPIPE', async () => {
  const { ending } = await inShell('exec 3> >(true); sleep 0.5; demarche list >&3');
  expect([ending.code, ending.err]).toEqual([141, '']);
});

const createPipeAt = (path: string) => (campaign: string) => {
  rmSync(join(campaign, path), { force: true });
  execFileSync('mkfifo', [join(campaign, path)]);
};

test.each([
  ['a profile', 'recipients/pipe.yaml', 'demarche list', 1, 'error[file/unreadable]'],
  ['a text', 'templates/appeal/en/demands/publish/ask.md', GENERATE, 1, 'error[file/unreadable]'],
  ['a letter', 'templates/appeal/letter.yaml', GENERATE, 1, 'error[file/unreadable]'],
  ['a table of recipients', 'people.csv', `${GENERATE} --recipients people.csv`, 2, 'is not an ordinary file'],
  ['a letter that is to be written', 'out/appeal/be-minister.en.md', GENERATE, 1, 'error[output/in-the-way]'],
  ['a manifest', 'out/appeal/manifest.ndjson', GENERATE, 1, 'error[output/in-the-way]'],
  ['a lock', 'out/appeal/manifest.lock', GENERATE, 1, 'error[output/failed]'],
])('a pipe in place of %s does not block the run', async (_, path, command, code, message) => {
  const { ending, campaign } = await inShell(command, createPipeAt(path));
  expect([ending.code, ending.err]).toEqual([code, expect.stringContaining(message)]);
  expect(ending.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  execFileSync('test', ['-p', join(campaign, path)]);
});
