import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { demarche, demarcheArgs, twoLetters } from './two-letters.ts';

const PROFILE_COUNT = 4000;
/**
 * The maximum time from the signal to the end of the run, in milliseconds: about 100 on an idle machine, more on a busy
 * one.
 */
const MAX_DELAY = 5000;

/** Creates a campaign with the profiles of thousands of ministers in `people.ndjson`. */
function manyLetters(): string {
  const campaign = twoLetters();
  const row = (id: number): string =>
    JSON.stringify({
      id: `minister-${id}`,
      roles: ['minister'],
      state: 'BE',
      languages: ['en'],
      office: { title: { en: 'Minister of Charters' }, rank: 'minister' },
      address: { lines: [`${id} Ministry Street`, '1000 BRUSSELS'] },
      source: 'the ministry',
      verified: '2025-11-30',
    });
  writeFileSync(
    join(campaign, 'people.ndjson'),
    Array.from({ length: PROFILE_COUNT }, (_, id) => `${row(id)}\n`).join(''),
  );
  return campaign;
}

const namesIn = (campaign: string): readonly string[] => readdirSync(join(campaign, 'out/appeal'));

/** Waits until the letter folder of a campaign has so many files, the manifest and its lock included. */
async function waitForFiles(campaign: string, files: number): Promise<void> {
  for (;;) {
    if (existsSync(join(campaign, 'out/appeal')) && namesIn(campaign).length >= files) return;
    await wait(20);
  }
}

/**
 * Starts a run, sends a signal when it has written so many files, and expects it to end soon. Its standard input stays
 * open.
 */
async function stopAfter(
  files: number,
  campaign: string,
  args: readonly string[],
  signal: NodeJS.Signals,
): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = spawn(process.execPath, demarcheArgs(...args), { cwd: campaign });
  let err = '';
  child.stderr.on('data', (text) => (err += String(text)));
  const ended = new Promise<number | null>((done) => {
    child.once('close', (status) => done(status));
  });
  await waitForFiles(campaign, files);
  const signalTime = performance.now();
  child.kill(signal);
  const code = await ended;
  expect(performance.now() - signalTime).toBeLessThan(MAX_DELAY);
  return { code, err };
}

test.each([
  ['SIGINT', 130, 'md', 1],
  ['SIGTERM', 143, 'md,pdf', 2],
] as const)(
  '%s in the middle of thousands of letters ends the run soon, with a correct summary',
  async (signal, code, to, each) => {
    const campaign = manyLetters();
    const args = ['generate', '--to', to, '--recipients', 'people.ndjson'];
    const ending = await stopAfter(200, campaign, args, signal);
    expect(ending.code).toBe(code);

    const files = namesIn(campaign).filter((name) => name !== 'manifest.ndjson');
    expect(files.every((name) => /^[a-z-]+\d*\.en\.(?:md|pdf)$/.test(name))).toBe(true);
    expect([files.length > 150, files.length < PROFILE_COUNT]).toEqual([true, true]);
    expect(ending.err).toBe(
      `${files.length / each} letters: ${files.length} files written, 0 unchanged; 0 recipients skipped, 0 failed; stopped before the end\n`,
    );
    const lines = readFileSync(join(campaign, 'out/appeal/manifest.ndjson'), 'utf8').trimEnd().split('\n').slice(1);
    const listed = lines.flatMap((line) => (JSON.parse(line) as { files: { name: string }[] }).files);
    expect(listed.map(({ name }) => name).sort()).toEqual(files.sort());

    const next = await demarche([...args.slice(0, 2), 'md', ...args.slice(3)], { cwd: campaign });
    const before = files.length / each;
    const all =
      PROFILE_COUNT + Object.keys(aCampaign()).filter((path) => /^recipients\/(?:chair|ministers)/.test(path)).length;
    expect([next.code, next.err]).toEqual([
      0,
      `${all} letters: ${all - before} files written, ${before} unchanged; 0 recipients skipped, 0 failed\n`,
    ]);
  },
);

test('SIGTERM ends a run that waits for recipients on standard input', async () => {
  const ending = await stopAfter(4, twoLetters(), ['generate', '--to', 'md', '--recipients', '-'], 'SIGTERM');
  expect(ending).toEqual({
    code: 143,
    err: '2 letters: 2 files written, 0 unchanged; 0 recipients skipped, 0 failed; stopped before the end\n',
  });
});
