import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';

/** A text on which a terminal, a log or a CI system would act, and which can be the name of a file. */
const EVIL_NAME =
  '::error::a\n::error::b\r  ::set-output name=a::b##[error]c##vso[task.a]d\u001B[31me\u001B]0;f\u0007g\u009B1mh\u0085i\u007Fj\u202Ek\u2066l\u200Fm\u2028::error::n\u2029o';

/** Texts without characters that are refused in files, so that letters are made with them. */
const EVIL_VALUES = ['::error::a', 'a ##[error]b ::c', '##vso[task.c]d'];

/** Matches characters that no stream may hold: controls but for line feeds, and characters that turn or end lines. */
const RAW_CONTROL = /(?!\n)\p{Cc}|[\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Matches a workflow command: `::` at the beginning of a line, `##[` and `##vso[` anywhere. */
const WORKFLOW_COMMAND = /^\s*::|##\[|##vso\[/mu;

/**
 * Runs a command, and asserts that neither stream holds a raw control or a workflow command. CSV may have CRLF line ends
 * (RFC 4180). `inProcess` decodes a letter on standard output as Latin-1.
 */
async function expectSafe(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, out, err } = await inProcess(folder, args, env);
  const isLetter = args.includes('-o') && args.includes('-');
  const text = isLetter ? Buffer.from(out, 'latin1').toString() : out.replaceAll('\r\n', '\n');
  for (const stream of [text, err]) {
    expect(RAW_CONTROL.exec(stream)?.input).toBeUndefined();
    expect(WORKFLOW_COMMAND.exec(stream)?.input).toBeUndefined();
  }
  return code;
}

/** The command lines of all commands, and of all their ways to print. The last argument of each may be an operand. */
const COMMAND_LINES: readonly (readonly string[])[] = [
  ['generate', '--to', 'md'],
  ['generate', '--to', 'md', '--dry-run'],
  ['generate', '--to', 'md', '--json'],
  ['generate', '--to', 'md', '--verbose', '--force'],
  ['generate', '--to', 'md', '--quiet', '--reporter', 'human'],
  ['generate', '--to', 'md', '-o', '-', 'be-minister'],
  ['check'],
  ['check', '--json'],
  ['check', '--approved'],
  ['check', '--approved', '--json'],
  ['dispatch'],
  ['dispatch', '--json'],
  ['diff'],
  ['diff', '--md'],
  ['diff', '--json'],
  ['diff', '--between', 'be-minister', 'the-chair'],
  ['review', '--to', 'md'],
  ['review', '--to', 'md', '--json'],
  ['validate'],
  ['validate', '--json'],
  ['list'],
  ['list', '--verbose'],
  ['list', '--csv'],
  ['list', '--json'],
  ['matrix'],
  ['matrix', '--md'],
  ['matrix', '--csv'],
  ['matrix', '--json'],
  ['explain', 'be-minister'],
  ['explain', '--json', 'be-minister'],
  ['approve', 'en', '--as', 'legal'],
  ['translations'],
  ['init', 'new'],
  ['translations', '--json'],
  ['translations', '--renew'],
  ['schema'],
  ['completion', 'bash'],
  ['completion', 'zsh'],
  ['completion', 'fish'],
  ['complete', 'recipient'],
  ['complete', 'recipient-or-code'],
  ['complete', 'letter'],
  ['complete', 'role'],
  ['complete', 'group'],
  ['complete', 'state'],
  ['complete', 'language'],
  ['complete', 'schema'],
  ['join', 'out/appeal/manifest.1-of-2.ndjson'],
  ['drafts'],
  ['drafts', '--rehearsal', 'office@example.org'],
  ['drafts', '--rehearsal', 'office@example.org', '--json'],
];

/** Commands that end only by a signal. A preview prints its address; its page is tested in a browser. */
const ENDLESS_COMMANDS = ['preview'];

