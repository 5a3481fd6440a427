import { describe, expect, test } from 'vitest';
import { readFieldValues } from '../../../src/validate/field-values.ts';
import { profileFaults } from '../../../src/validate/validate-recipient.ts';
import { describedTable } from '../../support/described-table.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';
import { readAll } from '../../support/pieces.ts';
import { aField } from '../../support/some-fields.ts';
import { alteredWorkbook } from '../../support/workbooks/altered-workbook.ts';

const ID = 'id: "{Name}"';

/** The profiles of a table, without what all of them have; faults as lines. */
async function read(columns: string, table: string | Uint8Array, options = {}): Promise<readonly unknown[]> {
  const results = await readAll(describedTable(columns, table, options));
  return results.map((result) => {
    if (Array.isArray(result)) return result;
    const {
      roles: _roles,
      languages: _languages,
      office: _office,
      source: _source,
      ...own
    } = result as Record<string, unknown>;
    return own;
  });
}

async function faults(columns: string, table: string): Promise<readonly string[]> {
  return (await read(columns, table)).flatMap((result) => (Array.isArray(result) ? result.map(String) : []));
}

describe('a table with a columns file', () => {
  test('has a profile for each row', async () => {
    expect(await read(ID, 'Name,Street\nAnna,1 Road\n\n,\n"Jörg Ö.",2 Road\n')).toEqual([
      { id: 'anna', address: { lines: ['1 Road'] } },
      { id: 'jörg-ö', address: { lines: ['2 Road'] } },
    ]);
  });

  test.each([
    ['a byte order mark', '\uFEFFName,Street\nAnna,1 Road\n'],
    ['semicolons', 'Name;Street\r\nAnna;1 Road\r\n'],
    ['tabs', 'Name\tStreet\nAnna\t1 Road\n'],
    ['a line that names the delimiter', 'sep=;\nName;Street\nAnna;1 Road\n'],
    ['a header of several lines', '" Name\n",Street\nAnna,1 Road\n'],
    ['empty columns at the end', 'Name,Street,,\nAnna,1 Road,,\n'],
    ['spare delimiters at the end of a row', 'Name,Street\nAnna,1 Road,,,\n'],
  ])('may have %s', async (_, table) => {
    for (const size of [1, 7, 1000])
      expect(await read(ID, table, { size })).toEqual([{ id: 'anna', address: { lines: ['1 Road'] } }]);
  });

  test('may say which row names the columns, and the delimiter', async () => {
    const columns = `${ID}\nheader: 3\ndelimiter: "|"\n`;
    expect(await read(columns, 'Members, all\n\nName|Street\nAnna|1, Road\n')).toEqual([
      { id: 'anna', address: { lines: ['1, Road'] } },
    ]);
  });

  test('leaves out what has no cell with text: keys, lines, list entries, the holder', async () => {
    const columns = `${ID}
holder: { name: "{Person}", gender: { from: "{Sex}", values: { Ms: f, "": unknown } }, source: the list }
address: { lines: ["{Street}", "{Town}", { from: "{Country}", as: upper }] }
channels: [{ email: "{Mail}", purpose: letters, source: the list }, { email: "{Mail 2}", purpose: press, source: x }]
envelope: { en: "{Line}" }
`;
    const header = 'Name,Person,Sex,Street,Town,Country,Mail,Mail 2,Line\n';
    expect(
      await read(columns, `${header}a,,,1 Road,,France,,b@example.org,\nb,Anna,,"c/o X\n2 Road",Y,,,,Z\n`),
    ).toEqual([
      {
        id: 'a',
        address: { lines: ['1 Road', 'FRANCE'] },
        channels: [{ email: 'b@example.org', purpose: 'press', source: 'x' }],
      },
      {
        id: 'b',
        holder: { name: 'Anna', gender: 'unknown', source: 'the list' },
        address: { lines: ['c/o X', '2 Road', 'Y'] },
        envelope: { en: 'Z' },
      },
    ]);
  });

  test('leaves out an address of which only its own words are left', async () => {
    expect(await read(`${ID}\naddress: { lines: ["{Street}", FRANCE] }`, 'Name,Street\na,\n')).toEqual([{ id: 'a' }]);
  });

  test('fills fields of the campaign, also one named from, in lines and languages', async () => {
    const columns = `${ID}\nfields: { ward: "{Ward}", from: "{From}", notes: "{Notes}", party: { en: "{Party}" }, all: ["{Ward}", x, "{Notes}"] }`;
    expect(await read(columns, 'Name,Street,Ward,From,Notes,Party\na,1,W,F,"x\ny","P\nQ"\n')).toEqual([
      {
        id: 'a',
        address: { lines: ['1'] },
        fields: { ward: 'W', from: 'F', notes: ['x', 'y'], party: { en: ['P', 'Q'] }, all: ['W', 'x', 'x', 'y'] },
      },
    ]);
  });

  test('has the location of the first cell with text, and of the columns file for what has no column', async () => {
    const columns = `${ID}\noffice: { title: { en: "{First} {Last}" }, rank: councillor }`;
    for await (const outcome of describedTable(columns, 'Name,First,Last,Street\na,,X,1\n')) {
      const json = JSON.stringify(outcome);
      expect(json).toContain('"span":{"file":"recipients/a.csv","line":2,"column":4,"cell":"C2","header":"Last"}');
      expect(json).toContain('"text":"councillor","quoted":false,"span":{"file":"recipients/a.columns.yaml"');
    }
  });
});

