import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { type InProcessResult, folderWith, inProcess, putFile } from '../support/in-process.ts';

/** The workflow of the README in a git repository; each step works on the files that the previous one left. */
test('the workflow works: validate, check, diff, generate, review, approve and dispatch', async () => {
  const repository = folderWith(aCampaign());
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: repository,
    }).toString();
  const run = (...args: readonly string[]): Promise<InProcessResult> => inProcess(repository, args);
  const profile = 'recipients/chair.yaml';
  const text = aCampaign()[profile] ?? '';
  await run('generate', '--to', 'md');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'letters');

  putFile(repository, profile, text.replace('rank: chair', 'rang: chair'));
  const broken = await inProcess(repository, ['validate'], {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: repository,
  });
  expect(broken.code).toBe(1);
  expect(broken.err).toContain('::error file=recipients/chair.yaml,line=5,');
  expect(broken.err).toContain('did you mean “rank”?');

  putFile(repository, profile, text.replace('1 Assembly Square', '2 Assembly Square'));
  expect((await run('validate')).code).toBe(0);
  const stale = await run('check');
  expect([stale.code, stale.err]).toEqual([1, expect.stringContaining('demarche generate the-chair')]);
  const changes = await run('diff', '--md');
  expect([changes.code, changes.out]).toEqual([1, expect.stringContaining('+ {+2+} Assembly Square\n')]);

  expect((await run('generate', '--to', 'md')).err).toContain('1 file written, 1 unchanged');
  expect(git('diff', '--name-only').trim().split('\n')).toEqual([
    'out/appeal/manifest.ndjson',
    'out/appeal/the-chair.en.md',
    'recipients/chair.yaml',
  ]);
  expect((await run('diff')).code).toBe(0);

  expect((await run('review', '--to', 'md')).code).toBe(0);
  expect(readFileSync(join(repository, 'review/appeal/chair.en.md'), 'utf8')).toContain('2 Assembly Square');
  expect((await run('check', '--approved')).code).toBe(1);
  expect((await run('approve', 'en', 'forms/en', 'signatories', 'settings', '--as', 'legal')).code).toBe(0);
  expect((await run('check', '--approved')).code).toBe(0);

  const letter = 'templates/appeal/letter.yaml';
  putFile(repository, letter, (aCampaign()[letter] ?? '').replace('status: specimen', 'status: final'));
  expect((await run('generate', '--to', 'md')).err).toContain('2 files written');
  expect((await run('check', '--approved')).code).toBe(0);
  const sheet = await run('dispatch');
  expect([sheet.code, sheet.err]).toEqual([0, '2 letters: 2 ready to be sent; 0 recipients skipped\n']);
});