test('every command is among them', () => {
  const commands = readdirSync('src/commands', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const tested = [...COMMAND_LINES.map(([name]) => name), ...ENDLESS_COMMANDS];
  expect(new Set(tested)).toEqual(new Set(commands.map(({ name }) => name)));
});

/** The campaign with these texts replaced, each in its file. */
function withReplaced(replacements: readonly (readonly [path: string, original: string, evil: string])[]) {
  return replacements.reduce<Record<string, string>>((files, [path, original, evil]) => {
    expect(files[path]).toContain(original);
    return { ...files, [path]: (files[path] ?? '').replace(original, () => evil) };
  }, aCampaign());
}

describe('no command prints raw', () => {
  test('the name of a letter, a text, a partial, a profile, a table or a file of an output folder', async () => {
    const evil = EVIL_NAME;
    const inLetter = Object.fromEntries(
      Object.entries(aCampaign()).map(([path, text]) => [path.replace('/appeal/', `/${evil}/`), text]),
    );
    const asFiles = {
      ...aCampaign(),
      [`templates/appeal/en/body/${evil}.md`]: '{{nothing}}\n',
      [`templates/appeal/en/partials/${evil}.md`]: 'Unused.\n',
      [`templates/appeal/en/${evil}/x.md`]: 'Unused.\n',
      [`templates/appeal/${evil}/x.md`]: 'Unused.\n',
      [`recipients/${evil}.yaml`]: 'id: [\n',
      [`recipients/${evil}.csv`]: 'id\n',
      [`recipients/forms/${evil}.yaml`]: 'x: 1\n',
      [`out/appeal/${evil}.md`]: 'x',
      [`out/${evil}/manifest.ndjson`]: 'x\n',
    };
    for (const folder of [folderWith(inLetter), folderWith(asFiles)]) {
      for (const args of COMMAND_LINES) await expectSafe(folder, args);
    }
  });

  test('a folder that the command line names', async () => {
    const evil = EVIL_NAME;
    const folder = folderWith(
      Object.fromEntries(Object.entries(aCampaign()).map(([path, text]) => [`${evil}/${path}`, text])),
    );
    for (const args of COMMAND_LINES) {
      if (args[0] === 'schema' || args[0] === 'join') continue;
      await expectSafe(folder, [...args, '-C', evil]);
      await expectSafe(folder, [...args, '-C', evil, '--recipients', `${evil}/recipients/chair.yaml`]);
    }
    for (const args of [['generate', '--to', 'md'], ['check'], ['diff'], ['dispatch'], ['review', '--to', 'md']])
      await expectSafe(folder, [...args, '-C', evil, '-o', `${evil}/${evil}`]);
    await expectSafe(folder, ['join', `${evil}/manifest.1-of-2.ndjson`]);
  });

  test('the name of a table from which a campaign begins, and what is in it', async () => {
    const folder = folderWith(
      Object.fromEntries(
        [EVIL_NAME, ...EVIL_VALUES].map((evil, index) => [
          `${index === 0 ? evil : index}.csv`,
          `Name,"${evil}",Sex\n"${evil}","${evil}","${evil}"\n`,
        ]),
      ),
    );
    for (const name of readdirSync(folder)) await expectSafe(folder, ['init', 'new', '--from', `./${name}`]);
    await expectSafe(folder, ['init', '--from', `./${EVIL_NAME}.csv`]);
    await expectSafe(folder, ['init', EVIL_NAME]);
  });

  test('an argument or the value of an option', async () => {
    const evil = EVIL_NAME;
    const folder = folderWith(aCampaign());
    const options = ['-C', '-o', '--recipients', '--date', '--reporter', '--color', '--letter', '--role', '--group'];
    const others = ['--state', '--language', '--to', '--shard', '--as', '--by', '--against'];
    const names = new Set(COMMAND_LINES.map(([name = '']) => name));
    for (const name of names) {
      for (const option of [...options, ...others]) await expectSafe(folder, [name, 'x', option, evil]);
      for (const last of [evil, `--${evil}`, `-${evil}`, `${evil}/${evil}`, `${evil}.csv`])
        await expectSafe(folder, [name, last]);
    }
    for (const args of [[evil], [evil, '--help'], ['help', evil], [`--${evil}`]]) await expectSafe(folder, args);
  });

  test.each(EVIL_VALUES)('the value %j of a profile, a register, a letter or a text', async (evil) => {
    const quoted = JSON.stringify(evil);
    // Without the backslash, it would be refused as a heading.
    const line = evil.replace(/^#/u, String.raw`\#`);
    const folder = folderWith(
      withReplaced([
        ['recipients/chair.yaml', 'Chair of the Assembly', quoted],
        ['recipients/chair.yaml', 'name: Aline Durand', `name: ${quoted}`],
        ['recipients/chair.yaml', '1 Assembly Square', quoted],
        ['recipients/chair.yaml', 'en: The secretariat', `en: ${quoted}`],
        ['recipients/chair.yaml', 'source: the assembly\nver', `source: ${quoted}\nver`],
        ['recipients/ministers.yaml', 'source: the ministry', `source: x\n  skip: { reason: ${quoted} }`],
        ['recipients/states.yaml', 'short: Belgium', `short: ${quoted}`],
        ['recipients/groups.yaml', 'source: the council', `source: ${quoted}`],
        ['recipients/forms/en.yaml', 'salutation: Madam Chair,', `salutation: ${quoted}`],
        ['recipients/forms/en.yaml', 'source: the handbook\n  f', `source: ${quoted}\n  f`],
        ['templates/appeal/letter.yaml', 'name: { en: The Society }', `name: { en: ${quoted} }`],
        ['templates/appeal/letter.yaml', 'reference: A/1', `reference: ${quoted}`],
        ['templates/appeal/sources.yaml', 'title: { en: The Charter }', `title: { en: ${quoted} }`],
        ['templates/appeal/en/body/chair.md', 'We ask you:', `We ${evil} write.\n\n${line}\n\nWe ask you:`],
      ]),
    );
    const results = [];
    for (const args of [...COMMAND_LINES, ['generate', 'the-chair', '--to', 'md', '-o', '-'], ['explain', 'the-chair']])
      results.push(await expectSafe(folder, args));
    await expectSafe(folder, ['check', '--json'], { CI: 'true' });
    expect(results.filter((code) => code === 0).length).toBeGreaterThan(20);
  });

  test('a key or a name in a file', async () => {
    const evil = EVIL_VALUES[0] ?? '';
    const quoted = JSON.stringify(evil);
    const campaigns = [
      withReplaced([['recipients/chair.yaml', 'id: the-chair', `id: ${quoted}`]]),
      withReplaced([['recipients/chair.yaml', 'roles: [chair]', `roles: [${quoted}]`]]),
      withReplaced([['recipients/chair.yaml', 'state: FR', `${quoted}: FR`]]),
      withReplaced([['recipients/groups.yaml', 'chair: {', `${quoted}: {`]]),
      withReplaced([['templates/appeal/letter.yaml', 'use: chair', `use: ${quoted}`]]),
      withReplaced([['templates/appeal/letter.yaml', 'legal', quoted]]),
      withReplaced([['templates/appeal/letter.yaml', 'id: the-society', `id: ${quoted}`]]),
      withReplaced([['recipients/chair.yaml', 'id: the-chair', `id: ${JSON.stringify(EVIL_NAME)}`]]),
    ];
    const commands = ['check', 'validate', 'list', 'matrix', 'dispatch'];
    for (const files of campaigns) {
      const folder = folderWith(files);
      for (const command of commands) {
        for (const args of [[command], [command, '--json']]) await expectSafe(folder, args);
      }
      await expectSafe(folder, ['approve', 'en', '--as', 'legal']);
      await expectSafe(folder, ['explain', 'the-chair']);
    }
  });
});
