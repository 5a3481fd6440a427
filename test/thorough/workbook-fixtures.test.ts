import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inFull } from '../support/outcomes.ts';
import { type ReadRow, fixtureBytes, outcomesOf, readFixture } from '../support/workbooks/read-fixture.ts';

const PROGRAMS = ['openpyxl', 'libreoffice'] as const;

/** What is read of a cell: its text, or after a question mark why that is not known. */
type Read = string;

const [MORE_DIGITS, OTHER, CURRENCY, PERCENT, EXPONENT, PART_OF_DATE, TIME, WITH_TIME, FORMATTED, NO_RESULT, TRUTH] = [
  '?is a number with more digits than the cell shows',
  '?is a number in a format that shows something else than its digits',
  '?is a number that is shown with a currency',
  '?is a number that is shown as a percentage',
  '?is a number that is shown with a power of ten',
  '?is a day that is shown without its year, its month or its day',
  '?is shown as a time, or with one',
  '?is a day with a time',
  '?holds a text that its format',
  '?holds a formula whose result is not in the file',
  '?holds a truth value, which each language of a spreadsheet program shows as another word',
] as const;

/** For each case of `kinds`: what is read in the files of both programs, or in that of each. */
const KINDS: Readonly<Record<string, Read | Readonly<Record<(typeof PROGRAMS)[number], Read>>>> = {
  text: 'Müller & Søn <x>',
  'text with leading zeros': '00123',
  'text that looks like a formula': '=1+1',
  'text in two lines': 'one\ntwo',
  'text with white space around it': 'Smith',
  'text in Arabic': 'محمد',
  'text in runs': 'Mr John Smith',
  // openpyxl writes as it is what stands for an A in a workbook; LibreOffice shows it as it is, and escapes it.
  'text with an escape': { openpyxl: 'aAb', libreoffice: 'a_x0041_b' },
  'text beyond the basic plane': '𝒜 😀',
  'text in the format of text': '007',
  'text with words around it by the format': FORMATTED,
  'text in the format of accounting': 'Smith',
  'text that the format hides': FORMATTED,
  integer: '412',
  'negative integer': '-5',
  decimal: '1500.5',
  'sum of decimals': '0.3',
  'a third': MORE_DIGITS,
  'small decimal': EXPONENT,
  'integer of 11 digits': '32471234567',
  'integer of 12 digits': MORE_DIGITS,
  'integer of 12 digits with format 0': '491701234567',
  'integer of 16 digits with format 0': MORE_DIGITS,
  'number in the format of text': '123',
  postcode: '00123',
  'postcode, negative': '-00123',
  'two decimals': '1500.50',
  'two decimals that are fewer than there are': MORE_DIGITS,
  'no decimals, of a number that has some': MORE_DIGITS,
  'optional decimals': '1500.5',
  thousands: '1234567',
  'thousands and decimals': '1234567.50',
  'thousands, negative in parentheses': OTHER,
  'thousands, positive with parentheses for others': '1234',
  'negative in red with a minus': '-1234',
  'divided by a thousand': OTHER,
  percent: PERCENT,
  'percent with decimals': PERCENT,
  'euros after': CURRENCY,
  'euros by language': CURRENCY,
  dollars: CURRENCY,
  unit: OTHER,
  scientific: EXPONENT,
  fraction: OTHER,
  condition: OTHER,
  'hidden number': OTHER,
  'zero shown as a dash': OTHER,
  'zero shown as nothing': OTHER,
  'date, ISO': '2026-03-02',
  'date, short': '2026-03-02',
  'date, German': '2026-03-02',
  'date, long in French': '2026-03-02',
  'date, of the system': '2026-03-02',
  'date with a section for text': '2026-03-02',
  'date, day and month': PART_OF_DATE,
  'date, month and year': PART_OF_DATE,
  'date and time': TIME,
  'date with a time that is not shown': WITH_TIME,
  'date and midnight': TIME,
  time: TIME,
  duration: TIME,
  'date before March 1900': '?is a day before 1 March 1900, which programs count differently',
  'first sure date': '1900-03-01',
  'date of the Buddhist calendar': OTHER,
  'negative date': '?is no day that a calendar has',
  true: TRUTH,
  'error as a value': '?holds the error #N/A',
  'formula of text': { openpyxl: NO_RESULT, libreoffice: 'ab' },
  'formula of a number': { openpyxl: NO_RESULT, libreoffice: '42' },
  'formula of a date': { openpyxl: NO_RESULT, libreoffice: '2026-03-02' },
  'formula of nothing': { openpyxl: NO_RESULT, libreoffice: '' },
  'formula with an error': { openpyxl: NO_RESULT, libreoffice: '?holds the error #DIV/0!' },
  'formula of a truth value': { openpyxl: NO_RESULT, libreoffice: TRUTH },
};

