import { expect, test } from 'vitest';
import type { Shell } from '../../../src/cli/shell.ts';
import { openProgress } from '../../../src/commands/generate/run-progress.ts';

/** What is said of 10,000 letters, one every 10 milliseconds. */
async function said(isTerminal: boolean, { env = {}, quiet = false } = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const shell: Shell = {
    cwd: '/',
    env,
    openWorld: () => Promise.resolve(undefined),
    openOutput: () => Promise.reject(new Error('nothing is written here')),
    input: () => (async function* () {})(),
    out: () => Promise.resolve(),
    err: (text) => Promise.resolve(void lines.push(text)),
    isTerminal: { out: false, err: isTerminal },
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

test('away from a terminal a long run says a plain line now and then', async () => {
  expect(await said(false)).toEqual([
    '3000 letters, 100 a second, about 70 s left\n',
    '6000 letters, 100 a second, about 40 s left\n',
    '9000 letters, 100 a second, about 10 s left\n',
  ]);
  expect(await said(true, { env: { TERM: 'dumb' } })).toHaveLength(3);
});

test('on a terminal one line is drawn again and again, and taken away at the end', async () => {
  const drawn = await said(true);
  expect(drawn).toHaveLength(1001);
  expect(drawn[499]).toBe('\r\u001B[K5000 letters, 100 a second, about 50 s left');
  expect(drawn.some((text) => text.includes('\n'))).toBe(false);
  expect(drawn.at(-1)).toBe('\r\u001B[K');
});

test('nothing is said when asked to be quiet', async () => {
  expect([...(await said(true, { quiet: true })), ...(await said(false, { quiet: true }))]).toEqual([]);
});
