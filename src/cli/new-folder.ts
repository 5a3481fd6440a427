import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { takeLock } from './lock-file.ts';
import { copyNewFile, writeNewFile } from './regular-file.ts';
import { Stopped } from './shell.ts';
import { isSystemError } from './system-error.ts';

/** What is at the path of a folder that is to be created. */
export type NewFolderPlace =
  /** Nothing, or a folder with nothing in the way. */
  | { readonly kind: 'free' }
  /** A folder with these entries, sorted. */
  | { readonly kind: 'occupied'; readonly names: readonly string[] }
  /** A file, a symbolic link or the like; or part of the path is a file. */
  | { readonly kind: 'not-a-folder' };

/** A file of a new folder: its text, or the absolute path of the file of which it is a copy. */
export type NewFile = string | { readonly copyOf: string };

/** Entries beside which a new campaign may be: a repository of git, and what desktops put into every folder. */
const NOT_IN_THE_WAY: ReadonlySet<string> = new Set(['.git', '.DS_Store', '.directory', 'Thumbs.db', 'desktop.ini']);

/** The beginning of the hidden names that this file uses while it writes. */
const PREFIX = '.demarche-init';
/** The lock that excludes other processes that create a folder here. */
const LOCK = `${PREFIX}.lock`;
/** A folder that is being written. If its process was killed, the next one removes it. */
const UNFINISHED = `${PREFIX}.tmp`;
/** A folder that is written, and whose entries are moved into the one that it is in. */
const WRITTEN = `${PREFIX}.ready`;

/** Finds out whether a folder can be created at this absolute path. A symbolic link is not followed. */
export function inspectPlace(path: string): NewFolderPlace {
  try {
    if (!lstatSync(path).isDirectory()) return { kind: 'not-a-folder' };
    const names = readdirSync(path).filter((name) => !NOT_IN_THE_WAY.has(name) && !name.startsWith(PREFIX));
    return names.length === 0 ? { kind: 'free' } : { kind: 'occupied', names: names.toSorted() };
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return { kind: 'free' };
    if (isSystemError(error, 'ENOTDIR')) return { kind: 'not-a-folder' };
    throw error;
  }
}

/**
 * Creates a folder with these files, by path within it. All of them are flushed to the disk before the first is in its
 * place. A new folder appears by one rename, with those above it that are missing. In a folder that exists, which the
 * user may be standing in, the entries are moved one by one, in the given order; if that fails, they are moved back.
 * If the process is killed in between, `finishFolder` moves the others. Throws `Stopped` if `stop` is aborted before,
 * and the errors of system calls.
 */
export async function createFolder(
  path: string,
  files: ReadonlyMap<string, NewFile>,
  stop: AbortSignal,
): Promise<void> {
  const base = nearestFolder(path);
  const missing = relative(base, path).split(sep);
  await withLock(base, async () => {
    const unfinished = join(base, UNFINISHED);
    rmSync(unfinished, { recursive: true, force: true });
    try {
      // The first missing folder is renamed, so the others are made within it.
      await writeFiles(join(unfinished, ...missing.slice(1)), files, stop);
      if (base === path) {
        renameSync(unfinished, join(base, WRITTEN));
        moveEntries(base, topNames(files), { undo: true });
      } else {
        requireAbsent(join(base, missing[0] ?? ''));
        renameSync(unfinished, join(base, missing[0] ?? ''));
      }
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
  });
}

/**
 * Completes a folder in which a process was killed while it moved the entries of a new campaign there. Returns whether
 * there was one. An entry that is in the way is left as it is, and with it the one that was to be moved.
 */
export async function finishFolder(path: string): Promise<boolean> {
  if (inspectPlace(path).kind === 'not-a-folder') return false;
  // A symbolic link of that name is not this program's, and not followed.
  if (lstatSync(join(path, WRITTEN), { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  await withLock(path, async () => moveEntries(path, readdirSync(join(path, WRITTEN)), { undo: false }));
  return true;
}

/** The entries of the folder itself, in the order of the files in them. */
function topNames(files: ReadonlyMap<string, NewFile>): readonly string[] {
  return [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? path))];
}

function moveEntries(folder: string, names: readonly string[], { undo }: { readonly undo: boolean }): void {
  const moved: string[] = [];
  try {
    for (const name of names) {
      requireAbsent(join(folder, name));
      renameSync(join(folder, WRITTEN, name), join(folder, name));
      moved.push(name);
    }
    rmdirSync(join(folder, WRITTEN));
  } catch (error) {
    if (undo) {
      for (const name of moved) renameSync(join(folder, name), join(folder, WRITTEN, name));
      rmSync(join(folder, WRITTEN), { recursive: true, force: true });
    }
    throw error;
  }
}

/** Throws EEXIST if there is anything at the path: rename(2) would replace a file, or an empty folder. */
function requireAbsent(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  throw Object.assign(new Error('exists'), { code: 'EEXIST', syscall: 'rename', path });
}

async function writeFiles(folder: string, files: ReadonlyMap<string, NewFile>, stop: AbortSignal): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [path, file] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (typeof file === 'string') await writeNewFile(join(folder, path), new TextEncoder().encode(file));
    else await copyNewFile(file.copyOf, join(folder, path));
    if (stop.aborted) throw new Stopped();
  }
}

async function withLock(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = await takeLock(join(folder, LOCK), randomBytes(6).toString('hex'));
  if (!lock.ok) throw Object.assign(new Error('locked'), { code: 'EBUSY', syscall: 'open', path: folder });
  try {
    await work();
  } finally {
    lock.release();
  }
}

/** The folder itself if it exists, or the nearest one above it that does. */
function nearestFolder(path: string): string {
  for (let folder = path; ; folder = dirname(folder))
    if (existsSync(folder) || folder === dirname(folder)) return folder;
}
