import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GALLERY } from '../../../../src/commands/init/gallery.ts';
import { LANGUAGES } from '../../../../src/languages/languages.ts';
import { folderWith, inProcess } from '../../../support/in-process.ts';
import { ROOT, temporaryFolder } from '../../../support/run-demarche.ts';

/** The lines after a campaign was written. */
function stepsOf(out: string): {
  readonly edit: readonly string[];
  readonly see: string;
  readonly run: string;
  readonly page: string;
} {
  const lines = /^edit {2}(.+)\nsee {3}(.+)\nrun {3}(.+)\npage {2}(.+)\n$/u.exec(out) ?? [];
  const [, edit = '', see = '', run = '', page = ''] = lines;
  return { edit: edit.split(' '), see, run, page };
}

describe('init writes a campaign and prints four lines', () => {
  test.each([
    ['without a folder, into a new one with the name of the campaign', [], 'letter', 'demarche generate -C letter'],
    ['into the folder that is named', ['my/first-letter'], 'my/first-letter', 'demarche generate -C my/first-letter'],
    ['from the campaign that is named', ['--from', 'council'], 'council', 'demarche generate -C council'],
    ['into the current folder', ['.'], '.', 'demarche generate'],
  ])('%s', async (_, args, folder, run) => {
    const cwd = temporaryFolder();
    const { code, out, err } = await inProcess(cwd, ['init', ...args]);
    expect([code, err]).toEqual([0, '']);
    const steps = stepsOf(out);
    expect(steps.edit).toHaveLength(3);
    for (const path of steps.edit) expect(existsSync(join(cwd, path)), path).toBe(true);
    expect([steps.run, steps.see]).toEqual([run, `${run.replace('generate', 'preview')} --open`]);
    expect(join('.', steps.page).startsWith(join(folder, 'out/'))).toBe(true);
    expect(readFileSync(join(cwd, folder, '.gitignore'), 'utf8')).toBe('/out/\n/review/\n/drafts/\n');
  });

  test('with paths that a shell reads as one word each, and npx where npx called it', async () => {
    const { out } = await inProcess(temporaryFolder(), ['init', "Anna's letters"], { npm_command: 'exec' });
    expect(out).toContain(`run   npx demarche generate -C 'Anna'\\''s letters'\n`);
    expect(out).toContain(`page  'Anna'\\''s letters/out/letter/mayor.en.pdf'\n`);
    const plain = await inProcess(temporaryFolder(), ['init', 'Lettre-été']);
    expect(plain.out).toContain('run   demarche generate -C Lettre-été\n');
  });

  test('but none with --quiet', async () => {
    const cwd = temporaryFolder();
    expect(await inProcess(cwd, ['init', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(cwd)).toEqual(['letter']);
  });

  test('in the language that is named', async () => {
    const cwd = temporaryFolder();
    const { out } = await inProcess(cwd, ['init', '--language', 'fr']);
    expect(stepsOf(out).page).toBe('letter/out/letter/mayor.fr.pdf');
    expect(readdirSync(join(cwd, 'letter/templates/letter'))).toEqual(['fr', 'letter.yaml']);
  });

  test('in a variant of a language, with the texts of the language', async () => {
    const cwd = temporaryFolder();
    const { out } = await inProcess(cwd, ['init', '--language', 'en-US']);
    expect(stepsOf(out).page).toBe('letter/out/letter/mayor.en-US.pdf');
    expect(readdirSync(join(cwd, 'letter/templates/letter'))).toEqual(['en-US', 'letter.yaml']);
    expect((await inProcess(cwd, ['validate', '--strict', '-C', 'letter'])).err).toContain('0 faults, 0 warnings');
    await inProcess(cwd, ['generate', '-C', 'letter', '--to', 'md']);
    const letter = readFileSync(join(cwd, 'letter/out/letter/mayor.en-US.md'), 'utf8');
    expect(letter).toContain('June 15, 2026');
    expect(letter).toContain('Dear Ms. Fairweather:');
  });
});

describe('init writes nothing', () => {
  async function refusal(cwd: string, ...args: string[]): Promise<string> {
    const { code, out, err } = await inProcess(cwd, ['init', ...args]);
    expect([code, out]).toEqual([2, '']);
    return err;
  }

  test('into a folder that is not empty, and lists the names in the way, made safe', async () => {
    const cwd = folderWith({ 'notes.md': '', '\u001B[31mred': '' });
    expect(await refusal(cwd, '.')).toBe(
      'demarche: the folder “.” is not empty: it has \\u{1b}[31mred, notes.md\n' +
        '  hint: name a new folder, or an empty one\n',
    );
    expect(readdirSync(cwd)).toEqual(['\u001B[31mred', 'notes.md']);
    const many = folderWith(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index + 10}`, ''])));
    expect(await refusal(many, '.')).toContain('f10, f11, f12, f13, f14, f15, f16, f17 and 3 more\n');
  });

  test('over a file or through a symbolic link', async () => {
    const cwd = folderWith({ 'letter.md': '' });
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(cwd, 'link'));
    for (const name of ['letter.md', 'link']) {
      expect(await refusal(cwd, name)).toContain(`“${name}” is not a plain folder`);
    }
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('into a campaign, or into a folder anywhere in one', async () => {
    const cwd = temporaryFolder();
    await inProcess(cwd, ['init']);
    expect(await refusal(cwd)).toContain('there is a campaign in “letter” already');
    expect(await refusal(join(cwd, 'letter'), '.')).toContain('there is a campaign in “.” already');
    expect(await refusal(cwd, 'letter/new')).toBe(
      'demarche: “letter/new” is inside the campaign in “letter”\n' +
        '  hint: name a folder outside it, as “my-letter”\n',
    );
    expect(await refusal(join(cwd, 'letter/templates/letter'))).toContain('is inside the campaign in “../..”');
  });

  test('into a folder whose name cannot be printed', async () => {
    expect(await refusal(temporaryFolder(), 'a\nb')).toContain('“a\\u{a}b” has characters that cannot be printed');
  });

  test('from a campaign, or in a language, that there is not; the nearest and all names are in the hint', async () => {
    const cwd = temporaryFolder();
    expect(await refusal(cwd, '--from', 'councill')).toBe(
      'demarche: there is no campaign “councill” to begin from\n' +
        '  hint: did you mean council? there is: letter, council, open-letter, access-request, consultation\n',
    );
    expect(await refusal(cwd, '--from', 'council', '--language', 'xx')).toBe(
      'demarche: there is no council in the language “xx”\n  hint: there is: en, fr; for another, begin with one of these, and run demarche init --language xx in the campaign\n',
    );
    expect(await refusal(cwd, '--language', 'pt_br')).toContain('hint: did you mean pt-BR? there is: en, ');
    expect(await refusal(cwd, '--language', 'zh-Hant-TW')).toContain('run demarche init --language zh-Hant-TW in the ');
    expect(await refusal(cwd, '--from', 'open-letter', '--language', 'en-US')).toContain('hint: there is: en; ');
    expect(await refusal(cwd, '--list', 'letter')).toContain('--list writes nothing');
    expect(await refusal(cwd, '--list', '--from', 'letter')).toContain("cannot be used with option '--from");
    expect(readdirSync(cwd)).toEqual([]);
  });
});

test('a folder templates/ without a letter above is no campaign', async () => {
  const cwd = folderWith({ 'templates/invoice.docx': '' });
  expect((await inProcess(cwd, ['init'])).code).toBe(0);
});

test('a campaign whose writing was killed is completed by the next init there', async () => {
  const cwd = folderWith({ '.demarche-init.ready/templates/letter/letter.yaml': 'date: 2026-01-01\n' });
  const { code, out } = await inProcess(cwd, ['init', '.']);
  expect([code, out]).toEqual([0, 'the campaign that was being written into “.” is whole now\n']);
  expect(readdirSync(cwd)).toEqual(['templates']);
});

test('init --list prints a campaign a line, its name first, with its languages', async () => {
  const { code, out } = await inProcess(temporaryFolder(), ['init', '--list']);
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(GALLERY.map(({ name }) => name));
  const others = LANGUAGES.filter((language) => language !== 'en').toSorted();
  expect(lines[0]).toMatch(/^letter {10}a plain letter /u);
  expect(lines[0]?.endsWith(` (${['en', ...others].join(', ')})`)).toBe(true);
  for (const line of lines) expect(line).toMatch(/^[\w-]+ +\S.* \([a-z]{2}(?:, [a-z]{2})*\)$/u);
});

test('examples/ has the campaigns of the gallery and no others', () => {
  expect(readdirSync(join(ROOT, 'examples')).toSorted()).toEqual(GALLERY.map(({ name }) => name).toSorted());
});
