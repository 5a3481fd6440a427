import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';

test('pdfkit has the private field that is used: a catalogue that page labels and the outline can be put into', () => {
  const document = new PDFDocument({ autoFirstPage: false }) as unknown as {
    _root?: { data?: Record<string, unknown> };
  };
  expect(document._root?.data?.['Type']).toBe('Catalog');
});

test('pdfkit turns pages upside down in the way that is undone', () => {
  const document = new PDFDocument({ size: [595.28, 841.89], margin: 0, compress: false, autoFirstPage: false });
  const written: string[] = [];
  document.on('pageAdded', () => written.push('added'));
  document.addPage();
  const { content } = document.page as unknown as { content: { buffer: Uint8Array[] } };
  expect(written).toEqual(['added']);
  expect(Buffer.concat(content.buffer).toString('latin1')).toBe('1 0 0 -1 0 841.89 cm\n');
});
