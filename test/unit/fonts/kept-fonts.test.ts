import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { loadFontsOnce } from '../../../src/fonts/kept-fonts.ts';
import type { LoadedFonts, ReadResource } from '../../../src/fonts/lazy-fonts.ts';
import type { FontFile } from '../../../src/model/font-settings.ts';
import { type TestFont, fontBytes } from '../../support/own-fonts.ts';

/** Returns a function that reads fonts from the disk, another one at each call. */
function createReader(): ReadResource {
  return (specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier));
}

function fileOf(name: TestFont, line = 1): FontFile {
  const span = { file: 'letter.yaml', line, column: 1 };
  return { face: 'also-0', file: 'templates/l/fonts/Name.ttf', bytes: fontBytes(name), span };
}

async function load(readResource: ReadResource, files: readonly FontFile[]): Promise<LoadedFonts> {
  const outcome = await loadFontsOnce(readResource, files);
  if (!outcome.ok) throw new Error('the fonts have a fault');
  return outcome.value;
}

test('fonts are opened once for the same reader and the same files', async () => {
  const reader = createReader();
  const first = await (await load(reader, [])).open();
  expect(await (await load(reader, [])).open()).toBe(first);
  expect(await (await load(createReader(), [])).open()).not.toBe(first);
});

test('fonts of the campaign stay open while their bytes are the same, in any line of the settings', async () => {
  const reader = createReader();
  const first = await load(reader, [fileOf('hebrew')]);
  const moved = await load(reader, [fileOf('hebrew', 9)]);
  expect(await moved.open()).toBe(await first.open());
  expect(moved.files[0]?.span.line).toBe(9);
  const other = await load(reader, [fileOf('hebrew-bold')]);
  expect(await other.open()).not.toBe(await first.open());
  expect((await other.open()).describe('also-0').postScriptName).toContain('Bold');
});

test('a font with a fault is checked again', async () => {
  const reader = createReader();
  const damaged = { ...fileOf('hebrew'), bytes: new Uint8Array(100) };
  expect((await loadFontsOnce(reader, [damaged])).ok).toBe(false);
  expect((await loadFontsOnce(reader, [damaged])).ok).toBe(false);
  expect((await loadFontsOnce(reader, [fileOf('hebrew')])).ok).toBe(true);
});
