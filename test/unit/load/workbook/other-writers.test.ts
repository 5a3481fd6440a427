import { describe, expect, test } from 'vitest';
import { MAX_INFLATED_BYTES } from '../../../../src/load/workbook/zip-entries.ts';
import { MAX_WORKBOOK_BYTES, readWorkbook } from '../../../../src/load/workbook/read-workbook.ts';
import type { ReadResult } from '../../../../src/world.ts';
import { inFull } from '../../../support/outcomes.ts';
import { alteredWorkbook, entriesOfFixture, zipOf } from '../../../support/workbooks/altered-workbook.ts';
import { fixtureBytes, outcomesOf, readBytesOf } from '../../../support/workbooks/read-fixture.ts';

const BASE = 'gaps-openpyxl';
const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';
const SHARED = 'xl/sharedStrings.xml';
const BOOK = 'xl/workbook.xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ROWS = /<sheetData>.*<\/sheetData>/su;

/** Reads the sheet with other rows. */
async function readRows(rows: string): Promise<unknown> {
  return readBytesOf(
    await alteredWorkbook(BASE, SHEET, (text) => text.replace(ROWS, `<sheetData>${rows}</sheetData>`)),
  );
}

const DAMAGED = [['workbook/format 1:1 this workbook is damaged']];

describe('what other programs write', () => {
  test.each([
    [
      'a phonetic guide, which is no text',
      '<c r="A1" t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is></c>',
      '1: 課',
    ],
    [
      'runs with properties',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a </t></r><r><t>b</t></r></is></c>',
      '1: a b',
    ],
    ['cells and rows without names', '<c t="str"><v>a</v></c><c/><c t="str"><v>b</v></c>', '1: a |  | b'],
    ['an escaped carriage return', '<c r="A1" t="str"><v>a_x000D_\nb</v></c>', '1: a\nb'],
    ['an escaped escape', '<c r="A1" t="str"><v>_x005F_x000D_</v></c>', '1: _x000D_'],
    ['CDATA, entities and comments', '<c r="A1" t="str"><v><![CDATA[a&b]]>&amp;<!-- -->&#x63;</v></c>', '1: a&b&c'],
    [
      'an extension within a cell',
      '<c r="A1" t="str"><v>a</v><extLst><ext xmlns:o="urn:o"><o:v>9</o:v></ext></extLst></c>',
      '1: a',
    ],
    ['a formula of an empty text', '<c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><f>""</f><v></v></c>', '1: a'],
    ['a number with an exponent', '<c r="A1"><v>1.5E3</v></c>', '1: 1500'],
  ])('%s', async (_, cells, expected) => {
    expect(await readRows(`<row>${cells}</row>`)).toEqual([expected]);
  });

  test('a prefix for all elements', async () => {
    const prefixed = (text: string): string =>
      text.replaceAll(/<(\/?)(?=[a-z])/giu, '<$1x:').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
    expect(await readBytesOf(await alteredWorkbook(BASE, SHEET, prefixed))).toEqual(
      await readBytesOf(fixtureBytes(BASE)),
    );
  });

  test('the namespace of strict workbooks', async () => {
    const strict = (text: string): string => text.replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main');
    expect(await readBytesOf(await alteredWorkbook(BASE, SHEET, strict))).toHaveLength(3);
  });

  test('UTF-16', async () => {
    const entries = await entriesOfFixture(BASE);
    const inUtf16 = entries.map((entry) => {
      const text = Buffer.from(entry.content)
        .toString()
        .replace(/<\?xml.*?\?>/u, '');
      return entry.name === SHEET ? { name: SHEET, content: Buffer.from(`\uFEFF${text}`, 'utf16le') } : entry;
    });
    expect(await readBytesOf(zipOf(inUtf16))).toHaveLength(3);
  });

  test('rows that are all hidden unless they have a height', async () => {
    const rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="3" ht="15"><c r="A3"><v>1</v></c></row>';
    const hideAll = (text: string): string =>
      text.replace(ROWS, `<sheetData>${rows}</sheetData>`).replace('<sheetFormatPr', '<sheetFormatPr zeroHeight="1"');
    const read = await readBytesOf(await alteredWorkbook(BASE, SHEET, hideAll));
    expect(read).toEqual([['workbook/hidden-rows A2 row 2 is hidden']]);
  });

  test('a sheet whose name is not one word', async () => {
    const read = await readBytesOf(
      await alteredWorkbook('two-filled-sheets-libreoffice', SHARED, (text) =>
        text.replace('Northgate', 'North\u200Bgate'),
      ),
      { sheet: 'Former members' },
    );
    expect(read[1]).toEqual([
      "file/forbidden-character 'Former members'!C2 U+200B is not allowed in a file: it is an invisible character",
    ]);
  });
});

