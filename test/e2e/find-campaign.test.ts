import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess, putFile } from '../support/in-process.ts';
import { demarche, temporaryFolder } from '../support/run-demarche.ts';

/** The files of the small campaign, in a folder. */
function campaignIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(aCampaign()).map(([path, text]) => [`${folder}/${path}`, text]));
}

describe('a campaign is found from a folder below it:', () => {
  const body = 'templates/appeal/en/body';

  test('letters go to its own out/, and paths are relative to the current folder', async () => {
    const campaign = folderWith({ ...aCampaign(), 'templates/appeal/en/partials/unused.md': 'Unused words.\n' });
    const result = await demarche(['generate', '--to', 'md'], { cwd: join(campaign, body) });
    expect(result.code).toBe(0);
    expect(result.err).toMatch(/^campaign: \.\.\/\.\.\/\.\.\/\.\.\n/);
    expect(result.err).toContain('../partials/unused.md:1');
    expect(existsSync(join(campaign, 'out/appeal/manifest.ndjson'))).toBe(true);
    expect(existsSync(join(campaign, body, 'out'))).toBe(false);
    const again = await demarche(['generate', '--to', 'md'], { cwd: join(campaign, body) });
    expect(again.err).toMatch(/^campaign: \.\.\/\.\.\/\.\.\/\.\.\n.*\n.* 0 files written/s);
  });

  test('paths on the command line are relative to the current folder', async () => {
    const campaign = folderWith(aCampaign());
    const cwd = join(campaign, body);
    putFile(cwd, 'more.ndjson', '');
    const args = [
      'generate',
      '--to',
      'md',
      '-o',
      'here',
      '--recipients',
      'more.ndjson',
      '--reporter',
      'junit=report.xml',
    ];
    expect((await inProcess(cwd, args)).code).toBe(0);
    expect(['here/appeal/manifest.ndjson', 'report.xml'].filter((path) => !existsSync(join(cwd, path)))).toEqual([]);
    expect(existsSync(join(campaign, 'out'))).toBe(false);
  });

  test.each([
    ['list', ['list'], 'campaign: ../../../..\n'],
    ['list --quiet', ['list', '--quiet'], ''],
    ['list --json', ['list', '--json'], ''],
    ['list -C', ['list', '-C', '../../../..'], ''],
  ])('what %s prints about it', async (_, args, err) => {
    const campaign = folderWith(aCampaign());
    const result = await inProcess(join(campaign, body), args);
    expect([result.code, result.err]).toEqual([0, err]);
    expect((await inProcess(campaign, ['list'])).err).toBe('');
  });

  test('the nearest one, whatever others are above', async () => {
    const folder = folderWith({ ...aCampaign(), ...campaignIn('examples/spring') });
    const spring = join(folder, 'examples/spring');
    expect(await inProcess(spring, ['list'])).toMatchObject({ code: 0, err: '' });
    expect(await inProcess(join(spring, body), ['list'])).toMatchObject({ code: 0, err: 'campaign: ../../../..\n' });
    expect(await inProcess(join(folder, 'examples'), ['list'])).toMatchObject({ code: 0, err: 'campaign: ..\n' });
  });

  test('not a folder whose templates/ are those of another program', async () => {
    const folder = folderWith({ 'templates/index.html': '<p>', 'app/x.txt': '' });
    const { code, err } = await inProcess(join(folder, 'app'), ['list']);
    expect([code, err]).toEqual([2, expect.stringContaining('there is no campaign in “.” or above it')]);
  });

  test('one without recipients/, if it has a letter', async () => {
    const files = Object.entries(aCampaign()).filter(([path]) => path.startsWith('templates/'));
    const { code, err } = await inProcess(join(folderWith(Object.fromEntries(files)), body), ['translations']);
    expect([code, err]).toEqual([expect.any(Number), expect.stringContaining('campaign: ../../../..\n')]);
  });

  test('not beyond a folder that cannot be looked into', async () => {
    const folder = folderWith({ ...aCampaign(), 'loop/below/x.txt': '' });
    symlinkSync('templates', join(folder, 'loop/templates'));
    const { code, err } = await inProcess(join(folder, 'loop/below'), ['list']);
    expect([code, err]).toEqual([2, expect.stringContaining('there is no campaign in “.” or above it')]);
  });
});

