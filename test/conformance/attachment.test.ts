import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { EMBEDDED_FILES } from './printed-letters.ts';
import { outputOf } from './tools.ts';

const withSource = inject('withSource');

test('--attach-source attaches the written Markdown to the PDF, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-attached-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await outputOf('pdfdetach', ['-saveall', '-o', folder, withSource.pdf]);
  expect(readdirSync(folder)).toEqual([basename(withSource.written)]);
  expect(readFileSync(join(folder, basename(withSource.written)))).toEqual(readFileSync(withSource.written));
});

test('--embed puts what a letter encloses into its PDF, under its name', async () => {
  const embedded = inject('letters').filter(({ name }) => name === 'the-chair.en' || name === 'be-minister.en');
  expect(embedded).toHaveLength(2);
  for (const { pdf } of embedded) {
    const list = await outputOf('pdfdetach', ['-list', pdf]);
    for (const name of Object.keys(EMBEDDED_FILES)) expect(list).toContain(name);
    const folder = mkdtempSync(join(tmpdir(), 'demarche-embedded-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await outputOf('pdfdetach', ['-saveall', '-o', folder, pdf]);
    const saved = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
    expect(new Map(saved)).toEqual(
      new Map(Object.entries(EMBEDDED_FILES).map(([name, bytes]) => [name, Buffer.from(bytes)])),
    );
  }
});

test('without --attach-source, a letter has no attachments', async () => {
  const letters = inject('letters');
  const first = letters.find(({ name }) => name === withSource.name);
  expect(await outputOf('pdfdetach', ['-list', first?.pdf ?? ''])).toBe('0 embedded files\n');
});