describe('is refused as damaged', () => {
  test.each([
    [
      'a document type declaration',
      SHEET,
      (text: string) => text.replace('<worksheet', '<!DOCTYPE worksheet><worksheet'),
    ],
    [
      'an entity that is declared',
      SHARED,
      (text: string) => text.replace('<sst', '<!DOCTYPE sst [<!ENTITY e "x">]><sst').replace('>id<', '>&e;<'),
    ],
    ['an entity that is not declared', SHARED, (text: string) => text.replace('>id<', '>&e;<')],
    ['XML that ends too early', SHEET, (text: string) => text.slice(0, -20)],
    ['XML with a tag that is not closed', SHEET, (text: string) => text.replace('</row>', '')],
    ['XML in another encoding', SHEET, (text: string) => `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`],
    ['another root', SHEET, (text: string) => text.replaceAll('worksheet', 'chartsheet')],
    ['another namespace', SHEET, (text: string) => text.replace(MAIN, 'urn:other')],
    [
      'rows out of order',
      SHEET,
      (text: string) => text.replace('<row r="6"', '<row r="2"').replace('r="AB6"', 'r="AB2"'),
    ],
    ['a cell in another row', SHEET, (text: string) => text.replace('r="C4"', 'r="C5"')],
    ['a cell twice', SHEET, (text: string) => text.replace('r="C1"', 'r="A1"')],
    ['a cell beyond the last column', SHEET, (text: string) => text.replace('r="AB6"', 'r="XFE6"')],
    ['a row beyond the last row', SHEET, (text: string) => text.replace('<row r="6"', '<row r="1048577"')],
    ['a sheet without a file', BOOK, (text: string) => text.replace('r:id="rId1"', 'r:id="rId77"')],
    ['a sheet in another place', 'xl/_rels/workbook.xml.rels', (text: string) => text.replace('sheet1', 'sheet7')],
    [
      'a sheet outside the file',
      'xl/_rels/workbook.xml.rels',
      (text: string) =>
        text.replace('Target="/xl/worksheets/sheet1.xml"', 'Target="/xl/worksheets/sheet1.xml" TargetMode="External"'),
    ],
  ])('%s', async (_, entry, change) => {
    // openpyxl writes texts into their cells; LibreOffice shares them.
    const base = entry === SHARED ? 'gaps-libreoffice' : BASE;
    expect(await readBytesOf(await alteredWorkbook(base, entry, change))).toEqual(DAMAGED);
  });

  test('an entry whose checksum or size is not the one that is stated, or that leads out of the folder', async () => {
    const entries = await entriesOfFixture(BASE);
    const changed = (change: object) =>
      readBytesOf(zipOf(entries.map((entry) => (entry.name === SHEET ? { ...entry, ...change } : entry))));
    expect(await changed({})).toHaveLength(3);
    expect(await changed({ statedChecksum: 1 })).toEqual(DAMAGED);
    expect(await changed({ statedSize: 100 })).toEqual(DAMAGED);
    expect(await changed({ name: '../sheet1.xml' })).toEqual(DAMAGED);
    expect(await changed({ flags: 1 })).toEqual([['workbook/format 1:1 this workbook is encrypted']]);
  });

  test('two entries of one name, also in letters of another case', async () => {
    const entries = await entriesOfFixture(BASE);
    for (const name of [SHEET, SHEET.toUpperCase()]) {
      const doubled = zipOf([
        ...entries,
        { name, content: entries.find((entry) => entry.name === SHEET)?.content ?? Buffer.of() },
      ]);
      expect(await readBytesOf(doubled)).toEqual(DAMAGED);
    }
  });

  test('a file that is cut off', async () => {
    expect(await readBytesOf(fixtureBytes(BASE).subarray(0, 3000))).toEqual(DAMAGED);
  });
});

