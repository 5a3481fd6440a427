import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editLetter, missingWords, readRows } from '../support/edited-letter.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { ROOT, demarche, temporaryFolder } from '../support/run-demarche.ts';

const TABLES = join(ROOT, 'test/support/workbooks');

test.each(['awkward-members.csv', 'awkward-members-openpyxl.xlsx', 'awkward-members-libreoffice.xlsx'])(
  'from 25 awkward rows to right pages: init, two files edited, generate: %s',
  async (table) => {
    const cwd = temporaryFolder();
    const begun = await demarche(['init', 'new', '--from', join(TABLES, table)], { cwd });
    expect([begun.code, begun.err]).toEqual([0, expect.stringMatching(/^25 letters sound.* 0 faults, 0 warnings\n/u)]);
    expect(readFileSync(join(cwd, 'new/recipients', table))).toEqual(readFileSync(join(TABLES, table)));
    const words = editLetter(join(cwd, 'new'));
    const validated = await demarche(['validate', '--strict', '-C', 'new'], { cwd });
    expect([validated.code, validated.err]).toEqual([0, expect.stringContaining('0 faults, 0 warnings')]);
    const made = await demarche(['generate', '-C', 'new', '--to', 'pdf'], { cwd });
    expect([made.code, made.err]).toEqual([0, expect.stringContaining('25 letters: 25 files written')]);

    const listed = await demarche(['list', '-C', 'new', '--json'], { cwd });
    const { recipients } = JSON.parse(Buffer.from(listed.out, 'latin1').toString('utf8')) as {
      readonly recipients: readonly { readonly id: string }[];
    };
    const rows = readRows(join(TABLES, 'awkward-members.csv'));
    expect([rows.length, recipients.length]).toEqual([25, 25]);
    expect(readdirSync(join(cwd, 'new/out/letter')).filter((name) => name.endsWith('.pdf'))).toHaveLength(25);
    for (const [index, { id }] of recipients.entries()) {
      const pdf = readFileSync(join(cwd, `new/out/letter/${id}.en.pdf`));
      expect(missingWords(await wordsOfPdf(pdf), rows[index] ?? {}, words), id).toEqual([]);
    }
  },
  60_000,
);
