import { expect, test } from 'vitest';
import { inflateSync } from 'node:zlib';
import { openPdfFiles, type PdfFiles } from '../../../src/write/pdf-file.ts';
import { openEmptyFile } from '../../support/empty-file.ts';
import { pdfName, pdfNumber, pdfText } from '../../../src/write/pdf-syntax.ts';

test('an object that was named and never put in is a bug', () => {
  const file = openEmptyFile();
  const [catalogue, properties] = [file.add('<<>>'), file.add('<<>>')];
  file.reserve();
  expect(() => file.finish(catalogue, properties)).toThrow('object 3 of a PDF was named and never put in');
});

test('streams stand where the table of the file says', () => {
  const file = openEmptyFile();
  const stream = file.addStream('/Kind/Some', Buffer.from('content'));
  const bytes = file.finish(file.add('<<>>'), file.add('<<>>'));
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toContain(`${stream} 0 obj\n<</Kind/Some/Length 7>>\nstream\ncontent\nendstream\nendobj\n`);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(raw)?.[1]);
  expect(raw.slice(start)).toMatch(/^5 0 obj\n<<\/Type\/XRef\/Size 6\/W\[1 4 2\]/);
});

test('every object has its place in the table, the container of the others too', () => {
  const file = openEmptyFile();
  const bodies = Array.from({ length: 200 }, (_, index) => file.add(`<</Number ${index}>>`));
  file.addStream('', Buffer.from('content'));
  const { table } = tableOf(file.finish(1, 2));
  const kinds = Array.from({ length: table.length / 7 }, (_, object) => table[object * 7]);
  expect(kinds).toEqual([0, ...bodies.map(() => 2), 1, 1, 1]);
  expect(table.readUInt16BE(200 * 7 + 5)).toBe(199);
});

test('a file does not show what was written before it', () => {
  const [files, first] = [openPdfFiles(), openPdfFiles()];
  const write = ({ begin, open }: PdfFiles, content: string): string => {
    const beginning = begin((objects) => objects.add(`(${content})`));
    const file = open(beginning);
    file.addStream('', Buffer.from(content));
    return Buffer.from(file.finish(file.add('<<>>'), beginning.names)).toString('latin1');
  };
  write(files, 'a much longer content');
  const second = write(files, 'content');
  expect(second).toBe(write(first, 'content'));
});

test('files with one beginning differ behind it, and know where its objects are', () => {
  const { begin, open } = openPdfFiles();
  const beginning = begin((objects) => {
    objects.addStream('', Buffer.from('shared'));
    return [objects.add('<</Kind/First>>'), objects.add('<</Kind/Second>>')] as const;
  });
  const [one, other] = ['one', 'other'].map((content) => {
    const file = open(beginning);
    file.addStream('', Buffer.from(content));
    return Buffer.from(file.finish(...beginning.names));
  });
  const { length } = beginning.bytes;
  expect(one?.subarray(0, length)).toEqual(other?.subarray(0, length));
  expect(one?.subarray(length)).not.toEqual(other?.subarray(length));
  for (const file of [one, other]) {
    const { raw, table } = tableOf(file ?? Buffer.alloc(0));
    const entries = [1, 2, 3, 4].map((object) => table.subarray(object * 7));
    expect(entries.map(([kind]) => kind)).toEqual([1, 2, 2, 1]);
    expect(raw.slice(table.readUInt32BE(7 + 1))).toMatch(/^1 0 obj\n<<\/Length 6>>\nstream\nshared\n/);
    expect(entries.slice(1, 3).map((entry) => [entry.readUInt32BE(1), entry.readUInt16BE(5)])).toEqual([
      [4, 0],
      [4, 1],
    ]);
    expect(raw.slice(table.readUInt32BE(4 * 7 + 1))).toMatch(/^4 0 obj\n<<\/Type\/ObjStm\/N 2/);
  }
});

/** The table of cross-references that a file ends with. */
function tableOf(file: Uint8Array): { readonly raw: string; readonly table: Buffer } {
  const raw = Buffer.from(file).toString('latin1');
  const tables = [...raw.matchAll(/\/Type\/XRef.*?stream\n(.*?)\nendstream/gs)];
  return { raw, table: inflateSync(Buffer.from(tables[0]?.[1] ?? '', 'latin1')) };
}

test.each([
  ['Plain (text) \\', '(Plain \\(text\\) \\\\)'],
  ['', '()'],
  ['é', '<feff00e9>'],
  ['\u{1F600}', '<feffd83dde00>'],
  ['line\nbreak', '<feff006c0069006e0065000a0062007200650061006b>'],
])('the text %j is spelt %s', (text, spelt) => {
  expect(pdfText(text)).toBe(spelt);
});

test('a name has no sign that ends it', () => {
  expect(pdfName('text/markdown (x)')).toBe('/text#2fmarkdown#20#28x#29');
});

test.each([
  [1 / 3, '0.333'],
  [595.28, '595.28'],
  [-0.0004, '0'],
  [1e-9, '0'],
])('the number %d is spelt %s', (number, spelt) => {
  expect(pdfNumber(number)).toBe(spelt);
});
