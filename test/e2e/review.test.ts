import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';

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
- Texts: body/minister, passages/thanks/signatory, demands/publish/support
- Source: the ministry (checked by nobody)

### nl-minister

- To: Minister of Tides / 3 Dike / 2000 Elsewhere
- Salutation: Excellency,
- Close: Please accept the assurances of our highest consideration.
- Copies: The harbour
- Without: passages/thanks/signatory
- Reads: *We thank your Government for signing it.*
- Source: a letterhead (checked on 2025-11-01)

`);
  writeFileSync(path, 'an earlier review');
  await inProcess(campaign, ['review', 'be-minister', '--to', 'md', '-o', join(campaign, 'review')]);
  expect(readFileSync(path, 'utf8')).not.toContain('nl-minister');
});

test('a clearance copy can be a PDF', async () => {
  const campaign = folderWith(aCampaign());
  const result = await inProcess(campaign, ['review', 'be-minister', '--to', 'pdf', '--quiet']);
  expect([result.code, result.out, result.err]).toEqual([0, 'review/appeal/minister.en.pdf\n', '']);
  expect(readFileSync(join(campaign, 'review/appeal/minister.en.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
