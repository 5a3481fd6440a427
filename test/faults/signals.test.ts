import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { demarche, demarcheArgs, twoLetters } from './two-letters.ts';

const MANY = 4000;
/** What takes a tenth of a second on a quiet machine may take this long, in milliseconds, on one that is not. */
const PROMPT = 5000;

/** A campaign with thousands of ministers in a file of their own. */
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
  writeFileSync(join(campaign, 'people.ndjson'), Array.from({ length: MANY }, (_, id) => `${row(id)}\n`).join(''));
  return campaign;
}

const namesIn = (campaign: string): readonly string[] => readdirSync(join(campaign, 'out/appeal'));

/** Waits until so many files stand in a campaign's folder of letters: the manifest, its lock, letters. */
async function written(campaign: string, files: number): Promise<void> {
  for (;;) {
    if (existsSync(join(campaign, 'out/appeal')) && namesIn(campaign).length >= files) return;
    await wait(20);
  }
}

/** Starts a run, and asks it to stop when it has written so many files; it must end soon. Nothing comes to its input. */
async function stoppedAfter(
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
  await written(campaign, files);
  const asked = performance.now();
  child.kill(signal);
  const code = await ended;
  expect(performance.now() - asked).toBeLessThan(PROMPT);
  return { code, err };
}

test.each([
  ['SIGINT', 130, 'md', 1],
  ['SIGTERM', 143, 'md,pdf', 2],
] as const)(
  '%s in the middle of thousands is answered at once, with numbers that are true',
  async (signal, code, to, each) => {
    const campaign = manyLetters();
    const args = ['generate', '--to', to, '--recipients', 'people.ndjson'];
    const ending = await stoppedAfter(200, campaign, args, signal);
    expect(ending.code).toBe(code);

    const files = namesIn(campaign).filter((name) => name !== 'manifest.ndjson');
    expect(files.every((name) => /^[a-z-]+\d*\.en\.(?:md|pdf)$/.test(name))).toBe(true);
    expect([files.length > 150, files.length < MANY]).toEqual([true, true]);
    expect(ending.err).toBe(
      `${files.length / each} letters: ${files.length} files written, 0 unchanged; 0 recipients skipped, 0 failed; stopped before the end\n`,
    );
    const lines = readFileSync(join(campaign, 'out/appeal/manifest.ndjson'), 'utf8').trimEnd().split('\n').slice(1);
    const listed = lines.flatMap((line) => (JSON.parse(line) as { files: { name: string }[] }).files);
    expect(listed.map(({ name }) => name).sort()).toEqual(files.sort());

    const next = await demarche([...args.slice(0, 2), 'md', ...args.slice(3)], { cwd: campaign });
    const before = files.length / each;
    const all = MANY + Object.keys(aCampaign()).filter((path) => /^recipients\/(?:chair|ministers)/.test(path)).length;
    expect([next.code, next.err]).toEqual([
      0,
      `${all} letters: ${all - before} files written, ${before} unchanged; 0 recipients skipped, 0 failed\n`,
    ]);
  },
);

test('a run that waits for recipients to come on standard input is stopped, too', async () => {
  const ending = await stoppedAfter(4, twoLetters(), ['generate', '--to', 'md', '--recipients', '-'], 'SIGTERM');
  expect(ending).toEqual({
    code: 143,
    err: '2 letters: 2 files written, 0 unchanged; 0 recipients skipped, 0 failed; stopped before the end\n',
  });
});
