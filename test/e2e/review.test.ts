import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

const PROFILES = 'recipients/ministers.yaml';
const SECOND_MINISTER = `- id: nl-minister
  roles: [minister]
  languages: [en]
  office: { title: { en: Minister of Tides }, rank: minister }
  address: { lines: [3 Dike, 2000 Elsewhere] }
  copies: [{ en: The harbour }]
  source: a letterhead
  verified: 2025-11-01
`;

test('a clearance copy has the text of the e-mail, and what of it differs', async () => {
  const files = aCampaign();
  const campaign = folderWith({
    ...files,
    [PROFILES]: `${files[PROFILES]}${SECOND_MINISTER}`,
    'templates/appeal/letter.yaml': `${files['templates/appeal/letter.yaml']}cover: [{ use: mail, for: minister }]\n`,
    'templates/appeal/en/cover/mail.md': '# To the {{recipient.title}}\n\nAttached is our letter.\n',
  });
  await inProcess(campaign, ['review', '--to', 'md']);
  const copy = readFileSync(join(campaign, 'review/appeal/minister.en.md'), 'utf8');
  expect(copy).toContain(
    '## The e-mail with it\n\nSubject: To the Minister of Charters\n\nAttached is our letter.\n\n## What',
  );
  expect(copy.match(/- E-mail: cover\/mail/g)).toHaveLength(2);
  expect(copy).toContain('- The e-mail reads: To the Minister of *Charters* **Tides**\n');
  expect(readFileSync(join(campaign, 'review/appeal/chair.en.md'), 'utf8')).not.toContain('e-mail');
});

test('a clearance copy has the common text once, and lists what differs for each recipient', async () => {
  const campaign = folderWith({ ...aCampaign(), [PROFILES]: `${aCampaign()[PROFILES]}${SECOND_MINISTER}` });
  const path = join(campaign, 'review/appeal/minister.en.md');
  const result = await inProcess(campaign, ['review', '--to', 'md']);
  expect(result).toEqual({
    code: 0,
    out: 'review/appeal/chair.en.md\nreview/appeal/minister.en.md\n',
    err: '2 files to be read\n',
  });
  const copy = readFileSync(path, 'utf8');
  expect(copy.match(/We write to you\./g)).toHaveLength(1);
  expect(copy).toMatch(/^\*\*Specimen/);
  expect(copy.slice(copy.indexOf('### be-minister'), copy.indexOf('End of the clearance copy.'))).toBe(`### be-minister

- To: Minister of Charters / 2 Ministry Street / 1000 BRUSSELS
- Salutation: Excellency,
- Close: Please accept the assurances of our highest consideration.
- References: Our reference A/1
- Texts: body/minister, passages/thanks/signatory, demands/publish/support
- Source: the ministry (checked by nobody)

### nl-minister

- To: Minister of Tides / 3 Dike / 2000 Elsewhere
- Salutation: Excellency,
- Close: Please accept the assurances of our highest consideration.
- References: Our reference A/1
- Copies: The harbour
- Without: passages/thanks/signatory
- Reads: *We thank your Government for signing it.*
- Source: a letterhead (checked on 2025-11-01)

`);
  await inProcess(campaign, ['review', 'be-minister', '--to', 'md', '-o', join(campaign, 'review')]);
  expect(readFileSync(path, 'utf8')).not.toContain('nl-minister');
});

describe('a review leaves as it is, unless --force is given,', () => {
  const args = ['review', '--to', 'md'];
  const copy = 'review/appeal/minister.en.md';

  test.each([
    ['a copy with notes', [args], copy],
    ['a file that was there before', [], copy],
    ['a letter', [['generate', '--to', 'md']], 'out/appeal/minister.en.md'],
  ])('%s', async (_, earlierCommands, file) => {
    const campaign = folderWith(aCampaign());
    for (const earlier of earlierCommands) expect((await inProcess(campaign, earlier)).code).toBe(0);
    putFile(campaign, file, 'notes of counsel');
    const all = file === copy ? args : [...args, '-o', 'out'];
    const refused = await inProcess(campaign, all);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('error[output/foreign-file]')]);
    expect(readFileSync(join(campaign, file), 'utf8')).toBe('notes of counsel');
    expect((await inProcess(campaign, [...all, '--force'])).code).toBe(0);
    expect(readFileSync(join(campaign, file), 'utf8')).toContain('What each recipient gets');
    expect((await inProcess(campaign, all)).code).toBe(0);
  });

  test('what a symbolic link in the place of the folder, of a folder in it, of a copy or of the record leads to', async () => {
    for (const path of ['review', 'review/appeal', copy, 'review/appeal/review.ndjson']) {
      const campaign = folderWith({ ...aCampaign(), 'elsewhere/appeal/minister.en.md': 'foreign' });
      const target =
        path === 'review'
          ? 'elsewhere'
          : path === 'review/appeal'
            ? 'elsewhere/appeal'
            : 'elsewhere/appeal/minister.en.md';
      mkdirSync(dirname(join(campaign, path)), { recursive: true });
      symlinkSync(join(campaign, target), join(campaign, path));
      expect([path, (await inProcess(campaign, [...args, '--force'])).code]).toEqual([path, 1]);
      expect(readdirSync(join(campaign, 'elsewhere/appeal'))).toEqual(['minister.en.md']);
      expect(readFileSync(join(campaign, 'elsewhere/appeal/minister.en.md'), 'utf8')).toBe('foreign');
    }
  });
});

test('a review replaces what earlier reviews wrote, adopts identical files, and refuses a record that it cannot read', async () => {
  const campaign = folderWith(aCampaign());
  const copies = join(campaign, 'review/appeal');
  const review = () => inProcess(campaign, ['review', '--to', 'md']);
  expect((await review()).code).toBe(0);
  putFile(
    campaign,
    'templates/appeal/en/body/minister.md',
    (aCampaign()['templates/appeal/en/body/minister.md'] ?? '').replace('We write', 'We turn'),
  );
  expect((await review()).code).toBe(0);
  expect(readFileSync(join(copies, 'minister.en.md'), 'utf8')).toContain('We turn');
  expect(readdirSync(copies)).toEqual(['chair.en.md', 'minister.en.md', 'review.ndjson']);
  rmSync(join(copies, 'review.ndjson'));
  expect((await review()).code).toBe(0);
  appendFileSync(join(copies, 'review.ndjson'), '{"name":"mini');
  expect((await review()).code).toBe(0);
  for (const line of ['no record', '{"name":"../../../letter.md","bytes":"00"}', '{"name":"x"}']) {
    putFile(campaign, 'review/appeal/review.ndjson', `{"demarche":"review","schemaVersion":1}\n${line}\n`);
    const refused = await review();
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('review.ndjson:2:1')]);
  }
});

test('a clearance copy can be a PDF', async () => {
  const campaign = folderWith(aCampaign());
  const result = await inProcess(campaign, ['review', 'be-minister', '--to', 'pdf', '--quiet']);
  expect([result.code, result.out, result.err]).toEqual([0, 'review/appeal/minister.en.pdf\n', '']);
  expect(readFileSync(join(campaign, 'review/appeal/minister.en.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
