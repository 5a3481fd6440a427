import { expect, test } from 'vitest';
import type { Shell } from '../../../src/cli/shell.ts';
import { openProgress } from '../../../src/commands/generate/run-progress.ts';

/** The progress output for 10,000 letters, one every 10 milliseconds. */
async function progressOutput(isTerminal: boolean, { env = {}, quiet = false } = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const shell: Shell = {
    cwd: '/',
    env,
    searchCampaign: () => Promise.reject(new Error('not searched')),
    openWorld: () => Promise.reject(new Error('not opened')),
    openOutput: () => Promise.reject(new Error('nothing is written here')),
    input: () => (async function* () {})(),
    out: () => Promise.resolve(),
    err: (text) => Promise.resolve(void lines.push(text)),
    isTerminal: { in: false, out: false, err: isTerminal },
    prompts: () => Promise.reject(new Error('not asked')),
    serve: () => Promise.reject(new Error('not asked')),
    openAddress: () => Promise.reject(new Error('not asked')),
    stop: new AbortController().signal,
  };
  let time = 0;
  const progress = openProgress(shell, { quiet, now: () => time });
  for (let letters = 1; letters <= 10_000; letters += 1) {
    time += 10;
    await progress.update(letters, letters / 10_000);
  }
  await progress.end();
  return lines;
}

test('without a terminal a long run prints a plain line now and then', async () => {
  expect(await progressOutput(false)).toEqual([
    '3000 letters, 100 a second, about 70 s left\n',
    '6000 letters, 100 a second, about 40 s left\n',
    '9000 letters, 100 a second, about 10 s left\n',
  ]);
  expect(await progressOutput(true, { env: { TERM: 'dumb' } })).toHaveLength(3);
});

test('on a terminal one line is redrawn, and cleared at the end', async () => {
  const lines = await progressOutput(true);
  expect(lines).toHaveLength(1001);
  expect(lines[499]).toBe('\r\u001B[K5000 letters, 100 a second, about 50 s left');
  expect(lines.some((text) => text.includes('\n'))).toBe(false);
  expect(lines.at(-1)).toBe('\r\u001B[K');
});

test('prints nothing if quiet', async () => {
  expect([...(await progressOutput(true, { quiet: true })), ...(await progressOutput(false, { quiet: true }))]).toEqual(
    [],
  );
});
