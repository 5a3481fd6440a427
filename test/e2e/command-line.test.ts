import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TOOL_VERSION } from '../../src/cli/package.ts';
import { aCampaign, aCampaignWith } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';
import { demarche } from '../support/run-demarche.ts';

const COMMANDS = readdirSync('src/commands', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** All but the one that the scripts for completion call. */
const LISTED_COMMANDS = COMMANDS.filter((name) => name !== 'complete');

/** The groups in the order of work; a command that is added has its place in one of them. */
const GROUPS = [
  { heading: 'Begin', commands: ['init', 'schema', 'completion', 'help'] },
  { heading: 'Write letters', commands: ['preview', 'generate', 'join'] },
  { heading: 'Check', commands: ['validate', 'check', 'diff', 'translations'] },
  { heading: 'Have texts approved', commands: ['review', 'approve'] },
  { heading: 'Send', commands: ['dispatch', 'drafts'] },
  { heading: 'Look', commands: ['list', 'explain', 'matrix'] },
];

describe('help', () => {
  test.each([[[]], [['--help']], [['help']]])('%j shows every command and the exit codes', async (args) => {
    const result = await demarche(args);
    expect([result.code, result.err]).toEqual([0, '']);
    for (const command of LISTED_COMMANDS) expect(result.out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(result.out).toContain('Exit codes: 0 success; 1 ');
  });

  test('lists the commands by what one does with them', async () => {
    const { out } = await inProcess('/', ['--help']);
    const list = out.slice(out.indexOf('\nBegin:'), out.indexOf('\nExamples:'));
    expect(list).not.toContain('Commands:');
    expect(list.match(/^\S.*|^  [a-z]+/gm)?.map((line) => line.trim())).toEqual(
      GROUPS.flatMap(({ heading, commands }) => [`${heading}:`, ...commands]),
    );
  });

  test.each(COMMANDS)('of the command %s has examples', async (command) => {
    const result = await inProcess('/', [command, '--help']);
    expect([result.code, result.out.includes(`Examples:\n  demarche ${command}`)]).toEqual([0, true]);
  });
});

test('--version prints the version of the package', async () => {
  expect(await demarche(['--version'])).toEqual({ code: 0, out: `demarche ${TOOL_VERSION}\n`, err: '' });
});

describe('ends with exit code 2 and an explanation for', () => {
  test.each([
    ['an unknown command', ['generat'], 'generate'],
    ['the help of an unknown command', ['previw', '--help'], 'Did you mean preview?'],
    ['help for an unknown command', ['help', 'generat'], 'Did you mean generate?'],
    [
      'a folder of recipients whose path leads through a file',
      ['list', '--recipients', 'recipients/chair.yaml/x'],
      'part of the path is a file',
    ],
    ['recipients whose name is too long', ['list', '--recipients', 'x'.repeat(300)], 'the name is too long'],
    ['a folder named like a letter', ['generate', '-o', 'letter.pdf'], 'generate ID --to pdf -o - > letter.pdf'],
    ['a folder named like a page', ['generate', '-o', 'letter.html'], 'generate ID --to html -o - > letter.html'],
    ['a folder of copies named like a text', ['review', '-o', 'x/letter.MD/'], '--to md -o - > letter.md'],
    ['standard output as the folder of a check', ['check', '-o', '-'], 'only generate writes to it'],
    ['an empty name of the folder to compare with', ['diff', '-o', ''], '-o names no folder'],
    ['two folders to compare with', ['diff', '-o', 'a', '--against', 'b'], 'both name the folder'],
    ['an unknown option', ['generate', '--dryrun'], '--dry-run'],
    ['an option before the command', ['-C', '.', 'list'], 'go after them, as in demarche list -C DIR'],
    ['an unknown format', ['generate', '--to', 'docx'], 'md, html, txt, pdf'],
    ['an invalid date', ['list', '--date', '2025-02-30'], 'YYYY-MM-DD'],
    ['an unknown recipient', ['generate', 'be-minister', 'eu-xx'], 'eu-xx'],
    ['an unknown recipient to explain', ['explain', 'eu-xx'], 'eu-xx'],
    ['an unknown role', ['generate', '--role', 'ministers'], 'minister'],
    ['an unknown group', ['list', '--group', 'counsel'], 'council'],
    ['an unknown letter', ['validate', '--letter', 'appeals'], 'appeal'],
    ['a selection without recipients', ['generate', '--role', 'chair', '--state', 'BE'], 'no recipient is selected'],
    ['a folder without a campaign', ['list', '-C', 'recipients'], 'there is no campaign in “recipients”'],
    [
      'two letters for standard output',
      ['generate', 'be-minister', 'the-chair', '--to', 'md', '-o', '-'],
      'one letter in one format',
    ],
    ['an empty folder name', ['generate', '-o', ''], '-o names no folder'],
    ['a dry run to standard output', ['generate', 'be-minister', '--to', 'md', '--dry-run', '-o', '-'], '--dry-run'],
    ['a letter and JSON for standard output', ['generate', 'be-minister', '--to', 'md', '--json', '-o', '-'], '--json'],
    ['two formats for standard output', ['generate', 'be-minister', '-o', '-'], 'one letter in one format'],
  ])('%s', async (_, args, needed) => {
    const result = await inProcess(folderWith(aCampaign()), args);
    expect([result.code, result.out]).toEqual([2, '']);
    expect(result.err).toContain(needed);
    expect(result.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test('an unknown option, in a process of its own', async () => {
    const result = await demarche(['list', '--grup', 'council']);
    expect([result.code, result.out, result.err.includes('--group')]).toEqual([2, '', true]);
  });
});

test('a campaign that the system cannot open is not reported as missing', async () => {
  const folder = folderWith({ 'x.txt': '' });
  symlinkSync('templates', join(folder, 'templates'));
  const result = await inProcess(folder, ['list']);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining('cannot be read: it is a symbolic link')]);
});

test('explain says why a recipient gets no letter', async () => {
  const files = aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: [chair]');
  const result = await inProcess(folderWith(files), ['explain', 'be-minister']);
  expect([result.code, result.err]).toEqual([0, '']);
  expect(result.out).toContain('the letter goes to: chair');
});

test('generate to standard output ignores an invalid manifest in out/', async () => {
  const campaign = folderWith({ ...aCampaign(), 'out/appeal/manifest.ndjson': 'no manifest\n' });
  const result = await demarche(['generate', 'be-minister', '--to', 'md', '-o', '-', '-C', campaign]);
  expect([result.code, result.err, result.out.startsWith('**Specimen')]).toEqual([0, '', true]);
});

test('a Node version that is too old is reported in one sentence', async () => {
  const result = await demarche(['list'], { node: ['--import', join(import.meta.dirname, '../support/old-node.mjs')] });
  expect(result).toEqual({ code: 2, out: '', err: 'demarche needs Node 20.20 or newer; this is v18.20.0.\n' });
});

describe('colour', () => {
  const args = ['generate', 'be-minister', '-o', 'recipients/chair.yaml'];
  test.each([
    ['is off in a pipe', {}, [], false],
    ['is on with --color always', {}, ['--color', 'always'], true],
    ['is on with FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['is off with NO_COLOR', { NO_COLOR: '1' }, [], false],
    ['is off with NO_COLOR, whatever its value', { NO_COLOR: 'false', FORCE_COLOR: '1' }, [], false],
    ['is on with FORCE_COLOR if NO_COLOR is empty', { NO_COLOR: '', FORCE_COLOR: '1' }, [], true],
  ])('%s', async (_, env, more, coloured) => {
    const result = await inProcess(folderWith(aCampaign()), [...args, ...more], env);
    expect([result.code, result.err.includes('\u001b[')]).toEqual([1, coloured]);
  });
});

test('generate to standard output reports the warnings of the campaign', async () => {
  const unused = { ...aCampaign(), 'templates/appeal/en/partials/unused.md': 'Unused words.\n' };
  const result = await inProcess(folderWith(unused), ['generate', 'be-minister', '--to', 'md', '-o', '-']);
  expect([result.code, result.out]).toEqual([0, expect.stringContaining('Minister')]);
  expect(result.err).toContain('warning[template/unused-partial]');
});

test('join rejects shards in different folders', async () => {
  const result = await inProcess(folderWith(aCampaign()), [
    'join',
    'a/x/manifest.1-of-2.ndjson',
    'b/x/manifest.2-of-2.ndjson',
  ]);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining('different folders')]);
});
