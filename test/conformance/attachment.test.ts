import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { outputOf } from './tools.ts';

const withSource = inject('withSource');

test('--attach-source puts the written Markdown into the PDF, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-attached-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await outputOf('pdfdetach', ['-saveall', '-o', folder, withSource.pdf]);
  expect(readdirSync(folder)).toEqual([basename(withSource.markdown)]);
  expect(readFileSync(join(folder, basename(withSource.markdown)))).toEqual(readFileSync(withSource.markdown));
});

test('without it nothing travels inside a letter', async () => {
  const letters = inject('letters');
  const first = letters.find(({ name }) => name === withSource.name);
  expect(await outputOf('pdfdetach', ['-list', first?.pdf ?? ''])).toBe('0 embedded files\n');
});
