import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintsAbout, demarcheArgs, lettersIn, overwriting, run } from './two-letters.ts';

const DEMARCHE = [process.execPath, ...demarcheArgs()].join(' ');
const NO_ROOM = 'demarche: standard output could not be written: the disk is full\n';

/** Has a shell run the command line, in which `demarche` is the command. */
async function inShell(command: string, prepare: (campaign: string) => void = () => undefined) {
  const letters = await overwriting('md');
  const campaign = letters.fresh();
  prepare(campaign);
  const ending = await run('bash', ['--norc', '-c', `demarche() { ${DEMARCHE} "$@"; }; ${command}`], { cwd: campaign });
  return { ending, campaign, letters };
}

const GENERATE = 'demarche generate --to md --date 2025-12-02';

test.each([
  // Node opens /dev/null in the place of a stream that is closed: who closes it does not want to hear.
  ['a closed standard output', `${GENERATE} >&-`, 0],
  ['a closed standard error', `${GENERATE} 2>&-`, 0],
  ['no stream at all', `${GENERATE} <&- >&- 2>&-`, 0],
  ['a full standard error', `${GENERATE} 2> /dev/full`, 0],
  ['no stream at all, and a fault', `${GENERATE} -o recipients/chair.yaml <&- >&- 2>&-`, 1],
])('%s costs no letter, and the exit code is right', async (_, command, code) => {
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
])('a full standard output is reported, and ends with 1: %s', async (_, command) => {
  const { ending, campaign, letters } = await inShell(command);
  expect([ending.code, ending.err.includes(NO_ROOM)]).toEqual([1, true]);
  expect(complaintsAbout(ending, lettersIn(campaign), letters)).toEqual([]);
});

test('a reader that goes away is no fault to be told', async () => {
  const { ending } = await inShell('exec 3> >(true); sleep 0.5; demarche list >&3');
  expect([ending.code, ending.err]).toEqual([1, '']);
});

const pipeAt = (path: string) => (campaign: string) => {
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
])('a pipe in place of %s is not waited for', async (_, path, command, code, told) => {
  const { ending, campaign } = await inShell(command, pipeAt(path));
  expect([ending.code, ending.err]).toEqual([code, expect.stringContaining(told)]);
  expect(ending.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  execFileSync('test', ['-p', join(campaign, path)]);
});
