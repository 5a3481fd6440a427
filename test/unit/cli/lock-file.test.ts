import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeDeadLock, takeLock } from '../../../src/cli/lock-file.ts';
import type { LockHolder } from '../../../src/cli/lock-holder.ts';
import { openOutputFolder } from '../../../src/cli/output-folder.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-lock-'));
  path = join(folder, 'manifest.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the lock file that another run left: a valid one with another token and these changes. */
async function leaveLock(changes: Partial<LockHolder>): Promise<void> {
  const taken = await takeLock(path, 'aaaa');
  const text = readFileSync(path, 'utf8');
  if (taken.ok) taken.release();
  const holder: object = JSON.parse(text);
  writeFileSync(path, JSON.stringify({ ...holder, token: 'dddd', ...changes }));
}

describe('a lock', () => {
  test('is refused to a second run, with the name of its holder, until it is released', async () => {
    const first = await takeLock(path, 'aaaa');
    expect(first).toMatchObject({ ok: true, previousHolder: undefined });
    expect(await takeLock(path, 'bbbb')).toEqual({ ok: false, holder: `process ${process.pid}` });
    if (first.ok) first.release();
    expect(existsSync(path)).toBe(false);
    expect(await takeLock(path, 'bbbb')).toMatchObject({ ok: true });
  });

  test.each<[string, Partial<LockHolder>]>([
    ['that has ended', { pid: 2 ** 22 + 1 }],
    ['whose process id now belongs to another process', { began: '1' }],
  ])('of a process %s is taken over, and the previous holder is returned', async (_, changes) => {
    await leaveLock(changes);
    expect(await takeLock(path, 'bbbb')).toMatchObject({ ok: true, previousHolder: { token: 'dddd' } });
    expect(readdirSync(folder)).toEqual(['manifest.lock']);
    expect(readFileSync(path, 'utf8')).toContain('bbbb');
  });

  test('of another machine is taken over only if its file is no longer touched', async () => {
    await leaveLock({ place: 'elsewhere' });
    const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), 5);
    const refused = await takeLock(path, 'bbbb', 60);
    clearInterval(heartbeat);
    expect(refused).toEqual({ ok: false, holder: expect.stringMatching(/^process \d+ on another machine/) });
    expect(await takeLock(path, 'bbbb', 60)).toMatchObject({ ok: true });
  });

  test('of another machine that is released while a run waits is taken', async () => {
    await leaveLock({ place: 'elsewhere' });
    setTimeout(() => rmSync(path), 20);
    expect(await takeLock(path, 'bbbb', 60)).toMatchObject({ ok: true, previousHolder: undefined });
    expect(readFileSync(path, 'utf8')).toContain('bbbb');
  });

  test('that was taken over meanwhile is not touched by a process that still sees the dead one', async () => {
    await leaveLock({ pid: 2 ** 22 + 1 });
    const dead = readFileSync(path, 'utf8');
    expect(await takeLock(path, 'aaaa')).toMatchObject({ ok: true });
    // Renaming a file, even away and back, changes the time of its last status change.
    const changedAt = statSync(path, { bigint: true }).ctimeNs;
    expect(removeDeadLock(path, dead)).toBe(false);
    expect(statSync(path, { bigint: true }).ctimeNs).toBe(changedAt);
    expect(readdirSync(folder)).toEqual(['manifest.lock']);
  });

  test('that has ended is removed by one process at a time, even if one was killed while it did', async () => {
    await leaveLock({ pid: 2 ** 22 + 1 });
    const [guard, dead] = [`${path}.removal`, readFileSync(path, 'utf8')];
    writeFileSync(guard, '');
    expect(removeDeadLock(path, dead)).toBe(false);
    expect(readdirSync(folder)).toEqual(['manifest.lock', 'manifest.lock.removal']);
    utimesSync(guard, new Date(0), new Date(0));
    expect(await takeLock(path, 'bbbb')).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['manifest.lock']);
  });

  test.each<[string, (target: string) => void, string]>([
    ['a folder', (target) => mkdirSync(target), 'there is something of that name that is not a regular file'],
    ['a symbolic link', (target) => symlinkSync('/dev/null', target), 'it is a symbolic link'],
    [
      'a pipe',
      (target) => execFileSync('mkfifo', [target]),
      'there is something of that name that is not a regular file',
    ],
  ])('is refused if %s is at its path, which is not removed', async (_, createObstacle, reason) => {
    createObstacle(path);
    const output = openOutputFolder({ folder, name: 'out', isNamedByUser: true });
    expect(await output.lock('manifest.lock')).toEqual({ ok: false, reason });
    expect(readdirSync(folder)).toEqual(['manifest.lock']);
  });

  test.each(['', '{', '{"token":"../x","pid":1,"began":"","place":""}'])(
    'that names no valid holder (%j) is taken over if its file is no longer touched',
    async (text) => {
      writeFileSync(path, text);
      expect(await takeLock(path, 'bbbb', 20)).toMatchObject({ ok: true, previousHolder: undefined });
    },
  );

  test('that another run has taken over is not released', async () => {
    const taken = await takeLock(path, 'aaaa');
    writeFileSync(path, 'theirs');
    if (taken.ok) taken.release();
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });
});

describe('cleaning up', () => {
  const openOutput = () => openOutputFolder({ folder, name: 'out', isNamedByUser: true });
  const LEFTOVERS = ['.demarche-dddd-1.tmp', '.demarche-eeee-1.tmp'];

  test('removes the files that a killed run left, and nothing else', async () => {
    for (const name of [...LEFTOVERS, 'notes.tmp']) writeFileSync(join(folder, name), '');
    expect(await openOutput().lock('manifest.lock')).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['manifest.lock', 'notes.tmp']);
  });

  test('removes only files of the previous holder of the lock while another run is active', async () => {
    for (const name of [...LEFTOVERS, 'manifest.1-of-2.lock']) writeFileSync(join(folder, name), '');
    await leaveLock({ pid: 2 ** 22 + 1 });
    expect(await openOutput().lock('manifest.lock')).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['.demarche-eeee-1.tmp', 'manifest.1-of-2.lock', 'manifest.lock']);
  });

  test('removes the folders that were created for a lock when it is released', async () => {
    const taken = await openOutput().lock('new/letter/manifest.lock');
    expect(existsSync(join(folder, 'new/letter'))).toBe(true);
    if (taken.ok) await taken.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