/** What is read of column B of a row. A fault is cut after the reason. */
function secondCell(row: ReadRow): Read {
  if (typeof row === 'string') return row.slice(row.indexOf(': ') + 2).split(' | ')[1] ?? '';
  return `?${row[0]?.replace(/^.*? this cell (.*?)(?:: stored as .*| ".*| ;;;.*)?$/u, '$1')}`;
}

describe.each(PROGRAMS)('a cell that %s wrote', (program) => {
  test.each(Object.entries(KINDS).map(([name, expected], index) => [name, expected, index] as const))(
    '%s',
    async (name, expected, index) => {
      const rows = await readFixture(`kinds-${program}`);
      const row = rows[index] ?? '';
      if (typeof row === 'string') expect(row.startsWith(`${index + 1}: ${name}`)).toBe(true);
      else expect(row[0]).toMatch(new RegExp(`^workbook/cell B${index + 1} `));
      expect(row).toHaveLength(typeof row === 'string' ? row.length : 1);
      expect(secondCell(row)).toBe(typeof expected === 'string' ? expected : expected[program]);
    },
  );

  test('is looked at in each of the cases', async () => {
    expect(await readFixture(`kinds-${program}`)).toHaveLength(Object.keys(KINDS).length);
  });
});

const SHEETS_OF_MEMBERS = [['workbook/sheet 1:1 this workbook has 2 sheets with content: Members, Notes']];
const TABLE_OF_TWO = ['1: id | name | ward', '2: m-1 | Name 1 | Northgate', '3: m-2 | Name 2 | Northgate'];

/** What is read of each workbook that has one table, in the files of both programs. */
const SHEETS: Readonly<Record<string, readonly ReadRow[]>> = {
  'dates-1904': ['1: date | 2026-03-02'],
  'hidden-rows': [['workbook/hidden-rows A3 4 rows with content are hidden: rows 3–5, 8']],
  filtered: [['workbook/hidden-rows A3 row 3 is hidden']],
  grouped: [['workbook/hidden-rows A3 2 rows with content are hidden: rows 3–4']],
  'hidden-columns': TABLE_OF_TWO,
  merged: [['workbook/merged-cells C2 the cells C2:C4 are merged']],
  'merged-outside': TABLE_OF_TWO,
  'title-above': [['workbook/merged-cells A1 the cells A1:C1 are merged']],
  'one-filled-sheet': ['1: id | name | ward', '2: m-1 | Members 2026 | Northgate'],
  'two-filled-sheets': [['workbook/sheet 1:1 this workbook has 2 sheets with content: Members, Former members']],
  'hidden-sheet': [['workbook/sheet 1:1 this workbook has no visible sheet with content']],
  'empty-ends': TABLE_OF_TWO,
  gaps: ['1: id |  | ward', '4:  |  | Northgate', `6: ${' | '.repeat(27)}far`],
  profiles: [
    '1: id | roles.1 | state | languages.1 | office.title.en | office.rank | address.lines.1 | address.lines.2 | source | verified',
    '2: nl-minister | minister | FR | en | Minister of Charters | minister | 4 Ministry Street |  | the ministry | false',
    '3: nl-deputy | minister | FR | en | Deputy Minister | minister | 4 Ministry Street | 00075 | the ministry | false',
  ],
  // test/thorough/workbook-tables.test.ts reads their sheets.
  members: SHEETS_OF_MEMBERS,
  'titled-members': SHEETS_OF_MEMBERS,
  'faulty-members': SHEETS_OF_MEMBERS,
  empty: [['workbook/sheet 1:1 this workbook has no visible sheet with content']],
};