describe('a cell that refers to nothing', () => {
  test.each([
    ['a shared text', '<c r="A1" t="s"><v>999</v></c>'],
    ['a number', '<c r="A1"><v>12a</v></c>'],
    ['an infinite number', '<c r="A1"><v>1E999</v></c>'],
    ['a type', '<c r="A1" t="z"><v>1</v></c>'],
  ])('%s', async (_, cell) => {
    const message = 'workbook/cell A1 this cell refers to something that is not in the file';
    expect(await readRows(`<row r="1">${cell}</row>`)).toEqual([[message]]);
  });
});

test('a format that is only in conditional formatting is not that of a cell', async () => {
  const styles = (text: string): string =>
    text.replace('</styleSheet>', '<dxfs><dxf><numFmt numFmtId="0" formatCode="0%"/></dxf></dxfs></styleSheet>');
  const name = 'kinds-openpyxl';
  expect(await readBytesOf(await alteredWorkbook(name, STYLES, styles))).toEqual(await readBytesOf(fixtureBytes(name)));
});

test.each([
  ['nothing', '', 'this file is not a workbook'],
  ['a text', 'id,name\n', 'this file is not a workbook'],
])('%s is not a workbook', async (_, text, message) => {
  expect(await readBytesOf(Buffer.from(text))).toEqual([[`workbook/format 1:1 ${message}`]]);
});

test.each([
  ['a zip file of other things', [{ name: 'a.txt', content: Buffer.from('x') }], 'this file is not a workbook'],
  [
    'an OpenDocument file',
    [{ name: 'content.xml', content: Buffer.from('<x/>') }],
    'this is an OpenDocument file (.ods)',
  ],
])('%s is not a workbook', async (_, entries, message) => {
  expect(await readBytesOf(zipOf(entries))).toEqual([[`workbook/format 1:1 ${message}`]]);
});

test.each([
  ['a document', 'wordprocessingml.document.main+xml', 'this file is not a workbook'],
  ['a binary workbook', 'sheet.binary.macroEnabled.main', 'this is a binary workbook (.xlsb)'],
])('%s is not a workbook that is read', async (_, type, message) => {
  const file = await alteredWorkbook(BASE, '[Content_Types].xml', (text) =>
    text.replace('spreadsheetml.sheet.main+xml', type),
  );
  expect(await readBytesOf(file)).toEqual([[`workbook/format 1:1 ${message}`]]);
});

test('an entry that inflates to more than the limit is refused before it is inflated', async () => {
  const entries = await entriesOfFixture(BASE);
  const large = entries.map((entry) =>
    entry.name === SHEET ? { ...entry, statedSize: MAX_INFLATED_BYTES + 1 } : entry,
  );
  expect(await readBytesOf(zipOf(large))).toEqual([
    ['workbook/format 1:1 this workbook has more than 300 MB once it is inflated'],
  ]);
});

test('a file that is larger than a workbook may be is not read to its end', async () => {
  let chunkCount = 0;
  const endless = async function* (): AsyncGenerator<ReadResult<Uint8Array>> {
    for (; ; chunkCount += 1) yield { ok: true, value: new Uint8Array(1_000_000) };
  };
  const faults = [];
  for await (const outcome of readWorkbook('a.xlsx', endless())) faults.push(...outcome.diagnostics.map(inFull));
  expect(faults).toEqual([
    'a.xlsx:1:1 file/too-large a.xlsx: this file is larger than 20 MB; it holds profiles of recipients (divide it into several files)',
  ]);
  expect(chunkCount).toBe(MAX_WORKBOOK_BYTES / 1_000_000);
});

test('a file that cannot be read is a fault of the file', async () => {
  const chunks = async function* (): AsyncGenerator<ReadResult<Uint8Array>> {
    yield { ok: true, value: new Uint8Array(3) };
    yield { ok: false, problem: 'missing' };
  };
  const codes = [];
  for await (const outcome of readWorkbook('a.xlsx', chunks()))
    codes.push(...outcome.diagnostics.map(({ code }) => code));
  expect(codes).toEqual(['file/missing']);
});

test('a cell has the row and the column of the sheet as its line and column', async () => {
  const [, row] = await outcomesOf(fixtureBytes(BASE));
  expect(row?.ok === true ? row.value.cells[2] : row).toEqual({
    text: 'Northgate',
    span: { file: 'a.xlsx', line: 4, column: 3, cell: 'C4' },
  });
});

test('a cell far beyond the table is a fault of its row, so that no row has thousands of empty cells', async () => {
  expect(await readRows('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>')).toEqual([
    ['workbook/cell XFD1 this cell is far beyond the table, which may have 1000 columns'],
  ]);
});
