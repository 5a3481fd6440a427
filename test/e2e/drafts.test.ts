import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { aPdf } from '../support/a-pdf.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';

const SETTINGS = `date: 2025-12-01
status: final
needs: { final: [legal] }
languages: { en: original, fr: revised }
signatories: [{ name: The Society }]
cover: [{ use: mail, for: mayor }]
enclosures:
  - { id: survey, title: Survey, file: { en: annexes/survey.pdf, fr: annexes/enquete.pdf } }
  - { id: data, title: Data, file: annexes/données.csv, for: mayor }
  - { id: again, title: The survey once more, file: { en: annexes/survey.pdf }, for: mayor }
`;

const CAMPAIGN: Readonly<Record<string, string | Uint8Array>> = {
  'templates/appeal/letter.yaml': SETTINGS,
  'templates/appeal/annexes/survey.pdf': aPdf({ language: 'en' }),
  'templates/appeal/annexes/enquete.pdf': aPdf({ language: 'fr' }),
  'templates/appeal/annexes/données.csv': 'a,b\n1,2\n',
  'templates/appeal/en/body/appeal.md': '# The bridge\n\nIt is closed.\n',
  'templates/appeal/fr/body/appeal.md': '# Le pont\n\nIl est fermé.\n',
  'templates/appeal/en/cover/mail.md': '# About “the bridge”\n\nOur letter to {{recipient.inText}} is *attached*.\n',
  'templates/appeal/fr/cover/mail.md': '# Au sujet du pont\n\nNotre lettre est jointe.\n',
  'recipients/groups.yaml': 'roles: { mayor: { meaning: presides over the council } }\n',
  'recipients/people.yaml': `- id: ana
  roles: [mayor]
  holder: { name: Ana Silva, gender: f }
  channels: [{ email: ana@example.org }, { email: desk@example.org, use: cc }]
  copies: [The Mill, { name: 'Council, Upper Town', email: council@example.org }]
- id: bo
  languages: [fr]
  holder: { name: Bo Li }
  channels: [{ email: bo@example.org }]
- id: ci
  holder: { name: Ci Ng }
  address: { lines: [1 Street, TOWN] }
`,
};

/** A campaign whose texts are approved and whose letters are written. */
async function readyCampaign(): Promise<string> {
  const campaign = folderWith(CAMPAIGN);
  await approveAll(campaign);
  await inProcess(campaign, ['generate']);
  return campaign;
}

async function approveAll(campaign: string): Promise<void> {
  await inProcess(campaign, [
    'approve',
    'en',
    'fr',
    'plain-forms/en',
    'plain-forms/fr',
    'signatories',
    'settings',
    '--as',
    'legal',
  ]);
}

const readMail = (campaign: string, path: string) =>
  PostalMime.parse(readFileSync(join(campaign, 'drafts/appeal', path)));
const drafted = (campaign: string): readonly string[] =>
  existsSync(join(campaign, 'drafts/appeal')) ? readdirSync(join(campaign, 'drafts/appeal')) : [];
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The SHA-256 hashes in the order of the attachments, of which the first is the letter. */
const hashesIn = ({ attachments }: Email): readonly string[] =>
  attachments.map(({ content }) => sha256(new Uint8Array(content as ArrayBuffer)));

