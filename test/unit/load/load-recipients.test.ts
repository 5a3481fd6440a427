import { describe, expect, test } from 'vitest';
import { loadExternalProfiles } from '../../../src/load/load-recipients.ts';
import { inPieces, readAll } from '../../support/pieces.ts';
import { fixtureBytes } from '../../support/workbooks/read-fixture.ts';

/** Reads a file that arrives in chunks of `size` bytes; returns each profile, or the faults in its place. */
async function load(name: string, bytes: string | Uint8Array, size: number): Promise<readonly unknown[]> {
  return readAll(loadExternalProfiles({ name, open: () => inPieces(bytes, size) }));
}

/** The UTF-8 bytes of a text, with 0xff, which is never valid in UTF-8, for each §. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(
    text.split('§').flatMap((part, index) => [...(index === 0 ? [] : [0xff]), ...Buffer.from(part)]),
  );
}

describe('an invalid UTF-8 byte is reported with its line', () => {
  const TEXT = 'id,name\nx,é\ny,日本\nz,\u{1F600}\nw,�\nv,§\n';
  test.each([1, 2, 3, 4, 5, 7, 11, 1000])('in chunks of %d bytes', async (size) => {
    const last = (await load('people.csv', bytesOf(TEXT), size)).at(-1);
    expect(JSON.stringify(last)).toMatch(/^"?\[?"?people\.csv:6:1 file\/not-utf8/);
  });

  test('also if a character begins at the end of one chunk and is invalid in the next', async () => {
    const bytes = Uint8Array.from([...Buffer.from('id\nx\n'), 0xe6, 0x0a, 0x0a]);
    expect(JSON.stringify((await load('people.csv', bytes, 6)).at(-1))).toContain('people.csv:3:1 file/not-utf8');
  });
});

describe('input without an extension', () => {
  const PROFILE = '{"id":"a","roles":["x"]}\n';
  test.each([
    ['a byte order mark', `\uFEFF${PROFILE}`, 3],
    ['white space', `\n  \n ${PROFILE}`, 1],
    ['no prefix', PROFILE, 1000],
  ])('is read as JSON lines after %s', async (_, text, size) => {
    expect(await load('-', text, size)).toEqual([{ id: 'a', roles: ['x'] }]);
  });

  test('is read as CSV otherwise', async () => {
    expect(await load('-', 'id,roles.1\na,x\n', 2)).toEqual([{ id: 'a', roles: ['x'] }]);
  });

  test('is reported if it is empty', async () => {
    expect(await load('-', '', 10)).toEqual([[expect.stringContaining('-:1:1 csv/column this table is empty')]]);
  });
});

describe('a workbook', () => {
  const PROFILES = [
    {
      id: 'nl-minister',
      roles: ['minister'],
      state: 'FR',
      languages: ['en'],
      office: { title: { en: 'Minister of Charters' }, rank: 'minister' },
      address: { lines: ['4 Ministry Street'] },
      source: 'the ministry',
      verified: 'false',
    },
    expect.objectContaining({ id: 'nl-deputy', address: { lines: ['4 Ministry Street', '00075'] } }),
  ];

  test.each([
    ['by its name', 'people.XLSX', 1000],
    ['by its first bytes, which come one by one', '(standard input)', 1],
  ])('is recognised %s', async (_, name, size) => {
    expect(await load(name, fixtureBytes('profiles-libreoffice'), size)).toEqual(PROFILES);
  });

  test('is reported for its faulty rows only', async () => {
    const [first, second, ...others] = await load('people.xlsx', fixtureBytes('faulty-profiles-openpyxl'), 1000);
    expect([first, others]).toEqual([PROFILES[0], []]);
    expect(JSON.stringify(second)).toMatch(/people\.xlsx:3:8 workbook\/cell .*people\.xlsx:3:10 workbook\/cell /u);
  });

  test.each([
    ['xls', 'format-xls', 'this is a workbook of the format before 2007 (.xls)'],
    ['xlsm', 'format-xlsm', 'this is a workbook with macros (.xlsm)'],
    ['ods', 'format-ods', 'this is an OpenDocument file (.ods)'],
  ])('of another format, .%s, is reported as that', async (extension, fixture, message) => {
    const [faults] = await load(`people.${extension}`, fixtureBytes(fixture), 1000);
    expect(faults).toEqual([expect.stringContaining(`:1:1 workbook/format ${message}`)]);
  });
});