describe.each(PROGRAMS)('a workbook that %s wrote', (program) => {
  test.each(Object.entries(SHEETS))('%s', async (name, expected) => {
    expect(await readFixture(`${name}-${program}`)).toEqual(expected);
  });

  test('is read from a row on, so that a title above the table does not matter', async () => {
    const rows = await readFixture(`title-above-${program}`, { firstRow: 3 });
    expect(rows).toEqual(['3: id | name | ward', '4: m-1 | Name 1 | Northgate', '5: m-2 | Name 2 | Northgate']);
  });

  test('with merged cells in its first row may have a title there, and the hint says how to pass it over', async () => {
    const hints = async (name: string): Promise<readonly string[]> =>
      (await outcomesOf(fixtureBytes(`${name}-${program}`))).flatMap(({ diagnostics }) => diagnostics.map(inFull));
    expect(await hints('title-above')).toEqual([expect.stringContaining('as header: 3;')]);
    expect(await hints('merged')).toEqual([expect.stringContaining('(unmerge the cells, and write the value in')]);
  });

  test('is read from the sheet that is named, be it hidden, and names it in faults', async () => {
    const place = { sheet: 'Former members' };
    expect((await readFixture(`two-filled-sheets-${program}`, place))[1]).toBe('2: m-1 | Former members | Northgate');
    expect(await readFixture(`hidden-sheet-${program}`, { sheet: 'Members' })).toHaveLength(2);
  });

  test.each([
    ['members', 'write Members'],
    ['Membres', 'write Members'],
    ['Staff', 'its sheets are Members, Former members'],
  ])('has no sheet %s: %s', async (sheet, hint) => {
    const results = await outcomesOf(fixtureBytes(`two-filled-sheets-${program}`), { sheet });
    expect(results.map(({ diagnostics }) => diagnostics.map(inFull))).toEqual([
      [`a.xlsx:1:1 workbook/sheet this workbook has no sheet ${sheet} (${hint})`],
    ]);
  });
});

test('dates in the form of ISO 8601 are read if they are shown as days', async () => {
  expect(await readFixture('dates-iso-openpyxl')).toEqual([
    [
      'workbook/cell C1 this cell is shown as a time, or with one: stored as 2026-03-02T14:30:00, format yyyy-mm-dd h:mm:ss',
      'workbook/cell D1 this cell is shown as a time, or with one: stored as 14:30:00, format h:mm:ss',
    ],
  ]);
});

test.each([
  ['format-xls', 'this is a workbook of the format before 2007 (.xls)'],
  ['format-ods', 'this is an OpenDocument file (.ods)'],
  ['format-xlsm', 'this is a workbook with macros (.xlsm)'],
  ['format-encrypted', 'this workbook is encrypted'],
])('%s is a file of another format: %s', async (name, message) => {
  expect(await readFixture(name)).toEqual([[`workbook/format 1:1 ${message}`]]);
});

test('every workbook is looked at in a test', () => {
  const names = readdirSync('test/support/workbooks').filter((name) => name.endsWith('.xlsx'));
  const both = [...Object.keys(SHEETS), 'kinds', 'dates-iso', 'faulty-profiles'].flatMap((name) => [
    `${name}-libreoffice.xlsx`,
    `${name}-openpyxl.xlsx`,
  ]);
  // test/unit/commands/list-table.test.ts reads the one that is listed, test/thorough/init-from-table.test.ts the awkward
  // ones, test/unit/load/load-signatories.test.ts those of signatories.
  const others = [
    'awkward-members-libreoffice.xlsx',
    'awkward-members-openpyxl.xlsx',
    'listed-libreoffice.xlsx',
    'signatories-libreoffice.xlsx',
    'societies-libreoffice.xlsx',
    'format-encrypted.xlsx',
    'format-ods.xlsx',
    'format-xls.xlsx',
    'format-xlsm.xlsx',
  ];
  expect(names.toSorted()).toEqual([...both, ...others].toSorted());
});
