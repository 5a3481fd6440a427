import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaignWith } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

const LETTER = 'templates/appeal/letter.yaml';
const FILES = aCampaignWith(LETTER, 'final: [legal]', 'final: [legal, signatory]');

test('a final letter is generated once each of its texts has all approvals', async () => {
  const campaign = folderWith({
    ...FILES,
    [LETTER]: FILES[LETTER]?.replace('status: specimen', 'status: final') ?? '',
  });
  const refused = await inProcess(campaign, ['generate', '--to', 'md']);
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('error[letter/not-approved]: the letter cannot be final: 5 of its texts lack 10 approvals'),
  ]);

  const legal = await inProcess(campaign, ['approve', 'en', '--as', 'legal']);
  expect(legal).toEqual({ code: 0, out: '', err: '5 texts approved as legal, in templates/appeal/approvals.yaml\n' });
  const waiting = await inProcess(campaign, ['check', '--approved']);
  expect(waiting.code).toBe(1);
  expect(waiting.out).toBe(
    'letter                 missing\nappeal/the-chair.en    signatory:the-society\nappeal/be-minister.en  signatory:the-society\n',
  );
  expect(waiting.err).toContain('error[letter/not-approved]: not approved by signatory:the-society; in 1 letter\n');
  expect(waiting.err).toMatch(/2 letters: 0 cleared, 2 waiting\n$/);

  await inProcess(campaign, ['approve', 'en/', '--as', 'signatory:the-society', '--by', 'N. N.']);
  expect((await inProcess(campaign, ['generate', '--to', 'md'])).code).toBe(0);
  expect(await inProcess(campaign, ['check', '--approved'])).toEqual({
    code: 0,
    out: '',
    err: '2 letters: 2 cleared, 0 waiting\n2 files of 2 letters: 2 fresh\n',
  });
  expect(readFileSync(join(campaign, 'out/appeal/the-chair.en.md'), 'utf8')).not.toContain('Specimen');

  putFile(campaign, 'templates/appeal/en/demands/publish/ask.md', '**Publish it**{{cite "charter"}}.\n');
  const expired = await inProcess(campaign, ['check', '--approved']);
  expect(expired.out).toContain('appeal/the-chair.en  legal (expired), signatory:the-society (expired)\n');
  expect((await inProcess(campaign, ['generate', '--to', 'md'])).code).toBe(1);
});

test.each([
  ['an unknown text', ['en/body/chare', '--as', 'legal'], 'has no text “en/body/chare”'],
  ['an unknown function', ['en', '--as', 'signatory:nobody'], 'there is: legal, signatory:the-society'],
  [
    'the function “translation” for an original',
    ['en', '--as', 'translation'],
    'there is: legal, signatory:the-society',
  ],
  ['a missing --as', ['en'], "required option '--as <function>'"],
])('approve rejects %s', async (_, args, message) => {
  const result = await inProcess(folderWith(FILES), ['approve', ...args]);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining(message)]);
});
