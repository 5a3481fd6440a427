import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';

const HEADER =
  'recipient,letter,office,file,sha256,language,to,cc,via,enclosures,missing clearances,skipped,sent,acknowledged,reply\r\n';

test('the dispatch sheet has what goes to whom, and only letters that may be sent', async () => {
  const files = aCampaign();
  const campaign = folderWith({
    ...files,
    'recipients/ministers.yaml': `${files['recipients/ministers.yaml']?.trimEnd()}\n  skip: { reason: =cmd() }\n`,
  });
  expect((await inProcess(campaign, ['dispatch'])).code).toBe(2);
  await inProcess(campaign, ['generate', '--to', 'md']);
  const file = join(campaign, 'out/appeal/the-chair.en.md');
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  const skipped =
    'be-minister,appeal,Minister of Charters,,,en,"Minister of Charters\n2 Ministry Street\n1000 BRUSSELS",,post,The Charter,,\'=cmd(),,,\r\n';
  expect(await inProcess(campaign, ['dispatch'])).toEqual({
    code: 0,
    out: `${HEADER}the-chair,appeal,Chair of the Assembly,appeal/the-chair.en.md,${hash},en,chair@example.org,The secretariat,e-mail (letters),The Charter,legal,,,,\r\n${skipped}`,
    err: '1 letter: 0 ready to be sent; 1 recipient skipped\n',
  });
  await inProcess(campaign, ['approve', 'en', 'forms/en', 'signatories', 'settings', '--as', 'legal']);
  expect((await inProcess(campaign, ['dispatch'])).err).toBe('1 letter: 1 ready to be sent; 1 recipient skipped\n');

  rmSync(file);
  await inProcess(campaign, ['generate', '--to', 'pdf', 'the-chair']);
  const stale = await inProcess(campaign, ['dispatch', '--date', '2025-12-02']);
  expect([stale.code, stale.err]).toEqual([1, expect.stringContaining('[output/stale]')]);
  expect(stale.out).toContain('the-chair,appeal,Chair of the Assembly,,,en,');
});