test('letters go out of the door: generate, check, rehearse, draft, dispatch', async () => {
  const campaign = await readyCampaign();
  const git = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'core.quotePath=off', ...args], {
      cwd: campaign,
    })
      .toString()
      .trim()
      .split('\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'letters');
  expect((await inProcess(campaign, ['check'])).code).toBe(0);

  const rehearsal = await inProcess(campaign, ['drafts', '--rehearsal', 'me@example.net']);
  expect([rehearsal.code, rehearsal.out]).toEqual([0, 'drafts/appeal/ana.en.eml\ndrafts/appeal/bo.fr.eml\n']);
  const [header = ''] = readFileSync(join(campaign, 'drafts/appeal/ana.en.eml'), 'utf8').split('\r\n\r\n');
  expect(header).not.toContain('example.org');
  const rehearsed = await readMail(campaign, 'ana.en.eml');
  expect(rehearsed.to?.map(({ address }) => address)).toEqual(['me@example.net']);
  expect([rehearsed.cc, rehearsed.subject]).toEqual([undefined, '[Rehearsal] About “the bridge”']);
  expect(rehearsed.text).toContain(
    'To: ana@example.org\nCc: desk@example.org, Council, Upper Town <council@example.org>',
  );

  const result = await inProcess(campaign, ['drafts']);
  expect(result).toEqual({
    code: 0,
    out: 'drafts/appeal/ana.en.eml\ndrafts/appeal/bo.fr.eml\n',
    err: `2 drafts; nothing is sent
not drafted: 1 recipient without an e-mail address: ci
copies that only the letter names, as they have no e-mail address: ana: The Mill
`,
  });
  const mail = await readMail(campaign, 'ana.en.eml');
  expect(mail.to?.map(({ address }) => address)).toEqual(['ana@example.org']);
  expect(mail.cc?.map(({ name, address }) => [name, address])).toEqual([
    ['', 'desk@example.org'],
    ['Council, Upper Town', 'council@example.org'],
  ]);
  expect(mail.subject).toBe('About “the bridge”');
  expect(mail.text).toBe('Dear Ana Silva,\n\nOur letter to you is attached.\n\nYours sincerely,\n\nThe Society\n\n');
  expect(mail.html).toContain('<p>Our letter to you is <em>attached</em>.</p>');
  expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['2025-12-01 The bridge – Ana Silva.pdf', 'application/pdf'],
    ['survey.pdf', 'application/pdf'],
    ['données.csv', 'text/csv'],
  ]);
  const files = ['ana.en.pdf', 'enclosures/survey.pdf', 'enclosures/données.csv'];
  const hashes = hashesIn(mail);
  expect(hashes).toEqual(files.map((file) => sha256(readFileSync(join(campaign, 'out/appeal', file)))));
  const manifest = readFileSync(join(campaign, 'out/appeal/manifest.ndjson'), 'utf8');
  for (const hash of hashes) expect(manifest).toContain(hash);
  const sheet = (await inProcess(campaign, ['dispatch'])).out;
  expect(sheet).toContain(hashes[0]);
  expect(sheet).toContain('"appeal/enclosures/survey.pdf\nappeal/enclosures/données.csv');

  const french = await readMail(campaign, 'bo.fr.eml');
  expect(french.subject).toBe('Le pont');
  expect(french.text).toContain('\n\nVeuillez trouver ci-joint notre lettre du 1er décembre 2025.\n\n');
  expect(french.attachments.map(({ filename }) => filename)).toEqual(['2025-12-01 Le pont – Bo Li.pdf', 'enquete.pdf']);

  putFile(campaign, 'templates/appeal/annexes/enquete.pdf', aPdf({ language: 'fr-BE' }));
  await approveAll(campaign);
  const stale = await inProcess(campaign, ['drafts']);
  expect([stale.code, stale.out]).toEqual([1, 'drafts/appeal/ana.en.eml\n']);
  expect(stale.err).toContain('demarche generate bo');
  expect(stale.err).toContain('removed: drafts/appeal/bo.fr.eml');
  await inProcess(campaign, ['generate']);
  expect(git('diff', '--name-only', '--', 'out')).toEqual([
    'out/appeal/enclosures/enquete.pdf',
    'out/appeal/manifest.ndjson',
  ]);
  expect((await inProcess(campaign, ['drafts'])).code).toBe(0);
  expect(hashesIn(await readMail(campaign, 'bo.fr.eml'))[1]).toBe(
    sha256(readFileSync(join(campaign, 'out/appeal/enclosures/enquete.pdf'))),
  );
});

describe('a letter is not drafted', () => {
  test('while it is a specimen or a draft, but for a rehearsal', async () => {
    const campaign = await readyCampaign();
    await inProcess(campaign, ['drafts']);
    expect(drafted(campaign)).toEqual(['ana.en.eml', 'bo.fr.eml', 'drafts.ndjson']);
    putFile(campaign, 'templates/appeal/letter.yaml', SETTINGS.replace('final\nneeds', 'draft\nneeds'));
    await inProcess(campaign, ['generate']);
    const result = await inProcess(campaign, ['drafts']);
    expect([result.code, result.err]).toEqual([1, expect.stringContaining('[letter/not-final]')]);
    expect(result.err).toContain('removed: drafts/appeal/ana.en.eml, drafts/appeal/bo.fr.eml');
    expect(drafted(campaign)).toEqual(['drafts.ndjson']);
    expect((await inProcess(campaign, ['drafts', '--rehearsal', 'me@example.net'])).code).toBe(0);
    expect(drafted(campaign)).toHaveLength(3);
  });

  test('while it is stale, missing or without a PDF, not even for a rehearsal', async () => {
    const campaign = await readyCampaign();
    putFile(campaign, 'templates/appeal/en/body/appeal.md', '# The bridge\n\nIt is open.\n');
    await approveAll(campaign);
    rmSync(join(campaign, 'out/appeal/bo.fr.pdf'));
    for (const args of [['drafts'], ['drafts', '--rehearsal', 'me@example.net']]) {
      const result = await inProcess(campaign, args);
      expect(result.code).toBe(1);
      expect(result.err).toContain('[output/stale]');
      expect(result.err).toContain('demarche generate ana');
      expect(result.err).toContain('not drafted: 2 letters');
      expect(drafted(campaign)).toEqual([]);
    }
  });

  test('while only its Markdown is there', async () => {
    const campaign = folderWith(CAMPAIGN);
    await approveAll(campaign);
    await inProcess(campaign, ['generate', '--to', 'md']);
    const result = await inProcess(campaign, ['drafts']);
    expect([result.code, result.err]).toEqual([1, expect.stringContaining('demarche generate ana --to pdf')]);
  });

  test('while its cover text is not approved', async () => {
    const campaign = await readyCampaign();
    await inProcess(campaign, ['drafts']);
    putFile(campaign, 'templates/appeal/en/cover/mail.md', '# About the bridge\n\nOther words.\n');
    const result = await inProcess(campaign, ['drafts']);
    expect([result.code, result.err]).toEqual([1, expect.stringContaining('en/cover/mail lacks legal (expired)')]);
    expect(result.err).toContain('removed: drafts/appeal/ana.en.eml');
    expect((await inProcess(campaign, ['drafts', '--rehearsal', 'me@example.net'])).code).toBe(0);
    expect((await readMail(campaign, 'ana.en.eml')).subject).toBe('[Rehearsal] About the bridge');
  });
});

