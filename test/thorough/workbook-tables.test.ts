import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GOOD_CAMPAIGN } from '../support/faulty-campaigns.ts';
import { type MemoryFile, memoryWorld } from '../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../support/run-in-memory.ts';
import { alteredWorkbook } from '../support/workbooks/altered-workbook.ts';
import { fixtureBytes } from '../support/workbooks/read-fixture.ts';

const COLUMNS = `sheet: Members
id: "{Last name}-{Ward}"
roles: [minister]
state: FR
office: { title: { en: "Councillor for {Ward}" }, rank: minister }
holder: { name: "{First name} {Last name}", gender: { from: "{Sex}", values: { Ms: f, Mr: m, "": unknown } } }
address: { lines: ["{Street}", "{Postcode} {Town}"] }
source: the list of members
verified: false
ignore: [Households, Phone]
`;
const TITLED = `header: 3\n${COLUMNS}`;

/** The good campaign with a workbook in `recipients/` and, if given, its columns file. */
function campaignWith(workbook: Uint8Array, columns?: string): Record<string, MemoryFile> {
  return {
    ...GOOD_CAMPAIGN,
    'recipients/members.xlsx': workbook,
    ...(columns === undefined ? {} : { 'recipients/members.columns.yaml': columns }),
  };
}

const run = (files: Record<string, MemoryFile>, ...args: readonly string[]): Promise<SaidInMemory> =>
  runInMemory(args, memoryWorld(files).world);

interface Listed {
  readonly id: string;
  readonly holder: string | null;
  readonly address: readonly string[];
  readonly span: { readonly file: string; readonly line: number; readonly cell?: string };
}

async function list(files: Record<string, MemoryFile>, ...args: readonly string[]): Promise<readonly Listed[]> {
  const { out, err } = await run(files, 'list', '--json', ...args);
  expect(err).not.toContain('error[');
  const { recipients } = JSON.parse(out) as { readonly recipients: readonly Listed[] };
  return recipients.filter(({ span }) => span.file.endsWith('.xlsx'));
}

describe.each(['openpyxl', 'libreoffice'])('a workbook of %s in recipients/', (program) => {
  const members = fixtureBytes(`members-${program}`);
  const titled = fixtureBytes(`titled-members-${program}`);

  test.each([
    ['with the names of the columns in its first row', members, COLUMNS, 2],
    ['with a merged title and an empty row above them', titled, TITLED, 4],
  ])('is read as its columns file describes it, %s', async (_, workbook, columns, firstRow) => {
    const recipients = await list(campaignWith(workbook, columns));
    expect(recipients.map(({ id, holder, address }) => [id, holder, ...address])).toEqual([
      ['müller-mill-side', 'José Müller', 'Councillor for Mill Side', '1 Mill Road', 'Flat 4', '0100 BRUSSELS'],
      ['حسن-hill-side', 'علي حسن', 'Councillor for Hill Side', '2 Hill Road', '0101 BRUSSELS'],
      ['d-hondt-lake-side', "Anna D'Hondt", 'Councillor for Lake & Side', '0102 BRUSSELS'],
    ]);
    expect(recipients[0]?.span).toMatchObject({ line: firstRow, cell: `Members!A${firstRow}` });
  });

  test('becomes letters whose words are those of the cells', async () => {
    const { world, output } = memoryWorld(campaignWith(titled, TITLED));
    const { code, err } = await runInMemory(['generate', '--to', 'md'], world);
    expect([code, err]).toEqual([0, expect.stringContaining('6 letters: 6 files written')]);
    const letter = Buffer.from(output.get('appeal/d-hondt-lake-side.en.md') ?? []).toString();
    expect(letter).toContain('Councillor for Lake & Side');
  });

  test('makes the letter of a changed cell stale, and no other', async () => {
    const files = campaignWith(members, COLUMNS);
    const { world, output } = memoryWorld(files);
    await runInMemory(['generate', '--to', 'md'], world);
    const changed = memoryWorld({ ...files, 'recipients/members.xlsx': await withOtherStreet(program) }, output);
    const { out, err } = await runInMemory(['check'], changed.world);
    expect((out + err).match(/[^\s/]+\.en\.md/gu)).toEqual(['حسن-hill-side.en.md']);
  });
});

