import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LockHolder, takeLock } from '../../../src/cli/lock-file.ts';
import { openOutputFolder } from '../../../src/cli/output-folder.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-lock-'));
  path = join(folder, 'manifest.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A lock like ours that somebody else left, with some of it changed. */
async function leave(changes: Partial<LockHolder>): Promise<void> {
  const taken = await takeLock(path, 'aaaa');
  const text = readFileSync(path, 'utf8');
  if (taken.ok) taken.release();
  const holder: object = JSON.parse(text);
  writeFileSync(path, JSON.stringify({ ...holder, token: 'dddd', ...changes }));
}

describe('a lock', () => {
  test('is taken by one and refused to others, who are told by whom, until it is released', async () => {
    const first = await takeLock(path, 'aaaa');
    expect(first).toMatchObject({ ok: true, previousHolder: undefined });
    expect(await takeLock(path, 'bbbb')).toEqual({ ok: false, holder: `process ${process.pid}` });
    if (first.ok) first.release();
    expect(existsSync(path)).toBe(false);
    expect(await takeLock(path, 'bbbb')).toMatchObject({ ok: true });
  });

  test.each<[string, Partial<LockHolder>]>([
    ['that is no longer there', { pid: 2 ** 22 + 1 }],
    ['whose number another process has now', { began: '1' }],
  ])('of a process %s is taken over, and it is known whose it was', async (_, changes) => {
    await leave(changes);
    expect(await takeLock(path, 'bbbb')).toMatchObject({ ok: true, previousHolder: { token: 'dddd' } });
    expect(readdirSync(folder)).toEqual(['manifest.lock']);
    expect(readFileSync(path, 'utf8')).toContain('bbbb');
  });

  test('of another machine is taken over only when it shows no life', async () => {
    await leave({ place: 'elsewhere' });
    const living = setInterval(() => utimesSync(path, new Date(), new Date()), 5);
    const refused = await takeLock(path, 'bbbb', 60);
    clearInterval(living);
    expect(refused).toEqual({ ok: false, holder: expect.stringMatching(/^process \d+ on another machine/) });
    expect(await takeLock(path, 'bbbb', 60)).toMatchObject({ ok: true });
  });

  test.each<[string, (place: string) => void, string]>([
    ['a folder', (place) => mkdirSync(place), 'there is something of that name that is not a regular file'],
    ['a link', (place) => symlinkSync('/dev/null', place), 'it is a symbolic link'],
    [
      'a pipe',
      (place) => execFileSync('mkfifo', [place]),
      'there is something of that name that is not a regular file',
    ],
  ])('is refused where %s stands in its place, which stays', async (_, put, reason) => {
    put(path);
    const output = openOutputFolder({ folder, name: 'out', isNamedByUser: true });
    expect(await output.lock('manifest.lock')).toEqual({ ok: false, reason });
    expect(readdirSync(folder)).toEqual(['manifest.lock']);
  });

  test.each(['', '{', '{"token":"../x","pid":1,"began":"","place":""}'])(
    'that does not say whose it is (%j) is taken over when it shows no life',
    async (text) => {
      writeFileSync(path, text);
      expect(await takeLock(path, 'bbbb', 20)).toMatchObject({ ok: true, previousHolder: undefined });
    },
  );

  test('that is not ours any more is not released', async () => {
    const taken = await takeLock(path, 'aaaa');
    writeFileSync(path, 'theirs');
    if (taken.ok) taken.release();
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });
});

describe('what a run that was killed leaves', () => {
  const output = () => openOutputFolder({ folder, name: 'out', isNamedByUser: true });
  const LITTER = ['.demarche-dddd-1.tmp', '.demarche-eeee-1.tmp'];

  test('is cleared away by the next, and nothing else', async () => {
    for (const name of [...LITTER, 'notes.tmp']) writeFileSync(join(folder, name), '');
    expect(await output().lock('manifest.lock')).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['manifest.lock', 'notes.tmp']);
  });

  test('beside another run, only what was of the run that had the same lock', async () => {
    for (const name of [...LITTER, 'manifest.1-of-2.lock']) writeFileSync(join(folder, name), '');
    await leave({ pid: 2 ** 22 + 1 });
    expect(await output().lock('manifest.lock')).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['.demarche-eeee-1.tmp', 'manifest.1-of-2.lock', 'manifest.lock']);
  });

  test('a folder that was made for nothing goes again', async () => {
    const taken = await output().lock('new/letter/manifest.lock');
    expect(existsSync(join(folder, 'new/letter'))).toBe(true);
    if (taken.ok) await taken.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
