import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, inProcess, type InProcessResult, putFile } from '../../../../support/in-process.ts';

/** Begins a campaign in the folder `new` from a table, and returns what was printed and the columns file. */
async function begin(
  table: string,
  { name = 'table.csv', args = [], env = {} }: { name?: string; args?: string[]; env?: Record<string, string> } = {},
): Promise<InProcessResult & { readonly cwd: string; readonly columns: string }> {
  const cwd = folderWith({ [name]: table });
  const result = await inProcess(cwd, ['init', 'new', '--from', name, ...args], env);
  const file = join(cwd, 'new/recipients', name.replace(/\.\w+$/u, '.columns.yaml'));
  return { ...result, cwd, columns: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

/** A table in CSV whose first row names the columns. */
const csv = (...rows: string[]): string => `${rows.join('\r\n')}\r\n`;

/** The value of a key at the top of a columns file, with all lines of it, without indentation. */
function keyOf(columns: string, key: string): string {
  const [, inline = '', block = ''] = new RegExp(`^${key}:(.*)\n((?:  .*\n)*)`, 'mu').exec(columns) ?? [];
  return `${inline.trim()}${block.replaceAll(/\s+/gu, ' ')}`.trim();
}

/** Asserts that the campaign has no fault and no warning. */
function expectSound({ code, err }: InProcessResult): void {
  expect(err).toContain('0 faults, 0 warnings');
  expect(code).toBe(0);
}

describe('init --from a table, in a variant of a language', () => {
  test('knows the titles that its forms of address have, and addresses all who read the language in it', async () => {
    const table = csv('First name;Last name;Title;Language', 'Ann;Lee;Ms;English', 'Al;Hill;Mrs.;en_US');
    const run = await begin(table, { args: ['--language', 'en-US'] });
    expectSound(run);
    await inProcess(join(run.cwd, 'new'), ['generate', '--to', 'md']);
    const letter = (name: string) => readFileSync(join(run.cwd, `new/out/letter/${name}.en-US.md`), 'utf8');
    expect(letter('lee-ann')).toContain('Dear Ms. Lee:');
    expect(letter('hill-al')).toContain('Dear Mrs. Hill:');
  });
});

describe('init --from a table', () => {
  test('writes the table unchanged, its columns file, the plain letter, and says what each column is for', async () => {
    const table = `\uFEFF${csv('First name;Last name;Sex;E-mail;Ward', 'Zoë;Müller;Ms;z@example.org;North')}`;
    const run = await begin(table);
    expectSound(run);
    expect(run.out).toBe(
      'First name → holder.name, id\n' +
        'Last name  → holder.name, holder.family, id\n' +
        'Sex        → holder.gender (Ms f)\n' +
        'E-mail     → channels.email\n' +
        'ignored: Ward\n' +
        'edit  new/templates/letter/letter.yaml new/templates/letter/en/body/letter.md new/recipients/table.columns.yaml\n' +
        'see   demarche preview -C new --open\n' +
        'run   demarche generate -C new\n' +
        'page  new/out/letter/müller-zoë.en.pdf\n',
    );
    expect(readFileSync(join(run.cwd, 'new/recipients/table.csv'), 'utf8')).toBe(table);
    expect(readdirSync(join(run.cwd, 'new/recipients'))).toEqual(['table.columns.yaml', 'table.csv']);
    expect(run.columns.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/columns.json');
    expect(existsSync(join(run.cwd, 'new/schema/columns.json'))).toBe(true);
    const settings = readFileSync(join(run.cwd, 'new/templates/letter/letter.yaml'), 'utf8');
    expect(settings).toContain('The text and who signs it are invented: replace them.');
    expect(settings).not.toContain('All that is in this campaign');
  });

  test('shows in a comment how an ignored column is used, and that works', async () => {
    const run = await begin(csv('Name,Ward {No}', 'Anna,North'));
    const commented = (start: string): string =>
      run.columns
        .split('\n')
        .filter((line) => line.startsWith(`#   ${start}`))
        .map((line) => line.slice(4))
        .join('\n');
    putFile(
      join(run.cwd, 'new/recipients'),
      'table.columns.yaml',
      run.columns.replace('ignore: ["Ward {No}"]', commented('fields:')),
    );
    putFile(join(run.cwd, 'new/recipients'), 'fields.yaml', commented('ward-no:'));
    putFile(
      join(run.cwd, 'new/templates/letter/en/body'),
      'letter.md',
      '# Hello\n\n{{#if fields.ward-no}}{{fields.ward-no}}{{/if}} it is.\n',
    );
    expectSound(await inProcess(join(run.cwd, 'new'), ['validate']));
    const made = await inProcess(join(run.cwd, 'new'), ['generate', '--to', 'md', '-o', '-']);
    expect(made.code).toBe(0);
    expect(made.out).toContain('North it is.');
  });

  test('names the new folder after the table', async () => {
    const cwd = folderWith({ 'lists/My Members 2026.TSV': 'Name\tE-mail\nAnna\ta@example.org\n' });
    const { code, out } = await inProcess(cwd, ['init', '--from', 'lists/My Members 2026.TSV']);
    expect(code).toBe(0);
    expect(out).toContain("'my-members-2026/recipients/My Members 2026.columns.yaml'");
  });

  test('says nothing but faults with --quiet', async () => {
    const cwd = folderWith({ 'a.csv': csv('Name', 'Anna') });
    expect(await inProcess(cwd, ['init', '--from', 'a.csv', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('writes a campaign whose rows have faults, and reports them as validate does', async () => {
    const run = await begin(csv('Name,E-mail', 'Anna,a@example.org', 'Anna,a@example.org', ',b@example.org', 'Bob,b'));
    expect(run.code).toBe(1);
    for (const part of ['rows 2 and 3 have the same id', '(A4)', '(B5, E-mail)']) expect(run.err).toContain(part);
    expect(run.out).toContain('run   demarche generate -C new\n');
    const validated = await inProcess(run.cwd, ['validate', '-C', 'new']);
    expect(validated.err).toBe(run.err);
  });

  test('takes a table whose columns are keys of a profile as it is', async () => {
    const run = await begin(csv('id,holder.name,address.lines.1', 'a,Anna,1 Street 2'));
    expectSound(run);
    expect(readdirSync(join(run.cwd, 'new/recipients'))).toEqual(['table.csv']);
  });

  test('finds the names of the columns below a title', async () => {
    const run = await begin(csv('Members,,', ',,', 'Name,E-mail,Ward', 'Anna,a@example.org,1'));
    expectSound(run);
    expect(run.out).toContain('row 3 names the columns\n');
    expect(run.columns).toContain('\nheader: 3\n');
  });
});

describe('init --from writes nothing', () => {
  test.each([
    ['an empty table', '', 'this table is empty'],
    ['a table without a recipient', 'Name,E-mail\n', 'this table has no recipient below row'],
    ['a table that names nobody', 'E-mail,Ward\na@example.org,1\n', 'no column is known to name a person or an office'],
    ['a header that no file can have', 'Name,No\u0001te\nAnna,1\n', 'table.csv:1:6 (B1)'],
    ['text in another encoding', '\uFEFFName,\u0000', 'U+0000'],
  ])('for %s', async (_, table, message) => {
    const run = await begin(table);
    expect([run.code, run.out]).toEqual([1, '']);
    expect(run.err).toContain(message);
    expect(readdirSync(run.cwd)).toEqual(['table.csv']);
  });

  test.each([
    ['./letter', 'is not the name of a table, which ends in .csv, .tsv or .xlsx'],
    ['none.csv', 'there is no file “none.csv”'],
    ['folder.csv', 'is not an ordinary file'],
  ])('for %s', async (from, message) => {
    const cwd = folderWith({ letter: 'Name\nAnna\n', 'folder.csv/a': '' });
    const { code, out, err } = await inProcess(cwd, ['init', 'new', '--from', from]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(existsSync(join(cwd, 'new'))).toBe(false);
  });

  test('into a campaign that exists, and says where the table goes', async () => {
    const cwd = folderWith({ 'a.csv': csv('Name', 'Anna'), 'letter/b.csv': csv('Name', 'Anna') });
    await inProcess(cwd, ['init', 'old']);
    const refused = await inProcess(cwd, ['init', 'old', '--from', 'a.csv']);
    expect([refused.code, refused.err]).toEqual([
      2,
      'demarche: there is a campaign in “old” already\n' +
        '  hint: put the table into old/recipients/ and run demarche validate, which shows how a.columns.yaml begins; or name another folder\n',
    ]);
    const within = await inProcess(join(cwd, 'old'), ['init', '--from', '../a.csv']);
    expect(within.err).toContain('put the table into recipients/ and run demarche validate');
    expect(readdirSync(join(cwd, 'old/recipients'))).toEqual(['recipients.yaml']);
  });
});

test('a column that is added to the table later is reported by validate, with the line to add', async () => {
  const run = await begin(csv('Name,Ward', 'Anna,1'));
  putFile(join(run.cwd, 'new/recipients'), 'table.csv', csv('Name,Ward,Party', 'Anna,1,Green'));
  const { code, err } = await inProcess(join(run.cwd, 'new'), ['validate']);
  expect(code).toBe(1);
  expect(err).toContain('the column “Party” is neither used nor ignored');
  expect(err).toContain('ignore: [Ward, Party]');
});

describe('the guess', () => {
  test.each([
    [
      'first and last name',
      'First name,Last name',
      'Anna,Smith',
      'name: "{First name} {Last name}" family: "{Last name}"',
    ],
    [
      'in Hungarian, the family name first',
      'Keresztnév,Vezetéknév',
      'Éva,Nagy',
      'name: "{Vezetéknév} {Keresztnév}" family: "{Vezetéknév}"',
    ],
    [
      'a name beside a first name, which is the family name',
      'Vorname,Name',
      'Anna,Müller',
      'name: "{Vorname} {Name}" family: "{Name}"',
    ],
    [
      'a name beside a surname, which is the first name',
      'Name,Surname',
      'Anna,Smith',
      'name: "{Name} {Surname}" family: "{Surname}"',
    ],
    [
      'a name that has the surname in it, which is the full name',
      'Name,Surname',
      'Anna Smith,Smith',
      'name: "{Name}" family: "{Surname}"',
    ],
    ['one name', 'Name,Ward', 'Anna Smith,1', 'name: "{Name}"'],
  ])('of a holder: %s', async (_, header, row, holder) => {
    const run = await begin(csv(header, row));
    expectSound(run);
    expect(keyOf(run.columns, 'holder')).toBe(holder);
  });

  test.each([
    [
      'the function',
      'Name,Function,Organisation',
      'Anna,Mayor,"Town Hall, 1 Square"',
      'title: en: "{Function}"',
      'lines: - "{Organisation}"',
    ],
    [
      'the organisation, if there is no function',
      'Name,Organisation',
      'Anna,Town Hall',
      'title: en: "{Organisation}"',
      '',
    ],
    [
      'both, if a row has nothing else',
      'Name,Function,Organisation\r\n,,Mill',
      'Anna,Mayor,Hall',
      'title: en: "{Function}, {Organisation}"',
      '',
    ],
    ['a title that is one of an office', 'Name,Title', 'Anna,Mayor', 'title: en: "{Title}"', ''],
    ['no title that is a form of address', 'Name,Title', 'Anna,Ms', '', ''],
  ])('of an office: %s', async (_, header, row, office, address) => {
    const run = await begin(csv(header, row));
    expectSound(run);
    expect([keyOf(run.columns, 'office'), keyOf(run.columns, 'address')]).toEqual([office, address]);
  });

  test.each([
    ['Street,No.,Postcode,Town', 'A,1,2,B', '- "{Street}" - "{Postcode} {Town}"'],
    ['Straße,Hausnummer,PLZ,Ort', 'A,1,2,B', '- "{Straße} {Hausnummer}" - "{PLZ} {Ort}"'],
    ['Address 1,Address 2,City,State,ZIP', 'A,B,C,NY,1', '- "{Address 1}" - "{Address 2}" - "{City} {State} {ZIP}"'],
    ['Town,Postcode,County,Street', 'A,1,Kent,B', '- "{Street}" - "{Town} {Postcode}" - "{County}"'],
    ['Street,Town,Country', 'A,B,Mali', '- "{Street}" - "{Town}" - from: "{Country}" as: upper'],
  ])('of an address: %s', async (header, row, lines) => {
    const run = await begin(csv(`Name,${header}`, `Anna,${row}`));
    expectSound(run);
    expect(keyOf(run.columns, 'address')).toBe(`lines: ${lines}`);
  });

  test('of a form of address: every value of the table, an empty cell, and unknown for what is in no list', async () => {
    const run = await begin(csv('Name,Title', 'A,Ms', 'B,Mrs', 'C,Dr.', 'D,Chief', 'E,'));
    expectSound(run);
    expect(keyOf(run.columns, 'holder')).toBe(
      'name: "{Name}" ' +
        'honorific: from: "{Title}" values: "Ms": "" "Mrs": "Mrs" "Dr.": "Dr." "Chief": "" "": "" ' +
        'gender: from: "{Title}" values: "Ms": f "Mrs": f "Dr.": unknown "Chief": unknown "": unknown',
    );
    expect(run.out).toContain(
      '(a form of address, as its values show: Ms f, Mrs f and a title, Dr. a title; not known: Chief)',
    );
  });

  test('of a sex says nothing of a first name, and withholds cells of unknown meaning under CI', async () => {
    const nameless = await begin(csv('First name,Sex', 'Anna,', 'Peter,'));
    expect(nameless.columns).not.toContain('gender');
    const { out } = await begin(csv('Name,Sex', 'A,Ms', 'B,Secret'), { env: { CI: 'true' } });
    expect(out).toContain('Sex  → holder.gender (Ms f; not known: 1 value)');
  });

  test('of languages, and of countries whose codes are not the name', async () => {
    const run = await begin(csv('Name,Street,Language,Country', 'Anna,1 A,French,FR', 'Bob,2 B,Latin,Mali'));
    expectSound(run);
    expect(keyOf(run.columns, 'languages')).toBe('- from: "{Language}" values: "French": fr "Latin": ""');
    expect(run.out).toContain('Language → languages (not known: Latin)');
    expect(run.out).toContain('has codes, and an address needs the name');
  });

  test.each([
    ['a column of ids', 'ID,Name', ['7,Anna', '8,Anna'], '"{ID}"'],
    ['no column of ids that is not filled', 'ID,Name', ['7,Anna', ',Bob'], '"{Name}"'],
    [
      'the whole name, family name first',
      'First name,Last name',
      ['Anna,Smith', 'Bob,Jones'],
      '"{Last name}-{First name}"',
    ],
    ['a name and what tells rows apart', 'Name,Town', ['Anna,Ghent', 'Anna,Mons'], '"{Name}-{Town}"'],
    ['a name and several columns', 'Name,Function,Town', ['A,b,c', 'A,b,d', 'A,e,c'], '"{Name}-{Function}-{Town}"'],
    ['the number of a row last', 'No.,Name', ['1,Anna', '2,Anna'], '"{Name}-{No.}"'],
    ['the organisation of those without a name', 'Name,Organisation', [',Mill', ',Hall'], '"{Name}-{Organisation}"'],
  ])('of an id: %s', async (_, header, rows, id) => {
    const run = await begin(csv(header, ...rows));
    expect(run.code, run.err).toBe(0);
    expect(keyOf(run.columns, 'id')).toBe(id);
  });

  test('leaves a name out that several columns have, and one that a plain YAML word cannot be', async () => {
    const run = await begin(csv('Name,Notes,Notes,"x: y",- a,true,{b}', 'Anna,1,2,3,4,5,6'));
    expectSound(run);
    expect(run.out).toContain('ignored: Notes (several columns have this name), x: y');
  });

  test('in the language of the letter', async () => {
    const run = await begin(csv('Nom;Prénom;Civilité;Fonction', 'Léger;Anne;Mme;Maire'), {
      args: ['--language', 'fr'],
    });
    expectSound(run);
    expect(keyOf(run.columns, 'office')).toBe('title: fr: "{Fonction}"');
    expect(readdirSync(join(run.cwd, 'new/templates/letter'))).toEqual(['fr', 'letter.yaml']);
  });
});
