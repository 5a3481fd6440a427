import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOutputFolder } from '../../../src/cli/output-folder.ts';

let base: string;
const bytes = new TextEncoder().encode('letter');

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'demarche-output-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function output(named = true) {
  return openOutputFolder({ folder: join(base, 'out'), name: 'out', isNamedByUser: named });
}

describe('writing', () => {
  test('makes the folders and leaves the file and nothing else', async () => {
    expect(await output().write('letter/a.md', bytes)).toEqual({ ok: true });
    expect(readdirSync(join(base, 'out/letter'))).toEqual(['a.md']);
    expect(readFileSync(join(base, 'out/letter/a.md'), 'utf8')).toBe('letter');
  });

  test('replaces a link by the file instead of writing through it', async () => {
    mkdirSync(join(base, 'out'));
    writeFileSync(join(base, 'precious'), 'precious');
    symlinkSync(join(base, 'precious'), join(base, 'out/a.md'));
    await output().write('a.md', bytes);
    expect(readFileSync(join(base, 'precious'), 'utf8')).toBe('precious');
  });

  test('leaves nothing behind when it cannot be done, and says why', async () => {
    mkdirSync(join(base, 'out/a.md'), { recursive: true });
    const written = await output().write('a.md', bytes);
    expect(written).toMatchObject({ ok: false });
    expect(readdirSync(join(base, 'out'))).toEqual(['a.md']);
  });

  test('does not go into a folder that is a link', async () => {
    mkdirSync(join(base, 'out'));
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), join(base, 'out/letter'));
    expect(await output().write('letter/a.md', bytes)).toMatchObject({ ok: false });
    expect(readdirSync(join(base, 'elsewhere'))).toEqual([]);
  });

  test.each([
    [true, true],
    [false, false],
  ])('goes into an output folder that is a link only if the command line names it (%s)', async (named, ok) => {
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), join(base, 'out'));
    expect(await output(named).write('letter/a.md', bytes)).toMatchObject({ ok });
  });
});

describe('reading what is there', () => {
  test('gives bytes, or nothing', async () => {
    await output().write('a.md', bytes);
    expect(await output().read('a.md')).toEqual(Buffer.from('letter'));
    expect(await output().read('b.md')).toBeUndefined();
    expect(await output().read('letter/b.md')).toBeUndefined();
  });

  test('calls a folder and a link what they are: in the way', async () => {
    mkdirSync(join(base, 'out/folder'), { recursive: true });
    symlinkSync('nowhere', join(base, 'out/link'));
    writeFileSync(join(base, 'out/file'), '');
    expect(await output().read('folder')).toBe('in-the-way');
    expect(await output().read('link')).toBe('in-the-way');
    expect(await output().read('file/a.md')).toBe('in-the-way');
  });
});

test('appending adds to what is there, and makes what is not', async () => {
  await output().append('letter/log', bytes);
  await output().append('letter/log', bytes);
  expect(readFileSync(join(base, 'out/letter/log'), 'utf8')).toBe('letterletter');
});

test('appending follows no link', async () => {
  mkdirSync(join(base, 'out'));
  writeFileSync(join(base, 'precious'), 'precious');
  symlinkSync(join(base, 'precious'), join(base, 'out/log'));
  expect(await output().append('log', bytes)).toMatchObject({ ok: false });
  expect(readFileSync(join(base, 'precious'), 'utf8')).toBe('precious');
});
