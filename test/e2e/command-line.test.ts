import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TOOL_VERSION } from '../../src/cli/package.ts';
import { aCampaign, aCampaignWith } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';
import { demarche } from '../support/run-demarche.ts';

const COMMANDS = readdirSync('src/commands', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('help', () => {
  test.each([[[]], [['--help']], [['help']]])('%j shows every command and the exit codes', async (args) => {
    const said = await demarche(args);
    expect([said.code, said.err]).toEqual([0, '']);
    for (const command of COMMANDS) expect(said.out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(said.out).toContain('Exit codes: 0 success; 1 ');
  });

  test.each(COMMANDS)('of %s has examples', async (command) => {
    const said = await inProcess('/', [command, '--help']);
    expect([said.code, said.out.includes(`Examples:\n  demarche ${command}`)]).toEqual([0, true]);
  });
});

test('the version is the package’s', async () => {
  expect(await demarche(['--version'])).toEqual({ code: 0, out: `demarche ${TOOL_VERSION}\n`, err: '' });
});

describe('what cannot be started ends with 2 and says why', () => {
  test.each([
    ['an unknown command', ['generat'], 'generate'],
    ['an unknown option', ['generate', '--dryrun'], '--dry-run'],
    ['an unknown format', ['generate', '--to', 'docx'], 'md, pdf'],
    ['a day that is none', ['list', '--date', '2025-02-30'], 'YYYY-MM-DD'],
    ['an unknown recipient', ['generate', 'be-minister', 'eu-xx'], 'eu-xx'],
    ['an unknown recipient to explain', ['explain', 'eu-xx'], 'eu-xx'],
    ['an unknown role', ['generate', '--role', 'ministers'], 'minister'],
    ['an unknown group', ['list', '--group', 'counsel'], 'council'],
    ['an unknown letter', ['validate', '--letter', 'appeals'], 'appeal'],
    ['a selection of nobody', ['generate', '--role', 'chair', '--state', 'BE'], 'nobody is selected'],
    ['a folder without a campaign', ['list', '-C', 'recipients'], 'there is no campaign in “recipients”'],
    [
      'two letters for standard output',
      ['generate', 'be-minister', 'the-chair', '--to', 'md', '-o', '-'],
      'one letter in one format',
    ],
    ['a folder without a name', ['generate', '-o', ''], '-o names no folder'],
    ['a dry run to standard output', ['generate', 'be-minister', '--to', 'md', '--dry-run', '-o', '-'], '--dry-run'],
    ['two documents for standard output', ['generate', 'be-minister', '--to', 'md', '--json', '-o', '-'], '--json'],
    ['two formats for standard output', ['generate', 'be-minister', '-o', '-'], 'one letter in one format'],
  ])('%s', async (_, args, needed) => {
    const said = await inProcess(folderWith(aCampaign()), args);
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toContain(needed);
    expect(said.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test('as a process, too', async () => {
    const said = await demarche(['list', '--grup', 'council']);
    expect([said.code, said.out, said.err.includes('--group')]).toEqual([2, '', true]);
  });
});

test('explain says why somebody gets no letter at all', async () => {
  const files = aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: [chair]');
  const said = await inProcess(folderWith(files), ['explain', 'be-minister']);
  expect([said.code, said.err]).toEqual([0, '']);
  expect(said.out).toContain('the letter goes to: chair');
});

test('a letter on standard output does not care what stands in out/', async () => {
  const campaign = folderWith({ ...aCampaign(), 'out/appeal/manifest.ndjson': 'no manifest\n' });
  const said = await demarche(['generate', 'be-minister', '--to', 'md', '-o', '-', '-C', campaign]);
  expect([said.code, said.err, said.out.startsWith('**Specimen')]).toEqual([0, '', true]);
});

test('a Node that is too old gets one plain sentence', async () => {
  const said = await demarche(['list'], { node: ['--import', join(import.meta.dirname, '../support/old-node.mjs')] });
  expect(said).toEqual({ code: 2, out: '', err: 'demarche needs Node 20.20 or newer; this is v18.20.0.\n' });
});

describe('colour', () => {
  const args = ['generate', 'be-minister', '-o', 'recipients/chair.yaml'];
  test.each([
    ['is off in a pipe', {}, [], false],
    ['is on when asked for', {}, ['--color', 'always'], true],
    ['is on with FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['is off with NO_COLOR', { NO_COLOR: '1' }, [], false],
  ])('%s', async (_, env, more, coloured) => {
    const said = await inProcess(folderWith(aCampaign()), [...args, ...more], env);
    expect([said.code, said.err.includes('\u001b[')]).toEqual([1, coloured]);
  });
});

test('one letter on standard output comes with the warnings of its campaign', async () => {
  const unused = { ...aCampaign(), 'templates/appeal/en/partials/unused.md': 'Unused words.\n' };
  const said = await inProcess(folderWith(unused), ['generate', 'be-minister', '--to', 'md', '-o', '-']);
  expect([said.code, said.out]).toEqual([0, expect.stringContaining('Minister')]);
  expect(said.err).toContain('warning[template/unused-partial]');
});
