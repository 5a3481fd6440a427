import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder, finishFolder, inspectPlace } from '../../../src/cli/new-folder.ts';
import { folderWith } from '../../support/in-process.ts';
import { temporaryFolder } from '../../support/run-demarche.ts';

const FILES = new Map([
  ['.gitignore', '/out/\n'],
  ['recipients/people.yaml', '[]\n'],
  ['templates/letter/letter.yaml', 'date: 2026-01-01\n'],
]);
const running = new AbortController().signal;

/** The paths of all files and folders below a folder, hidden ones included. */
function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}

const WHOLE = [
  '.gitignore',
  'recipients',
  'recipients/people.yaml',
  'templates',
  'templates/letter',
  'templates/letter/letter.yaml',
];

describe('a folder is created with all of its files and nothing else', () => {
  test.each(['new', 'new/in/new', '.'])('as %j', async (name) => {
    const base = temporaryFolder();
    await createFolder(join(base, name), FILES, running);
    expect(pathsIn(join(base, name))).toEqual(WHOLE);
    expect(readFileSync(join(base, name, 'recipients/people.yaml'), 'utf8')).toBe('[]\n');
    expect(pathsIn(base).filter((path) => path.includes('.demarche'))).toEqual([]);
  });

  test('one of them as a copy of another file, byte by byte', async () => {
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, index) => index % 251);
    const base = folderWith({ 'table.xlsx': '' });
    writeFileSync(join(base, 'table.xlsx'), bytes);
    await createFolder(join(base, 'new'), new Map([['a/b.xlsx', { copyOf: join(base, 'table.xlsx') }]]), running);
    expect(readFileSync(join(base, 'new/a/b.xlsx')).equals(bytes)).toBe(true);
  });

  test('beside the repository of git that is there', async () => {
    const base = folderWith({ '.git/HEAD': 'ref: refs/heads/main\n' });
    await createFolder(base, FILES, running);
    expect(pathsIn(base)).toEqual(['.git', '.git/HEAD', ...WHOLE]);
  });

  test('after a process was killed while it wrote one', async () => {
    const base = folderWith({ '.demarche-init.tmp/templates/half.md': 'half' });
    await createFolder(join(base, 'new'), FILES, running);
    expect(pathsIn(base)).toEqual(['new', ...WHOLE.map((path) => `new/${path}`)]);
  });
});

describe('nothing is left if it cannot be created', () => {
  const CLASHING = new Map([...FILES, ['recipients', 'a file where a folder is']]);

  test.each(['new', 'new/in/new', '.'])('because a file cannot be written, as %j', async (name) => {
    const base = temporaryFolder();
    await expect(createFolder(join(base, name), CLASHING, running)).rejects.toThrow(/EEXIST|EISDIR/u);
    expect(pathsIn(base)).toEqual([]);
  });

  test('because another process has created an entry meanwhile, which stays as it is', async () => {
    const base = folderWith({ 'templates/mine.md': 'mine' });
    await expect(createFolder(base, FILES, running)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(pathsIn(base)).toEqual(['templates', 'templates/mine.md']);
  });

  test.each(['new', '.'])('because the run was stopped, as %j', async (name) => {
    const base = temporaryFolder();
    await expect(createFolder(join(base, name), FILES, AbortSignal.abort())).rejects.toThrow('stopped');
    expect(pathsIn(base)).toEqual([]);
  });

  test('because another process is at it', async () => {
    const base = temporaryFolder();
    const [first, second] = await Promise.allSettled([
      createFolder(join(base, 'new'), FILES, running),
      createFolder(join(base, 'new'), FILES, running),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'EBUSY' } });
    expect(pathsIn(join(base, 'new'))).toEqual(WHOLE);
  });
});

describe('a folder in which a process was killed while it moved the entries there', () => {
  const HALF = {
    '.gitignore': '/out/\n',
    '.demarche-init.ready/recipients/people.yaml': '[]\n',
    '.demarche-init.ready/templates/letter/letter.yaml': 'date: 2026-01-01\n',
  };

  test('is completed', async () => {
    const base = folderWith(HALF);
    expect(await finishFolder(base)).toBe(true);
    expect(pathsIn(base)).toEqual(WHOLE);
    expect(await finishFolder(base)).toBe(false);
  });

  test('keeps what has been put there since', async () => {
    const base = folderWith({ ...HALF, 'templates/mine.md': 'mine' });
    await expect(finishFolder(base)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(join(base, 'templates/mine.md'), 'utf8')).toBe('mine');
    expect(existsSync(join(base, '.demarche-init.ready/templates/letter/letter.yaml'))).toBe(true);
  });

  test('is not one if a symbolic link has the name', async () => {
    const [base, elsewhere] = [temporaryFolder(), folderWith({ 'precious.md': 'precious' })];
    symlinkSync(elsewhere, join(base, '.demarche-init.ready'));
    expect(await finishFolder(base)).toBe(false);
    expect(pathsIn(elsewhere)).toEqual(['precious.md']);
  });
});

describe('a place', () => {
  test('is free if there is nothing, or only what is not in the way', () => {
    const base = temporaryFolder();
    expect(inspectPlace(join(base, 'new/in/new'))).toEqual({ kind: 'free' });
    mkdirSync(join(base, '.git'));
    for (const name of ['.DS_Store', 'Thumbs.db', '.demarche-init.lock']) writeFileSync(join(base, name), '');
    expect(inspectPlace(base)).toEqual({ kind: 'free' });
  });

  test('is occupied by all other entries, hidden ones too', () => {
    const base = folderWith({ 'b.md': '', '.gitignore': '', 'a/c.md': '' });
    expect(inspectPlace(base)).toEqual({ kind: 'occupied', names: ['.gitignore', 'a', 'b.md'] });
  });

  test('is no folder if a file or a symbolic link is there, or above it a file', () => {
    const base = folderWith({ 'file.md': '' });
    symlinkSync(temporaryFolder(), join(base, 'link'));
    for (const name of ['file.md', 'file.md/new', 'link'])
      expect(inspectPlace(join(base, name))).toEqual({ kind: 'not-a-folder' });
  });
});
