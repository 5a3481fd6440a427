import { expect, test } from 'vitest';
import { inflateSync } from 'node:zlib';
import { openPdfFiles } from '../../../src/write/pdf-file.ts';
import { pdfName, pdfNumber, pdfText } from '../../../src/write/pdf-syntax.ts';

test('an object that was named and never put in is a bug', () => {
  const file = openPdfFiles()();
  const [catalogue, properties] = [file.add('<<>>'), file.add('<<>>')];
  file.reserve();
  expect(() => file.finish(catalogue, properties)).toThrow('object 3 of a PDF was named and never put in');
});

test('streams stand where the table of the file says', () => {
  const file = openPdfFiles()();
  const stream = file.addStream('/Kind/Some', Buffer.from('content'));
  const bytes = file.finish(file.add('<<>>'), file.add('<<>>'));
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toContain(`${stream} 0 obj\n<</Kind/Some/Length 7>>\nstream\ncontent\nendstream\nendobj\n`);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(raw)?.[1]);
  expect(raw.slice(start)).toMatch(/^5 0 obj\n<<\/Type\/XRef\/Size 6\/W\[1 4 2\]/);
});

test('every object has its place in the table, the container of the others too', () => {
  const file = openPdfFiles()();
  const bodies = Array.from({ length: 200 }, (_, index) => file.add(`<</Number ${index}>>`));
  file.addStream('', Buffer.from('content'));
  const raw = Buffer.from(file.finish(1, 2)).toString('latin1');
  const tables = [...raw.matchAll(/\/Type\/XRef.*?stream\n(.*?)\nendstream/gs)];
  const table = inflateSync(Buffer.from(tables[0]?.[1] ?? '', 'latin1'));
  const kinds = Array.from({ length: table.length / 7 }, (_, object) => table[object * 7]);
  expect(kinds).toEqual([0, ...bodies.map(() => 2), 1, 1, 1]);
  expect(table.readUInt16BE(200 * 7 + 5)).toBe(199);
});

test('a file does not show what was written before it', () => {
  const [openFile, openFirst] = [openPdfFiles(), openPdfFiles()];
  const write = (open: typeof openFile, content: string): string => {
    const file = open();
    file.addStream('', Buffer.from(content));
    return Buffer.from(file.finish(file.add('<<>>'), file.add(`(${content})`))).toString('latin1');
  };
  write(openFile, 'a much longer content');
  const second = write(openFile, 'content');
  expect(second).toBe(write(openFirst, 'content'));
});

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
