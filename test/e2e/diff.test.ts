import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

const BODY = 'templates/appeal/en/body/minister.md';

test('diff shows the changed words of each letter, and the letters that are no longer written', async () => {
  const campaign = folderWith(aCampaign());
  expect((await inProcess(campaign, ['diff'])).code).toBe(2);
  await inProcess(campaign, ['generate', '--to', 'md']);
  expect(await inProcess(campaign, ['diff'])).toEqual({ code: 0, out: '', err: '2 letters compared: none differs\n' });

  putFile(campaign, BODY, aCampaign()[BODY]?.replace('We write to you.', 'We turn to you.') ?? '');
  putFile(campaign, 'recipients/chair.yaml', '[]\n');
  const change =
    'appeal/be-minister.en\n  We [-write-] {+turn+} to you.\n\nnot written any more: appeal/the-chair.en\n';
  const changed = { code: 1, out: change, err: '2 letters compared: 2 differ\n' };
  expect(await inProcess(campaign, ['diff'])).toEqual(changed);
  expect(await inProcess(campaign, ['diff', '--against', 'out'])).toEqual(changed);
  expect(await inProcess(campaign, ['diff', '-o', 'out'])).toEqual(changed);
  const marked = await inProcess(campaign, ['diff', '--md', '--quiet']);
  expect([marked.code, marked.out, marked.err]).toEqual([1, expect.stringContaining('+ We {+turn+} to you.\n'), '']);
  const report = JSON.parse((await inProcess(campaign, ['diff', '--json'])).out) as unknown;
  expect(report).toMatchObject({ schemaVersion: 1, differences: [{ state: 'changed' }, { state: 'gone' }] });
});

test('diff --between compares two recipients', async () => {
  const campaign = folderWith(aCampaign());
  const comparison = await inProcess(campaign, ['diff', '--between', 'be-minister', 'the-chair']);
  expect(comparison.code).toBe(1);
  expect(comparison.out).toContain('appeal/be-minister and the-chair\n');
  expect(comparison.out).toContain('We write to [-you.-] {+you as Chair of the Assembly[^1].+}\n');
  expect((await inProcess(campaign, ['diff', '--between', 'the-chair', 'the-chair'])).code).toBe(0);
  expect((await inProcess(campaign, ['diff', '--between', 'the-chair'])).code).toBe(2);
});
