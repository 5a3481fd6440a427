import { describe, expect, test } from 'vitest';
import { asCsvError } from '../../../src/load/csv-rows.ts';
import { loadExternalProfiles } from '../../../src/load/load-recipients.ts';
import { dataAt } from '../../../src/model/data.ts';
import { inPieces, readAll } from '../../support/pieces.ts';

function read(text: string | Uint8Array, { size = 1000, name = 'a.csv' } = {}): Promise<readonly unknown[]> {
  return readAll(loadExternalProfiles({ name, open: () => inPieces(text, size) }));
}

async function faults(text: string | Uint8Array): Promise<readonly string[]> {
  return (await read(text)).flatMap((outcome) => (Array.isArray(outcome) ? outcome.map(String) : []));
}

const BELGIUM = {
  id: 'be',
  office: { title: { en: 'Minister', fr: 'Ministre' } },
  address: { lines: ['1 Street', '2'] },
};

describe('a table', () => {
  test('is read as mappings and lists according to its column names, without its empty cells', async () => {
    const header = 'id,office.title.en,office.title.fr,address.lines.2,address.lines.1,holder.name';
    const rows = ['be,Minister,Ministre,2,1 Street,', 'fr,,Ministre,,,', 'de,,,x,,A. B.'];
    expect(await read([header, ...rows].join('\n'))).toEqual([
      BELGIUM,
      { id: 'fr', office: { title: { fr: 'Ministre' } } },
      { id: 'de', address: { lines: ['x'] }, holder: { name: 'A. B.' } },
    ]);
  });

  test.each([
    [',', '\n', ''],
    [';', '\r\n', '\uFEFF'],
    ['\t', '\r\n', '\uFEFF'],
  ])('may have the delimiter %j, the row end %j and the prefix %j', async (delimiter, end, mark) => {
    const rows = [
      ['id', 'office.title.en', 'address.lines.1'],
      ['be', '"Minister\nof ""Rows"", and, more; of\tthem"', ' 1 Street '],
      ['fr', 'é', '2'],
    ];
    const text = mark + rows.map((cells) => cells.join(delimiter) + end).join('');
    for (const size of [1, 7, 1000]) {
      expect(await read(text, { size })).toEqual([
        {
          id: 'be',
          office: { title: { en: 'Minister\nof "Rows", and, more; of\tthem' } },
          address: { lines: ['1 Street'] },
        },
        { id: 'fr', office: { title: { en: 'é' } }, address: { lines: ['2'] } },
      ]);
    }
  });

  test('has the line and the spreadsheet name of every cell, also after line breaks inside cells', async () => {
    const text = `id,a,b.1\n\nbe,"one\ntwo",three\r\nfr,"4",five\n`;
    const spans: unknown[] = [];
    for await (const outcome of loadExternalProfiles({ name: 'a.csv', open: () => inPieces(text) })) {
      if (outcome.ok) spans.push(dataAt(outcome.value, ['a'])?.span, dataAt(outcome.value, ['b', 0])?.span);
    }
    expect(spans).toEqual([
      { file: 'a.csv', line: 3, column: 4, cell: 'B3' },
      { file: 'a.csv', line: 4, column: 6, cell: 'C3' },
      { file: 'a.csv', line: 5, column: 4, cell: 'B4' },
      { file: 'a.csv', line: 5, column: 8, cell: 'C4' },
    ]);
  });

  test('may have empty rows and unnamed empty columns, which spreadsheets leave behind', async () => {
    expect(await read('id;;\nbe;;\n;;\n\nfr;;\n')).toEqual([{ id: 'be' }, { id: 'fr' }]);
  });

  test('without rows has no recipients', async () => {
    expect(await read('id,a\n')).toEqual([]);
  });

  test('has the delimiter that is most frequent outside quotation marks in the whole first row', async () => {
    const expected = [{ id: 'be', office: { title: { en: 'x' } } }];
    for (const size of [1, 1000]) {
      expect(await read('id;"office.title.en";"a,b,c,d,e"\nbe;x;\n', { size })).toEqual(expected);
      expect(await read('id;"office.title.en";"a,\n,b,\n,c"\nbe;x;\n', { size })).toEqual(expected);
      expect(await read('\r\n\nid;office.title.en\nbe;x\n', { size })).toEqual(expected);
      expect(await read(';;\nid;office.title.en;\nbe;x;\n', { size })).toEqual(expected);
    }
  });

  test.each([
    ['sep=;\r\n', ';'],
    ['SEP=,\n', ','],
    ['sep=\t\n', '\t'],
    ['sep=|\n', '|'],
    ['"sep=;"\r\n', ';'],
    // A program that does not know the line saved it as a row, with its own delimiters.
    ['"sep=;",,\n', ','],
    ['sep=;;;\n', ';'],
    ['\uFEFFsep=;\r\n', ';'],
  ])('may begin with %j, which names the delimiter', async (line, delimiter) => {
    const rows = ['id', 'a,;\t|'].map((name) => `"${name}"`).join(delimiter) + `\nbe${delimiter}x\n`;
    for (const size of [1, 1000]) expect(await read(line + rows, { size })).toEqual([{ id: 'be', 'a,;\t|': 'x' }]);
  });

  test('counts no row for the line that names the delimiter, as a spreadsheet does, but counts the line', async () => {
    expect(await faults('sep=;\nid;a\nbe;x;y\n')).toEqual([
      expect.stringContaining('a.csv:3:6 csv/ragged-row row 2 has'),
    ]);
  });

  test('whose first row only looks like the line that names the delimiter begins with that row', async () => {
    expect(await faults('sep=ab,id\nbe,x\n')).toEqual([]);
    expect(await read('id,sep=;\nbe,x\n')).toEqual([{ id: 'be', 'sep=;': 'x' }]);
  });
});

