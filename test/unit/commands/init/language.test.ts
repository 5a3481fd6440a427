import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, inProcess } from '../../../support/in-process.ts';
import { temporaryFolder } from '../../../support/run-demarche.ts';
import { BASQUE } from '../../../support/own-languages.ts';

const LETTER = { 'templates/appeal/letter.yaml': 'date: 2026-03-02\n', 'recipients/people.yaml': '' };

/** The paths of all files below a folder. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
}

describe('init --language in a campaign', () => {
  test('adds the file of a language, and nothing else', async () => {
    const campaign = folderWith(LETTER);
    const { code, out, err } = await inProcess(campaign, ['init', '--language', 'eu']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('edit  languages/eu.yaml\nrun   demarche validate\n');
    expect(filesIn(campaign)).toEqual([...Object.keys(LETTER), 'languages/eu.yaml'].toSorted());
    const text = readFileSync(join(campaign, 'languages/eu.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/language\.json\n/u);
    expect(text).toContain('# English: Copy to\ncopies:\n');
    expect(text).toContain('No reader of the language has checked it here');
    expect(text).toContain('urtarrila');
  });

  test('has the words of demarche, for a language that it has, and those of the language of a variant', async () => {
    const campaign = folderWith(LETTER);
    await inProcess(campaign, ['init', '--language', 'fr', '--quiet']);
    const french = readFileSync(join(campaign, 'languages/fr.yaml'), 'utf8');
    expect(french).toContain('# English: Copy to\ncopies: Copie à\n');
    expect(french.replaceAll(/\n# /gu, ' ')).toContain('Every line that is left as it is may be deleted.');
    await inProcess(campaign, ['init', '--language', 'fr-BE']);
    const belgian = readFileSync(join(campaign, 'languages/fr-BE.yaml'), 'utf8');
    expect(belgian.replaceAll(/\n# /gu, ' ')).toContain('demarche has words for fr, which letters in fr-BE get');
    expect(belgian).toContain('copies: Copie à\n');
  });

  test('finds the campaign above the current folder, or with -C', async () => {
    const campaign = folderWith(LETTER);
    const inside = await inProcess(join(campaign, 'templates/appeal'), ['init', '--language', 'eu']);
    expect(inside.out).toBe('edit  ../../languages/eu.yaml\nrun   demarche validate\n');
    const beside = await inProcess(join(campaign, '..'), ['init', '--language', 'is', '-C', campaign]);
    expect(beside.code).toBe(0);
    expect(beside.out).toMatch(/^edit {2}\S+\/languages\/is\.yaml\nrun {3}demarche validate -C \S+\n$/u);
    expect(existsSync(join(campaign, 'languages/is.yaml'))).toBe(true);
  });

  test('writes a campaign in the language outside of one, as before', async () => {
    const cwd = temporaryFolder();
    expect((await inProcess(cwd, ['init', '--language', 'fr'])).code).toBe(0);
    expect(existsSync(join(cwd, 'letter/templates/letter/fr/body/letter.md'))).toBe(true);
  });
});

describe('init --language in a campaign writes nothing', () => {
  async function refusal(campaign: string, ...args: string[]): Promise<string> {
    const before = filesIn(campaign);
    const { code, out, err } = await inProcess(campaign, ['init', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(filesIn(campaign)).toEqual(before);
    return err;
  }

  test('if there is a file of the language', async () => {
    const campaign = folderWith({ ...LETTER, 'languages/eu.yaml': BASQUE });
    expect(await refusal(campaign, '--language', 'eu')).toBe(
      'demarche: “languages/eu.yaml” is there already\n  hint: it was left as it is; to begin again, delete it first\n',
    );
    expect(readFileSync(join(campaign, 'languages/eu.yaml'), 'utf8')).toBe(BASQUE);
  });

  test('through a symbolic link, be it the folder or the file, or over another kind of file', async () => {
    const elsewhere = temporaryFolder();
    const linked = folderWith(LETTER);
    symlinkSync(elsewhere, join(linked, 'languages'));
    expect(await refusal(linked, '--language', 'eu')).toContain('“languages” is not a plain folder');
    const file = folderWith({ ...LETTER, languages: '' });
    expect(await refusal(file, '--language', 'eu')).toContain('“languages” is not a plain folder');
    const broken = folderWith(LETTER);
    mkdirSync(join(broken, 'languages'));
    symlinkSync(join(elsewhere, 'eu.yaml'), join(broken, 'languages/eu.yaml'));
    expect(await refusal(broken, '--language', 'eu')).toContain('is there already');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test.each([
    ['english', 'did you mean en?'],
    ['Euskara', 'did you mean eu?'],
    ['pt_br', 'did you mean pt-BR?'],
    ['PT', 'did you mean pt?'],
    ['../../evil', 'a tag is a code'],
    ['en-US-x-private', 'a tag is a code'],
    ['', 'a tag is a code'],
  ])('for what is no tag of a language: %j', async (typed, hint) => {
    const err = await refusal(folderWith(LETTER), '--language', typed);
    expect(err).toContain('is not the tag of a language');
    expect(err).toContain(hint);
  });

  test('if -C names no campaign, or is used for something else', async () => {
    const campaign = folderWith(LETTER);
    expect(await refusal(campaign, '--language', 'eu', '-C', 'templates')).toContain(
      'there is no campaign in “templates”',
    );
    expect(await refusal(campaign, '-C', '.')).toContain('only --language adds to one');
    expect(await refusal(campaign, 'new', '--language', 'eu', '-C', '.')).toContain('only --language adds to one');
  });
});