describe('the columns', () => {
  test.each([
    [
      'one that is missing',
      ID,
      'Nane,Street\na,1\n',
      'recipients/a.columns.yaml:1:5 table/column the table has no column Name (did you mean Nane?)',
    ],
    [
      'one in other capitals',
      ID,
      'NAME,Street\na,1\n',
      'recipients/a.columns.yaml:1:5 table/column the table has no column Name (did you mean NAME?)',
    ],
    [
      'one that is there twice',
      ID,
      'Name,Street,Name\na,1,2\n',
      'recipients/a.columns.yaml:1:5 table/column the table has more than one column Name',
    ],
    [
      'those without a use',
      ID,
      'Name,Street,B,"C: d"\na,1,2,3\n',
      'recipients/a.csv:1:13 table/column 2 columns are neither used nor ignored: B, C: d (use them in recipients/a.columns.yaml, or write there: ignore: [B, "C: d"])',
    ],
    [
      'another without a use',
      `${ID}\nignore: [C]`,
      'Name,Street,B,C\na,1,2,3\n',
      'recipients/a.csv:1:13 table/column the column B is neither used nor ignored (use it in recipients/a.columns.yaml, or write there: ignore: [C, B])',
    ],
    [
      'one that is used and ignored',
      `${ID}\nignore: [Name]`,
      'Name,Street\na,1\n',
      'recipients/a.columns.yaml:2:10 table/column the column Name is both used and ignored',
    ],
    [
      'none of them',
      ID,
      'Anna,1 Road\n',
      'recipients/a.csv:1:1 table/column row 1 has none of the columns that recipients/a.columns.yaml uses: Name, Street (name them in this row, or write in recipients/a.columns.yaml which row names them, as in header: 2)',
    ],
    [
      'none of them, with a row below that does',
      ID,
      'List of 2026,\n,\nNAME,Street\na,1\n',
      'uses: Name, Street (row 3 names them: write header: 3 in recipients/a.columns.yaml)',
    ],
    [
      'none of them in the row that is named',
      `${ID}\nheader: 2`,
      'Name,Street\na,1\n',
      'uses: Name, Street (row 1 names them: write header: 1 in recipients/a.columns.yaml)',
    ],
    [
      'no row of them',
      `${ID}\nheader: 9`,
      'Name,Street\na,1\n',
      'recipients/a.columns.yaml:2:9 table/column the table has no row 9',
    ],
    ['nothing', ID, '\n\n', 'recipients/a.csv:1:1 csv/column this table is empty'],
    [
      'a cell below no name',
      ID,
      'Name,Street,\na,1,x\n',
      'recipients/a.csv:2:5 csv/column this cell stands in a column that has no name',
    ],
    ['a row that is too short', ID, 'Name,Street\na\n', 'recipients/a.csv:2:1 csv/ragged-row row 2 has 1 cells'],
    ['a row that is too long', ID, 'Name,Street\na,1,2\n', 'recipients/a.csv:2:5 csv/ragged-row row 2 has 3 cells'],
    [
      'a sheet, which a CSV has not',
      `${ID}\nsheet: Members`,
      'Name,Street\na,1\n',
      'recipients/a.columns.yaml:2:8 data/wrong-value this table has no sheets',
    ],
  ])('report %s', async (_, columns, table, expected) => {
    const [first = '', ...others] = await faults(columns, table);
    expect(first).toContain(expected);
    expect(others.filter((fault) => !fault.includes('neither used nor ignored'))).toEqual([]);
  });

  test('report each of them if all are in other capitals', async () => {
    expect(await faults(ID, 'NAME,STREET\na,1\n')).toEqual([
      expect.stringContaining('no column Name (did you mean NAME?)'),
      expect.stringContaining('no column Street (did you mean STREET?)'),
      expect.stringContaining('2 columns are neither used nor ignored'),
    ]);
  });

  test('are the same in composed and decomposed letters', async () => {
    expect(await read('id: "{Prénom}"', 'Pre\u0301nom,Street\na,1\n')).toEqual([
      { id: 'a', address: { lines: ['1'] } },
    ]);
  });
});