describe('a fault in a row loses only its own recipient', () => {
  test.each([
    ['be,x\n', 'a.csv:2:4 csv/ragged-row row 2 has 2 cells, and the first row has 3: nothing stands in column C (b)'],
    ['be,x,y,z\n', 'a.csv:2:8 csv/ragged-row row 2 has 4 cells, and the first row has 3: column D and what follows'],
    ['be,x\u200By,\n', 'a.csv:2:5 file/forbidden-character U+200B'],
  ])('%j', async (row, message) => {
    const outcomes = await read(`id,a,b\n${row}fr,x,y\n`);
    expect(outcomes).toHaveLength(2);
    expect(String(outcomes[0])).toContain(message);
    expect(outcomes[1]).toEqual({ id: 'fr', a: 'x', b: 'y' });
  });

  test('a value in a column without a name is reported', async () => {
    expect(await faults('id,\nbe,x\n')).toEqual([expect.stringContaining('a.csv:2:4 csv/column this cell')]);
  });
});

describe('a fault in the first row or in quotation marks ends the table', () => {
  test.each([
    ['id,a,a\nbe,x,y\n', 'a.csv:1:6 csv/column the column a conflicts'],
    ['id,a,a.b\nbe,x,y\n', 'a.csv:1:6 csv/column the column a.b conflicts'],
    ['id,a.b,a.1\nbe,x,y\n', 'a.csv:1:8 csv/column the column a.1 conflicts'],
    ['id,a..b\nbe,x\n', 'a.csv:1:4 csv/column a..b is not a name'],
    [`id,${'a.'.repeat(25)}b\nbe,x\n`, 'a.csv:1:4 csv/column the name of this column has 26 steps; at most 20'],
    ['be,minister,BE\nfr,minister,FR\n', 'a.csv:1:1 csv/column the first row has no column id'],
    ['Name,ID\nbe,x\nfr,y\n', 'a.csv:1:6 csv/column the first row has no column id (write it in small letters)'],
    ['', 'a.csv:1:1 csv/column this table is empty'],
    ['\n , \n', 'a.csv:1:1 csv/column this table is empty'],
    ['id,a\nbe,"x"y\nfr,x\n', 'a.csv:2:1 csv/syntax row 2'],
    ['id,a\nbe,"x\nfr,x\n', 'a.csv:2:1 csv/syntax row 2'],
  ])('%j', async (text, message) => {
    expect(await faults(text)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ['utf-16le with a mark', Buffer.from('\uFEFFid,a\nbe,x\n', 'utf16le')],
    ['utf-16be with a mark', Buffer.from('\uFEFFid,a\nbe,x\n', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('id,a\nbe,x\n', 'utf16le')],
    ['utf-16be', Buffer.from('id,a\nbe,x\n', 'utf16le').swap16()],
  ])('%s is reported as such', async (_, bytes) => {
    expect(await faults(bytes)).toEqual([
      expect.stringContaining('a.csv: this file is UTF-16 text; it holds profiles of recipients (save it as UTF-8'),
    ]);
  });

  test('an invalid UTF-8 byte is reported with its line', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('id,a\nbe,x\nfr,'), 0xe9, 10]);
    expect(await faults(bytes)).toEqual([expect.stringContaining('a.csv:3:1 file/not-utf8')]);
  });
});

test('an error that csv-parse does not raise for its input is thrown', () => {
  const errorWith = (code: string): Error => Object.assign(new Error('x'), { code });
  expect(asCsvError(errorWith('CSV_QUOTE_NOT_CLOSED'))).toBeDefined();
  expect(asCsvError(undefined)).toBeUndefined();
  for (const code of ['ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'CSV_INVALID_OPTION_DELIMITER'])
    expect(() => asCsvError(errorWith(code))).toThrow('x');
});

test('refuses an unknown file extension; without an extension, the content decides the format', async () => {
  expect(await read('id\nbe\n', { name: 'a.docx' })).toEqual([[expect.stringContaining('file/not-read')]]);
  expect(await read('id\nbe\n', { name: '(standard input)' })).toEqual([{ id: 'be' }]);
  expect(await read(' {"id":"be"}\n', { name: '(standard input)' })).toEqual([{ id: 'be' }]);
  expect(await read('- id: be\n- id: fr\n', { name: 'a.yaml', size: 3 })).toEqual([{ id: 'be' }, { id: 'fr' }]);
});
