import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notAFileFault } from '../../../src/run/manifest.ts';
import { openOutputFolder } from '../../../src/cli/output-folder.ts';

let base: string;
const bytes = new TextEncoder().encode('letter');

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'demarche-output-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function openOutput(isNamedByUser = true) {
  return openOutputFolder({ folder: join(base, 'out'), name: 'out', isNamedByUser });
}

describe('writing', () => {
  test('creates the folders and leaves only the file in them', async () => {
    expect(await openOutput().write('letter/a.md', bytes)).toEqual({ ok: true });
    expect(readdirSync(join(base, 'out/letter'))).toEqual(['a.md']);
    expect(readFileSync(join(base, 'out/letter/a.md'), 'utf8')).toBe('letter');
  });

  test('replaces a link by the file instead of writing through it', async () => {
    mkdirSync(join(base, 'out'));
    writeFileSync(join(base, 'precious'), 'precious');
    symlinkSync(join(base, 'precious'), join(base, 'out/a.md'));
    await openOutput().write('a.md', bytes);
    expect(readFileSync(join(base, 'precious'), 'utf8')).toBe('precious');
  });

  test('reading through a link or a folder is refused, and a failed system call is reported as such', async () => {
    const output = openOutput();
    mkdirSync(join(base, 'out/folder'), { recursive: true });
    symlinkSync(join(base, 'precious'), join(base, 'out/link'));
    for (const path of ['folder', 'link']) {
      expect([await output.read(path), output.whyUnreadable?.(path)]).toEqual(['in-the-way', undefined]);
    }
    const long = 'x'.repeat(300);
    for (const path of [long, `${long}/a.md`, `folder/${long}`]) {
      expect(await output.read(path)).toBe('in-the-way');
      expect(output.whyUnreadable?.(path)).toContain('the name is too long for this disk');
      expect(notAFileFault(output, path)).toMatchObject({ code: 'output/failed' });
    }
  });

  test('leaves nothing behind when it cannot be done, and says why', async () => {
    mkdirSync(join(base, 'out/a.md'), { recursive: true });
    const written = await openOutput().write('a.md', bytes);
    expect(written).toMatchObject({ ok: false });
    expect(readdirSync(join(base, 'out'))).toEqual(['a.md']);
  });

  test('refuses to write into a folder that is a symbolic link', async () => {
    mkdirSync(join(base, 'out'));
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), join(base, 'out/letter'));
    expect(await openOutput().write('letter/a.md', bytes)).toMatchObject({ ok: false });
    expect(readdirSync(join(base, 'elsewhere'))).toEqual([]);
  });

  test.each([
    [true, true],
    [false, false],
  ])(
    'follows an output folder that is a symbolic link only if the command line names it (%s)',
    async (isNamedByUser, ok) => {
      mkdirSync(join(base, 'elsewhere'));
      symlinkSync(join(base, 'elsewhere'), join(base, 'out'));
      expect(await openOutput(isNamedByUser).write('letter/a.md', bytes)).toMatchObject({ ok });
    },
  );
});

describe('reading', () => {
  test('returns the bytes of a file, or undefined if it is missing', async () => {
    await openOutput().write('a.md', bytes);
    expect(await openOutput().read('a.md')).toEqual(Buffer.from('letter'));
    expect(await openOutput().read('b.md')).toBeUndefined();
    expect(await openOutput().read('letter/b.md')).toBeUndefined();
  });

  test('returns in-the-way for a folder, a link and a path below a file', async () => {
    mkdirSync(join(base, 'out/folder'), { recursive: true });
    symlinkSync('nowhere', join(base, 'out/link'));
    writeFileSync(join(base, 'out/file'), '');
    expect(await openOutput().read('folder')).toBe('in-the-way');
    expect(await openOutput().read('link')).toBe('in-the-way');
    expect(await openOutput().read('file/a.md')).toBe('in-the-way');
  });
});

test('appending extends an existing file and creates a missing one', async () => {
  await openOutput().append('letter/log', bytes);
  await openOutput().append('letter/log', bytes);
  expect(readFileSync(join(base, 'out/letter/log'), 'utf8')).toBe('letterletter');
});

test('appending follows no link', async () => {
  mkdirSync(join(base, 'out'));
  writeFileSync(join(base, 'precious'), 'precious');
  symlinkSync(join(base, 'precious'), join(base, 'out/log'));
  expect(await openOutput().append('log', bytes)).toMatchObject({ ok: false });
  expect(readFileSync(join(base, 'precious'), 'utf8')).toBe('precious');
});
