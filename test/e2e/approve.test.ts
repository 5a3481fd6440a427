import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaignWith } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

/** What letters print besides their texts. */
const SHARED = ['forms/en', 'signatories', 'settings'];
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
    expect.stringContaining(
      'error[letter/not-approved]: the letter cannot be final: it lacks 16 approvals of 8 texts and names',
    ),
  ]);

  const legal = await inProcess(campaign, ['approve', 'en', ...SHARED, '--as', 'legal']);
  expect(legal).toEqual({ code: 0, out: '', err: '8 texts approved as legal, in templates/appeal/approvals.yaml\n' });
  const waiting = await inProcess(campaign, ['check', '--approved']);
  expect(waiting.code).toBe(1);
  expect(waiting.out).toBe(
    'letter                 missing\nappeal/the-chair.en    signatory:the-society\nappeal/be-minister.en  signatory:the-society\n',
  );
  expect(waiting.err).toContain('error[letter/not-approved]: not approved by signatory:the-society; in 1 letter\n');
  expect(waiting.err).toMatch(/2 letters: 0 cleared, 2 waiting\n$/);

  await inProcess(campaign, ['approve', 'en/', ...SHARED, '--as', 'signatory:the-society', '--by', 'N. N.']);
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
  expect(expired.err).toContain(
    'changed since it was approved by legal, signatory:the-society: its words; in 1 letter\n',
  );
  expect((await inProcess(campaign, ['generate', '--to', 'md'])).code).toBe(1);
});

test('a change of anything that a cleared letter prints is named by check --approved, and stops the final letter', async () => {
  const final: Record<string, string> = {
    ...FILES,
    [LETTER]: FILES[LETTER]?.replace('status: specimen', 'status: final') ?? '',
  };
  const campaign = folderWith(final);
  for (const as of ['legal', 'signatory:the-society'])
    await inProcess(campaign, ['approve', 'en', ...SHARED, '--as', as]);
  expect((await inProcess(campaign, ['generate', '--to', 'md'])).code).toBe(0);
  const changes = [
    ['templates/appeal/sources.yaml', 'adopted in 1999', 'adopted in 2000', 'the note of “charter”; in '],
    ['recipients/forms/en.yaml', 'Madam Chair,', 'Madam President,', 'the form of “chair/f”; in '],
    [LETTER, 'The Society', 'The Club', 'the signatory “the-society”; in 2 letters'],
    [LETTER, 'A/1', 'A/2', 'the reference; in 2 letters'],
  ] as const;
  for (const [path, from, to, named] of changes) {
    putFile(campaign, path, final[path]?.replace(from, to) ?? '');
    const { code, err } = await inProcess(campaign, ['check', '--approved']);
    expect([code, err]).toEqual([1, expect.stringContaining(named)]);
    expect((await inProcess(campaign, ['generate', '--to', 'md'])).code).toBe(1);
    putFile(campaign, path, final[path] ?? '');
  }
  expect((await inProcess(campaign, ['check', '--approved'])).code).toBe(0);
});

test.each(['', ' ', '\u0007', 'x'.repeat(2001), 'a\nb', '\u202eN. N.', '\u2028', '\ufffd'])(
  'approve refuses to record the name %j, and writes nothing',
  async (name) => {
    const campaign = folderWith(FILES);
    const result = await inProcess(campaign, ['approve', 'en', '--as', 'legal', '--by', name]);
    expect([result.code, result.err]).toEqual([2, expect.stringContaining('--by')]);
    expect(existsSync(join(campaign, 'templates/appeal/approvals.yaml'))).toBe(false);
    expect((await inProcess(campaign, ['validate'])).code).toBe(0);
  },
);

test('approvals that are recorded at the same time are all kept', async () => {
  const texts = [
    'en/body/chair',
    'en/body/minister',
    'en/demands/publish/ask',
    'en/demands/publish/support',
    ...SHARED,
  ];
  const campaign = folderWith(FILES);
  const runs = texts.map((text) => inProcess(campaign, ['approve', text, '--as', 'legal']));
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(texts.map(() => 0));
  const recorded = readFileSync(join(campaign, 'templates/appeal/approvals.yaml'), 'utf8');
  expect(texts.filter((text) => recorded.includes(`${text}:\n`))).toEqual(texts);
  expect(readdirSync(join(campaign, 'templates/appeal')).filter((name) => /lock|tmp/.test(name))).toEqual([]);
});

test.each([
  ['an unknown text', ['en/body/chare', '--as', 'legal'], 'hint: did you mean en/body/chair?'],
  ['an unknown text beside a known one', ['en', 'forms/fr', '--as', 'legal'], 'has no text “forms/fr”'],
  ['translation for what has no language', ['signatories', '--as', 'translation'], 'there is: legal'],
  ['an unknown function', ['en', '--as', 'signatory:nobody'], 'there is: legal, signatory:the-society'],
  [
    'the function “translation” for an original',
    ['en', '--as', 'translation'],
    'there is: legal, signatory:the-society',
  ],
  ['a missing --as', ['en'], "required option '--as <function>'"],
])('approve rejects %s', async (_, args, message) => {
  const campaign = folderWith(FILES);
  const result = await inProcess(campaign, ['approve', ...args]);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining(message)]);
  expect(existsSync(join(campaign, 'templates/appeal/approvals.yaml'))).toBe(false);
});
