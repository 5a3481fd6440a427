import { expect, test } from 'vitest';
import { DERIVED_COLUMNS } from '../../../src/model/list-columns.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';
import { fixtureBytes } from '../../support/workbooks/read-fixture.ts';

/** Profiles whose values a table has to guard, quote or leave alone, in the order of the file. */
const PROFILES = `- id: the-chair
  roles: [chair, minister]
  state: FR
  languages: [en]
  office: { title: { en: "Minister;=cmd|' /C calc'!A0" }, rank: chair }
  holder: { name: "'=Aline, \\"Durand\\"", honorific: "##vso[Ms]", gender: f, since: 2024-01-01, source: "::error::x" }
  address: { lines: ["+31 70", "0100", "1 Square, -2nd floor", "@HOME;@WORK"] }
  channels: [{ email: chair@example.org, purpose: letters, source: "-1" }]
  copies: [{ en: "'t Hart" }, { en: "=SUM(1;2)" }]
  source: the assembly
  verified: 2025-11-30
- id: be-minister
  roles: [minister]
  state: BE
  languages: [en, fr]
  office: { title: { en: Minister of Charters, fr: "=Ministre" }, rank: minister }
  salutation: { en: "Excellency," }
  address: { lines: [2 Ministry Street, BELGIUM] }
  source: the ministry
  verified: false
- id: nl-minister
  roles: [minister]
  languages: [en]
  office: { title: { en: Minister of Tides }, rank: minister }
  address: { lines: [3 Dike, THE NETHERLANDS] }
  source: a letterhead
  skip: { reason: "; =on leave" }
`;

const withoutProfiles = aCampaign({ 'recipients/chair.yaml': undefined, 'recipients/ministers.yaml': undefined });
const withProfiles = { ...withoutProfiles, 'recipients/all.yaml': PROFILES };

/** Makes the letters and returns what was printed about them, and the files by path, without the manifest. */
async function letters(files: Record<string, MemoryFile>, args: readonly string[], input = '') {
  const { world, output } = memoryWorld(files);
  const { code, err } = await runInMemory(['generate', '--to', 'md', ...args], world, {}, input);
  const texts = [...output].filter(([path]) => path.endsWith('.md'));
  return { code, err, texts: texts.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]) };
}

test.each([[[]], [['--language', 'all']]])(
  'a table of list %j, read as recipients, gives the same letters',
  async (more) => {
    const { world } = memoryWorld(withProfiles);
    const table = await runInMemory(['list', '--csv', ...more], world);
    expect([table.code, table.err]).toEqual([0, '']);
    const expected = await letters(withProfiles, []);
    expect([expected.code, expected.texts.length]).toEqual([0, 2]);
    expect(await letters(withoutProfiles, ['--recipients', '-'], table.out)).toEqual(expected);
  },
);

test('a table of list keeps lines, their languages, and which language is that of the country', async () => {
  const profiles = `- id: a
  roles: [minister]
  office: { title: { en: Minister of A }, rank: minister }
  envelope: |
    The Minister
    Ministry of A
  short: Minister
  address: { lines: { fr: [1 Rue, VILLE], en: [1 Street, TOWN] } }
- id: b
  roles: [minister]
  office: { title: { en: Minister of B }, rank: minister }
  envelope: { en: Minister of B, fr: Ministre de B }
  short: { en: Minister, fr: Ministre }
  address: { lines: { de: [2 Straße, STADT], fr: [2 Rue, VILLE] } }
- id: c
  roles: [minister]
  office: { title: { en: Minister of C }, rank: minister }
  address: { lines: [3 Straße, STADT], language: de }
- id: d
  roles: [minister]
  office: { title: { en: Minister of D }, rank: minister }
  address: { lines: { fr: [4 Rue, VILLE], de: [4 Straße, STADT] } }
`;
  const files = { ...withoutProfiles, 'recipients/all.yaml': profiles };
  const table = await runInMemory(['list', '--csv'], memoryWorld(files).world);
  const expected = await letters(files, []);
  expect([expected.code, expected.err, expected.texts.length]).toEqual([0, expect.any(String), 4]);
  expect(await letters(withoutProfiles, ['--recipients', '-'], table.out)).toEqual(expected);
  const rows = table.out.split('\r\n').map((row) => row.split(','));
  const column = rows[0]?.indexOf('address.language') ?? -1;
  expect(rows.slice(1, 5).map((row) => row[column])).toEqual(['fr', 'de', 'de', 'fr']);
});

test('a table of list that a spreadsheet program opened and saved as a workbook gives the same letters', async () => {
  const table = await runInMemory(['list', '--csv'], memoryWorld(withProfiles).world);
  // The workbook was made from this file, whose values the program was to recognise.
  await expect(table.out.replaceAll('\r\n', '\n')).toMatchFileSnapshot('../../support/workbooks/listed.csv');
  const workbook = fixtureBytes('listed-libreoffice');
  const expected = await letters(withProfiles, []);
  expect(await letters({ ...withoutProfiles, 'recipients/all.xlsx': workbook }, [])).toEqual(expected);
});

test('a table of list has the profile first, in columns that are read, and a line for each row', async () => {
  const { world } = memoryWorld(withProfiles);
  const { out } = await runInMemory(['list', '--csv'], world);
  const [header = '', ...rows] = out.trimEnd().split('\r\n');
  expect(header).toMatch(/^id,roles\.1,roles\.2,state,languages\.1,languages\.2,office\.title\.en,office\.title\.fr,/u);
  expect(header.endsWith(DERIVED_COLUMNS.join(','))).toBe(true);
  expect([rows.length, out.replaceAll('\r\n', '').includes('\n')]).toEqual([3, false]);
});

test('a table with several letters of a recipient is read as one recipient', async () => {
  const second = Object.fromEntries(
    Object.entries(withProfiles).map(([path, text]) => [path.replace('templates/appeal', 'templates/second'), text]),
  );
  const { world } = memoryWorld({ ...second, ...withProfiles });
  const table = await runInMemory(['list', '--csv'], world);
  expect(table.out.trimEnd().split('\r\n').length).toBe(1 + 6);
  const result = await letters(withoutProfiles, ['--recipients', '-'], table.out);
  expect([result.code, result.texts.length]).toEqual([0, 2]);
});

test('the apostrophes of a table that list did not write are values', async () => {
  const { world } = memoryWorld(withProfiles);
  const table = await runInMemory(['list', '--csv', 'be-minister'], world);
  const columns = (line: string): string => line.split(',').slice(0, -DERIVED_COLUMNS.length).join(',');
  const lines = table.out.trimEnd().split('\r\n');
  const ownTable = [columns(lines[0] ?? ''), (lines[1] ?? '').replace(/,open-letter.*|,appeal,.*/u, '')].join('\n');
  const result = await letters(
    withoutProfiles,
    ['--recipients', '-', '--language', 'en'],
    ownTable.replace('Minister of', "'=Minister of").replace('2 Ministry Street', "'0100"),
  );
  expect([result.code, result.err]).toEqual([0, expect.any(String)]);
  expect(result.texts[0]?.[1]).toContain("'=Minister of Charters");
  // That marks of texts are no values holds in every table.
  expect(ownTable).toContain(`,'false`);
  expect(result.texts[0]?.[1]).toContain('\n0100\\\n');
});