describe('the folder of drafts', () => {
  test('has the same bytes after a second run, and keeps no draft of a letter that is none any more', async () => {
    const campaign = await readyCampaign();
    await inProcess(campaign, ['drafts']);
    const path = join(campaign, 'drafts/appeal/ana.en.eml');
    const before = readFileSync(path);
    expect((await inProcess(campaign, ['drafts', 'ana'])).code).toBe(0);
    expect(readFileSync(path)).toEqual(before);
    expect(drafted(campaign)).toEqual(['ana.en.eml', 'bo.fr.eml', 'drafts.ndjson']);
    const mailbox = await inProcess(campaign, ['drafts', '--to', 'mbox']);
    expect(mailbox.out).toBe('drafts/appeal/appeal.mbox\n');
    expect(mailbox.err).toContain('removed: drafts/appeal/ana.en.eml, drafts/appeal/bo.fr.eml');
    expect(drafted(campaign)).toEqual(['appeal.mbox', 'drafts.ndjson']);
    const text = readFileSync(join(campaign, 'drafts/appeal/appeal.mbox'), 'utf8');
    expect(text.match(/^From .*/gm)).toEqual(Array(2).fill('From MAILER-DAEMON Mon Dec  1 00:00:00 2025'));
  });

  test('keeps a draft that was changed by hand, unless --force is given', async () => {
    const campaign = await readyCampaign();
    await inProcess(campaign, ['drafts']);
    const path = join(campaign, 'drafts/appeal/ana.en.eml');
    writeFileSync(path, 'mine');
    const refused = await inProcess(campaign, ['drafts']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('[output/foreign-file]')]);
    expect(refused.err).toContain('\n1 draft; nothing is sent\n');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    const removing = await inProcess(campaign, ['drafts', '--to', 'mbox']);
    expect([removing.code, removing.err]).toEqual([0, expect.stringContaining('warning[output/foreign-file]')]);
    expect((await inProcess(campaign, ['drafts', '--force'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toBe('mine');
  });

  test('is where -o says, and is not written with --dry-run', async () => {
    const campaign = await readyCampaign();
    const dry = await inProcess(campaign, ['drafts', '--dry-run', '--json']);
    expect(JSON.parse(dry.out)).toMatchObject({
      drafts: [{ recipient: 'ana', file: 'appeal/ana.en.eml', to: ['ana@example.org'] }, { recipient: 'bo' }],
      withoutAddress: ['ci'],
    });
    expect(existsSync(join(campaign, 'drafts'))).toBe(false);
    expect((await inProcess(campaign, ['drafts', 'bo', '-o', 'mails'])).out).toBe('mails/appeal/bo.fr.eml\n');
    expect(existsSync(join(campaign, 'mails/appeal/bo.fr.eml'))).toBe(true);
  });
});

test.each(['drafts', 'dispatch'])(
  '%s refuses recipients from standard input, which it could read only once',
  async (name) => {
    const campaign = await readyCampaign();
    const result = await inProcess(campaign, [name, '--recipients', '-']);
    expect([result.code, result.err]).toEqual([2, expect.stringContaining('--recipients people.ndjson')]);
  },
);

test.each(['not an address', 'a@b', 'a@example.org, b@example.org'])('--rehearsal %s is refused', async (address) => {
  const campaign = folderWith(CAMPAIGN);
  const result = await inProcess(campaign, ['drafts', '--rehearsal', address]);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining('name@example.org')]);
});