describe('where there is no campaign, the message says what to do:', () => {
  const BOTH = 'a campaign is a folder with templates/ and recipients/\n';
  test.each([
    [
      'an empty folder',
      {},
      ['list'],
      `in “.” or above it: ${BOTH}`,
      'demarche init begins one in a new folder; if there',
    ],
    [
      'an empty folder of -C',
      { 'x/y': '' },
      ['list', '-C', 'x'],
      `campaign in “x”: ${BOTH}`,
      'demarche init begins one',
    ],
    ['a folder that is not there', {}, ['list', '-C', 'a b'], 'there is no folder “a b”\n', 'demarche init ’a b’'],
    ['a campaign below', campaignIn('spring'), ['generate'], BOTH, 'there is one below it: -C spring\n'],
    [
      'two campaigns below',
      { ...campaignIn('x/two words'), ...campaignIn('x/b') },
      ['generate', '-C', 'x'],
      BOTH,
      'there are some below it: -C x/b or -C ’x/two words’\n',
    ],
    ['a campaign above -C', aCampaign(), ['list', '-C', 'recipients'], BOTH, 'there is one above it: -C .\n'],
    [
      'no templates/',
      { 'recipients/x.yaml': '' },
      ['list'],
      'no folder templates/ in “.”, only recipients/: a campaign has both\n',
      'templates/appeal/letter.yaml',
    ],
    [
      'no recipients/',
      { 'x/templates/a/letter.yaml': '' },
      ['list', '-C', 'x'],
      'no folder recipients/ in “x”, only templates/: a campaign has both\n',
      'recipients/people.yaml',
    ],
    [
      'no letter',
      { 'templates/x.txt': '', 'recipients/x.yaml': '' },
      ['list'],
      'the campaign has no letter',
      'letter.yaml',
    ],
  ])('%s', async (_, files, args, message, hint) => {
    const { code, out, err } = await inProcess(folderWith(files), args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.split('\n')[1]?.concat('\n')).toContain(hint.replaceAll('’', "'"));
  });

  test('recipients from a file need no recipients/, nor do commands that go over texts', async () => {
    const folder = folderWith({ 'templates/a/letter.yaml': '' });
    for (const args of [['list', '--recipients', '-'], ['translations']])
      expect((await inProcess(folder, args)).err).not.toContain('only templates/');
  });
});

describe('demarche without arguments', () => {
  test('says in six lines how to begin where there is no campaign', async () => {
    const cwd = temporaryFolder();
    const { code, out, err } = await demarche([], { cwd });
    expect([code, err, out.trimEnd().split('\n').length]).toEqual([0, '', 6]);
    for (const words of ['demarche init ', 'init --list', '-C <folder>', '--help', 'docs/start.md'])
      expect(out).toContain(words);
    expect((await demarche(['--help'], { cwd })).out).toContain('Exit codes:');
  });

  test('lists all commands in a campaign, and below it', async () => {
    const campaign = folderWith(aCampaign());
    const { out } = await inProcess(campaign, ['--help']);
    expect(await inProcess(campaign, [])).toEqual({ code: 0, out, err: '' });
    expect(await inProcess(join(campaign, 'templates/appeal'), [])).toEqual({ code: 0, out, err: '' });
  });
});

test('a current folder that has been removed is reported in one sentence', async () => {
  const folder = temporaryFolder();
  const cwd = join(folder, 'gone');
  mkdirSync(cwd);
  const remove =
    'data:text/javascript,import fs from "node:fs"; const cwd = process.cwd(); process.chdir(cwd); fs.rmdirSync(cwd)';
  const { code, err } = await demarche([], { cwd, node: ['--import', remove] });
  expect([code, err]).toEqual([2, 'demarche could not be started: the current folder has been removed.\n']);
});