describe('a workbook in recipients/', () => {
  const members = fixtureBytes('members-libreoffice');
  const titled = fixtureBytes('titled-members-libreoffice');
  const faulty = fixtureBytes('faulty-members-libreoffice');

  test('has a fault at the cell, with the name of its column', async () => {
    const { err } = await run(campaignWith(faulty, TITLED), 'validate');
    expect(err).toContain('recipients/members.xlsx:7:3 (Members!C7, Last name)');
    expect(err).toContain('6 letters sound');
    const json = await run(campaignWith(faulty, TITLED), 'validate', '--json');
    expect(json.out).toContain('"cell": "Members!C7",\n      "header": "Last name"');
  });

  test('has a fault for a cell in another format only if its column is used', async () => {
    expect((await run(campaignWith(faulty, TITLED), 'validate')).err).not.toContain('H7');
    const used = TITLED.replace('"{Street}"', '"{Street}", "{Households}"').replace('Households, ', '');
    expect((await run(campaignWith(faulty, used), 'validate')).err).toContain('(Members!H7, Households)');
  });

  test('is refused with a merged title if nothing says which row names the columns', async () => {
    const { err } = await run(campaignWith(titled, COLUMNS), 'validate');
    expect(err).toContain('error[workbook/merged-cells]: the cells “A1:I1” are merged');
    expect(err).toContain('as “header: 3”');
  });

  test('is refused if its sheet is not named, or is not there', async () => {
    const { err } = await run(campaignWith(members, COLUMNS.replace('sheet: Members\n', '')), 'validate');
    expect(err).toContain('this workbook has 2 sheets with content: “Members”, “Notes”');
    const misspelt = await run(campaignWith(members, COLUMNS.replace('Members', 'Membres')), 'validate');
    expect(misspelt.err).toMatch(/no sheet “Membres”\n *┌─ recipients\/members\.columns\.yaml:1:8/u);
    expect(misspelt.err).toContain('hint: write “Members”');
  });

  test('is refused with a delimiter', async () => {
    const { err } = await run(campaignWith(members, `${COLUMNS}delimiter: ";"\n`), 'validate');
    expect(err).toMatch(/a workbook has no delimiter\n *┌─ recipients\/members\.columns\.yaml:11:12/u);
  });

  test('is refused with hidden rows, which are named', async () => {
    const columns = 'id: "{id}"\nroles: [minister]\nsource: "{name}"\nignore: [ward]\n';
    const { err } = await run(campaignWith(fixtureBytes('hidden-rows-openpyxl'), columns), 'validate');
    expect(err).toContain('4 rows with content are hidden: rows 3–5, 8');
  });

  test('needs no columns file if its columns are named by the keys of a profile', async () => {
    const recipients = await list(campaignWith(fixtureBytes('profiles-openpyxl')));
    expect(recipients.map(({ id, address }) => [id, ...address])).toEqual([
      ['nl-minister', 'Minister of Charters', '4 Ministry Street'],
      ['nl-deputy', 'Deputy Minister', '4 Ministry Street', '00075'],
    ]);
  });

  test('shows the lines of a columns file to begin with', async () => {
    const { err } = await run(campaignWith(fixtureBytes('hidden-columns-openpyxl')), 'validate');
    expect(err).toContain('write “recipients/members.columns.yaml” with a key for each value');
    expect(err).toContain('id: "{id}"\n    ignore: [name, ward]');
  });
});

/** The bytes of the workbook of a program, with one cell changed. */
function withOtherStreet(program: string): Promise<Uint8Array> {
  // LibreOffice writes all texts into one file of the workbook, openpyxl each into its cell.
  const texts = program === 'openpyxl' ? 'xl/worksheets/sheet1.xml' : 'xl/sharedStrings.xml';
  return alteredWorkbook(`members-${program}`, texts, (text) => text.replace('2 Hill Road', '20 Hill Road'));
}

describe('--columns', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-workbooks-'));
    writeFileSync(join(folder, 'members.xlsx'), fixtureBytes('titled-members-openpyxl'));
    writeFileSync(join(folder, 'a.columns.yaml'), TITLED);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('describes a workbook that --recipients names', async () => {
    const args = ['--recipients', join(folder, 'members.xlsx'), '--columns', join(folder, 'a.columns.yaml')];
    const recipients = await list(GOOD_CAMPAIGN, ...args);
    expect(recipients.map(({ id }) => id)).toEqual(['müller-mill-side', 'حسن-hill-side', 'd-hondt-lake-side']);
  });
});
