import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

const HEADER =
  'recipient,letter,office,file,sha256,language,to,cc,via,enclosures,missing clearances,not ready,skipped,sent,acknowledged,reply\r\n';

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
    'be-minister,appeal,Minister of Charters,,,en,"Minister of Charters\n2 Ministry Street\n1000 BRUSSELS",,post,The Charter,,,\'=cmd(),,,\r\n';
  expect(await inProcess(campaign, ['dispatch'])).toEqual({
    code: 0,
    out: `${HEADER}the-chair,appeal,Chair of the Assembly,appeal/the-chair.en.md,${hash},en,chair@example.org,The secretariat,e-mail (letters),The Charter,legal,a specimen; clearances missing,,,,\r\n${skipped}`,
    err: `1 letter: 0 ready to be sent; 1 recipient skipped
not ready: 1 letter (status: specimen, as each page says; a specimen is never sent)
not ready: 1 letter (clearances missing; demarche check --approved lists them)
`,
  });
  await inProcess(campaign, ['approve', 'en', 'forms/en', 'signatories', 'settings', '--as', 'legal']);
  expect((await inProcess(campaign, ['dispatch'])).err).toBe(`1 letter: 0 ready to be sent; 1 recipient skipped
not ready: 1 letter (status: specimen, as each page says; a specimen is never sent)
`);

  rmSync(file);
  await inProcess(campaign, ['generate', '--to', 'pdf', 'the-chair']);
  const stale = await inProcess(campaign, ['dispatch', '--date', '2025-12-02']);
  expect([stale.code, stale.err]).toEqual([1, expect.stringContaining('[output/stale]')]);
  expect(stale.out).toContain('the-chair,appeal,Chair of the Assembly,,,en,');
});

test('the dispatch sheet has the addresses by their use, and the addresses of copies', async () => {
  const campaign = folderWith({
    'templates/appeal/letter.yaml': 'date: 2025-12-01\n',
    'templates/appeal/en/body/appeal.md': '# The bridge\n\nIt is closed.\n',
    'recipients/people.yaml': `- id: ana
  holder: { name: Ana Silva }
  channels: [{ email: ana@example.org, purpose: letters }, { email: desk@example.org, use: cc, purpose: filing }]
  copies: [The Mill, { name: The Council, email: council@example.org }, { name: The desk, email: DESK@example.org }]
- id: bo
  holder: { name: Bo Li }
  address: { lines: [1 Street, TOWN] }
  channels: [{ email: bo@example.org, use: cc }]
`,
  });
  await inProcess(campaign, ['generate', '--to', 'md']);
  const sheet = (await inProcess(campaign, ['dispatch'])).out;
  expect(sheet).toContain(
    ',en,ana@example.org,"desk@example.org\nThe Council <council@example.org>\nThe Mill",e-mail (letters),',
  );
  expect(sheet).toContain(',en,"Bo Li\n1 Street\nTOWN",bo@example.org,post,');
});

test('a letter whose pages say that it is a draft is not ready to be sent, whatever else is there', async () => {
  const campaign = folderWith({
    'templates/appeal/letter.yaml': 'date: 2025-12-01\n',
    'templates/appeal/en/body/appeal.md': '# The bridge\n\nIt is closed.\n',
    'recipients/people.yaml': `- { id: ana, holder: { name: Ana Silva }, channels: [{ email: ana@example.org }] }
- { id: bo, holder: { name: Bo Li } }
`,
  });
  await inProcess(campaign, ['generate', '--to', 'md']);
  const draft = await inProcess(campaign, ['dispatch']);
  expect(draft.out).toMatch(/^ana,.*,e-mail,,,a draft,,,,\r$/m);
  expect(draft.out).toMatch(/^bo,.*,,,,a draft; no address,,,,\r$/m);
  expect(draft.err).toBe(`2 letters: 0 ready to be sent; 0 recipients skipped
not ready: 2 letters (status: draft, as each page says; letter.yaml needs status: final)
not ready: 1 letter (neither an address nor an e-mail address in the profile)
`);

  putFile(campaign, 'templates/appeal/letter.yaml', 'date: 2025-12-01\nstatus: final\n');
  const old = await inProcess(campaign, ['dispatch', 'ana', '--json']);
  expect(JSON.parse(old.out)).toMatchObject({ rows: [{ recipient: 'ana', notReady: ['no-file'] }] });
  await inProcess(campaign, ['generate', '--to', 'md']);
  const final = await inProcess(campaign, ['dispatch']);
  expect(final.out).toMatch(/^ana,.*,e-mail,,,,,,,\r$/m);
  expect(final.err).toBe(`2 letters: 1 ready to be sent; 0 recipients skipped
not ready: 1 letter (neither an address nor an e-mail address in the profile)
`);
});

test('the file to send is the PDF, or else the letter in the format that most programs show', async () => {
  const campaign = folderWith(aCampaign());
  const fileAfter = async (formats: string): Promise<string | undefined> => {
    await inProcess(campaign, ['generate', 'the-chair', '--to', formats]);
    const { out } = await inProcess(campaign, ['dispatch', 'the-chair']);
    return /the-chair\.en\.\w+/.exec(out)?.[0];
  };
  expect(await fileAfter('md,txt')).toBe('the-chair.en.txt');
  expect(await fileAfter('html')).toBe('the-chair.en.html');
  expect(await fileAfter('pdf')).toBe('the-chair.en.pdf');
});