describe('a workbook', () => {
  /** A workbook with this sheet data. */
  async function workbook(rows: string): Promise<Uint8Array> {
    return alteredWorkbook('gaps-openpyxl', 'xl/worksheets/sheet1.xml', (text) =>
      text.replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${rows}</sheetData>`),
    );
  }
  const text = (value: string): string => `<c t="str"><v>${value}</v></c>`;
  const HEADER = `<row>${text('Name')}${text('Street')}</row>`;

  test('is told by its first bytes if its name does not say so, and its rows may be short', async () => {
    const bytes = await workbook(`${HEADER}<row>${text('Anna')}</row>`);
    for (const name of ['recipients/a.xlsx', '(standard input)'])
      expect(await read(ID, bytes, { name })).toEqual([{ id: 'anna' }]);
  });

  test('of another format is reported as what it is', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    for (const name of ['a.xls', 'a.ods', 'a.xlsm', '(standard input)'])
      expect(await read(ID, bytes, { name })).toEqual([[expect.stringContaining('format before 2007 (.xls)')]]);
  });

  test('has the name of a cell also if its row ends before it', async () => {
    const bytes = await workbook(`${HEADER}<row>${text('Anna')}</row>`);
    for await (const outcome of describedTable(`${ID}\nfields: { ward: "{Street}" }`, bytes, { name: 'a.xlsx' })) {
      const [fault] = readFieldValues(valueOf(outcome), new Map([['ward', aField('ward', { required: true })]])).faults;
      expect(fault?.span).toEqual({ file: 'a.xlsx', line: 2, column: 2, cell: 'B2', header: 'Street' });
    }
  });

  test('has the name of the column at the fault of a cell', async () => {
    const bytes = await workbook(`${HEADER}<row>${text('Anna')}<c t="b"><v>1</v></c></row>`);
    for await (const { diagnostics } of describedTable(ID, bytes, { name: 'a.xlsx' }))
      expect(diagnostics.map(({ code, span }) => [code, span.cell, span.header])).toEqual([
        ['workbook/cell', 'B2', 'Street'],
      ]);
  });
});

describe('a value that is missing because its cell is empty', () => {
  /** The faults of the only row of a table, by the name of the cell and of its column. */
  async function missing(columns: string, table: string): Promise<readonly string[]> {
    const lines: string[] = [];
    const declarations = new Map(
      [aField('ward', { required: true }), aField('other')].map((each) => [each.name, each]),
    );
    for await (const outcome of describedTable(columns, table)) {
      const profile = valueOf(outcome);
      const diagnostics = [...profileFaults(profile), ...readFieldValues(profile, declarations).faults];
      lines.push(...diagnostics.map((each) => `${each.span.cell} ${each.span.header} ${inFull(each)}`));
    }
    return lines;
  }

  test('is a fault at the cell: a field that is required', async () => {
    for (const fields of ['{ ward: "{Ward}" }', '{ ward: "{Ward}", other: "{Name}" }', '{ ward: ["{Ward}"] }'])
      expect(await missing(`${ID}\nfields: ${fields}`, 'Name,Street,Ward\na,1,\n')).toEqual([
        'C2 Ward recipients/a.csv:2:5 data/missing-key this cell is empty, and the field ward is required (fill the cell (What a test is about))',
      ]);
  });

  test('is a fault at the cell: a key that its mapping needs', async () => {
    const columns = `${ID}\nholder: { name: "{Person}", since: "{Since}" }\nfields: { ward: x }`;
    expect(await missing(columns, 'Name,Street,Person,Since\na,1,,2020-01-01\n')).toEqual([
      'C2 Person recipients/a.csv:2:5 data/missing-key this cell is empty, and the key name is needed here (fill the cell, or empty those of the keys beside it too)',
    ]);
  });

  test('is a fault at the row if no column is named for it', async () => {
    expect(await missing(ID, 'Name,Street\na,1\n')).toEqual([
      expect.stringContaining('A2 undefined recipients/a.csv:2:1 data/missing-key the field ward is missing here'),
    ]);
  });
});

describe('ids', () => {
  test.each([
    ['Müller & Söhne', 'müller-söhne'],
    ['علي حسن', 'علي-حسن'],
    ['ΑΘΗΝΑ', 'αθηνα'],
    ['O’Brien/7', 'o-brien-7'],
    ['con', 'con-1'],
  ])('of %j are %j', async (name, id) => {
    expect(await read(ID, `Name,Street\n${name},1\n`)).toMatchObject([{ id }]);
  });

  const TABLE = 'Name,Ward,Street,No\nA,N,1,5\na,S,2,5\nb,N,3,5\nb,N,4,5\n–,N,5,5\n';

  test('that are the same name all their rows, and columns that tell them apart', async () => {
    const results = await read(`${ID}\nignore: [Ward, No]`, TABLE);
    const hint = '(write id: "{Name}-{Street}", which is another in each row)';
    expect(results).toEqual([
      { id: 'a', address: { lines: ['1'] } },
      [`recipients/a.csv:3:1 table/id rows 2 and 3 have the same id a ${hint}`],
      { id: 'b', address: { lines: ['3'] } },
      [`recipients/a.csv:5:1 table/id rows 4 and 5 have the same id b ${hint}`],
      [`recipients/a.csv:6:1 table/id row 6 has no id: there is no letter or digit in the columns of the id ${hint}`],
    ]);
  });

  test('may need two more columns, or a new one', async () => {
    const pair = 'Name,Ward,Street\na,N,1\na,N,2\na,S,1\n';
    expect((await faults(`${ID}\nignore: [Ward]`, pair))[0]).toContain('write id: "{Name}-{Ward}-{Street}"');
    const none = 'Name,Ward,Street\na,N,1\na,N,1\n';
    expect((await faults(`${ID}\nignore: [Ward]`, none))[0]).toContain(
      'make the id of columns that tell the rows apart',
    );
  });

  test('of standard input are compared with the rows before', async () => {
    const results = await readAll(describedTable(`${ID}\nignore: [Ward, No]`, TABLE, { canReadAgain: false }));
    expect(String(results[1])).toContain('rows 2 and 3 have the same id a');
  });

  test('are not known where a cell has a fault, which is reported alone', async () => {
    const results = await read(ID, 'Name,Street\na\u0007,1\nb,2\n');
    expect(results[0]).toEqual([expect.stringContaining('file/forbidden-character')]);
    expect(results).toHaveLength(2);
  });
});

test('reports lines at the cell that has them', async () => {
  const columns = `${ID}\nholder: { name: "{First} {Last} {More}" }`;
  expect(await faults(columns, 'Name,First,Last,More,Street\na,Anna," X\nY","Z\n",1\n')).toEqual([
    expect.stringContaining('a.csv:2:8 table/cell this cell has several lines'),
  ]);
});

test('reports all faults of a row, and reads the other rows', async () => {
  const columns = `${ID}\nholder: { name: "{Person}" }\nstate: { from: "{State}", values: { Belgium: BE } }`;
  const results = await read(columns, 'Name,Person,State,Street\na,"x\ny",Belgia,1\nb,z,Belgium,2\n');
  expect(results[0]).toEqual([
    'recipients/a.csv:2:3 table/cell this cell has several lines, and its value is one line (write it on one line; only envelope, address.lines and fields of the type lines may have several)',
    'recipients/a.csv:3:4 table/cell values does not say what Belgia becomes (add it to values; it has Belgium)',
  ]);
  expect(results[1]).toMatchObject({ id: 'b', state: 'BE' });
});
