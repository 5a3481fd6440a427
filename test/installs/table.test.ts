import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/in-process.ts';
import { editLetter, missingWords, readRows } from '../support/edited-letter.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { ROOT } from '../support/run-demarche.ts';
import { runAsUser, succeed } from './users.ts';

test.each(['awkward-members.csv', 'awkward-members-openpyxl.xlsx', 'awkward-members-libreoffice.xlsx'])(
  'from the package and 25 awkward rows to right pages in three commands, with two files edited: %s',
  async (table) => {
    const folder = folderWith({ 'package.json': '{ "private": true }' });
    succeed(runAsUser('npm', ['pack', '--pack-destination', folder], ROOT));
    const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    copyFileSync(join(ROOT, 'test/support/workbooks', table), join(folder, table));

    succeed(runAsUser('npm', ['install', `./${tarball}`], folder));
    const begun = succeed(runAsUser('npx', ['demarche', 'init', '--from', table], folder));
    expect(begun.err).toContain('25 letters sound, 0 recipients skipped, 0 failed; 0 faults, 0 warnings\n');
    const [campaign = ''] = /(?<=npx demarche generate -C ).+/u.exec(begun.out) ?? [];
    const text = editLetter(join(folder, campaign));
    const made = succeed(runAsUser('npx', ['demarche', 'generate', '-C', campaign], folder));
    expect(made.err).toMatch(/^25 letters: 50 files written, 0 unchanged; 0 recipients skipped, 0 failed\n/u);

    const letters = join(folder, campaign, 'out/letter');
    const names = readdirSync(letters).filter((name) => name.endsWith('.pdf'));
    const pages = await Promise.all(names.map((name) => wordsOfPdf(readFileSync(join(letters, name)))));
    expect(pages).toHaveLength(25);
    // The names of files are not compared here, so each row is searched for in all pages.
    for (const row of readRows(join(ROOT, 'test/support/workbooks/awkward-members.csv'))) {
      expect(
        pages.some((words) => missingWords(words, row, text).length === 0),
        JSON.stringify(row),
      ).toBe(true);
    }
  },
);
