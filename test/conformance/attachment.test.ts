import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { outputOf } from './tools.ts';

const withSource = inject('withSource');

test('--attach-source attaches the written Markdown to the PDF, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-attached-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await outputOf('pdfdetach', ['-saveall', '-o', folder, withSource.pdf]);
  expect(readdirSync(folder)).toEqual([basename(withSource.written)]);
  expect(readFileSync(join(folder, basename(withSource.written)))).toEqual(readFileSync(withSource.written));
});

test('without --attach-source, a letter has no attachments', async () => {
  const letters = inject('letters');
  const first = letters.find(({ name }) => name === withSource.name);
  expect(await outputOf('pdfdetach', ['-list', first?.pdf ?? ''])).toBe('0 embedded files\n');
});
