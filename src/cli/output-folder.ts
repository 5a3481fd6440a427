import { randomBytes } from 'node:crypto';
import { constants, lstatSync, mkdirSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LockAttempt, OutputFolder, WriteResult } from '../world.ts';
import { takeLock } from './lock-file.ts';
import { appendToFile, readRegularFile, readRegularPart, writeAtomically } from './regular-file.ts';
import { hasCode, reasonOf } from './system-error.ts';

/** The folder that letters are written into. */
export interface OutputLocation {
  /** Its absolute path. */
  readonly folder: string;
  /** Its path as the user knows it, for messages. */
  readonly name: string;
  /** Whether the command line names the folder: only then may it be a symbolic link. */
  readonly isNamedByUser: boolean;
}

/** The prefix of temporary files, which are named `.demarche-<token>-<number>.tmp`. */
const TEMPORARY = '.demarche-';

/** Opens an output folder on this disk. No symbolic link below it is followed, so that nothing is written elsewhere. */
export function openOutputFolder({ folder, name, isNamedByUser: named }: OutputLocation): OutputFolder {
  const token = randomBytes(6).toString('hex');
  let temporaryCount = 0;
  const plainFolders = new Set<string>();
  /**
   * The first folder on the path to the file that is a symbolic link or not a folder. Folders found plain are cached: a
   * process that replaces one during the run could also do so between a second check and the write.
   */
  const obstacleTo = (path: string): string | undefined => {
    const parent = dirname(path);
    if (plainFolders.has(parent)) return undefined;
    const found = findObstacle(folder, path, named ? 1 : 0);
    if (found === 'none') plainFolders.add(parent);
    return found === 'none' || found === 'missing' ? undefined : found.folder;
  };
  const refusal = (path: string): { readonly ok: false; readonly reason: string } | undefined => {
    const obstacle = obstacleTo(path);
    return obstacle === undefined ? undefined : { ok: false, reason: `${obstacle} is not a plain folder` };
  };
  const readPlain = async (path: string, read: (file: string) => Uint8Array | string) => {
    if (obstacleTo(path) !== undefined) return 'in-the-way';
    try {
      const content = read(join(folder, path));
      return content instanceof Uint8Array ? content : 'in-the-way';
    } catch (error) {
      return hasCode(error, 'ENOENT') ? undefined : 'in-the-way';
    }
  };
  return {
    name,
    read: (path) => readPlain(path, (file) => readRegularFile(file, READ_ONLY)),
    readPart: (path, from, to) => readPlain(path, (file) => readRegularPart(file, READ_ONLY, from, to)),
    write: async (path, content) => {
      temporaryCount += 1;
      const temporary = join(folder, dirname(path), `${TEMPORARY}${token}-${temporaryCount}.tmp`);
      return refusal(path) ?? writeAtomically(join(folder, path), temporary, content);
    },
    append: (path, bytes) => Promise.resolve(refusal(path) ?? appendToFile(join(folder, path), bytes)),
    remove: (path) => Promise.resolve(refusal(path) ?? removeFile(join(folder, path))),
    lock: async (path) => refusal(path) ?? lockIn(join(folder, path), token),
  };
}

function removeFile(path: string): WriteResult {
  try {
    unlinkSync(path);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/**
 * Takes a lock, and removes the temporary files that killed runs left beside it. Creates the folder if it is missing;
 * if it is still empty on release, removes it again.
 */
async function lockIn(path: string, token: string): Promise<LockAttempt> {
  try {
    const folder = dirname(path);
    const topmost = mkdirSync(folder, { recursive: true });
    const taken = await takeLock(path, token);
    if (!taken.ok) return taken;
    const release = (): void => {
      taken.release();
      if (topmost !== undefined) removeEmpty(folder, topmost);
    };
    try {
      removeTemporaries(folder, path, taken.left?.token);
    } catch (error) {
      release();
      throw error;
    }
    return { ok: true, release: () => Promise.resolve(release()) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/**
 * Removes temporary files of runs that were killed: all of them if the folder has no other lock; otherwise only those
 * of the previous holder of this lock (`previous`: its token), as others may be in use.
 */
function removeTemporaries(folder: string, path: string, previous: string | undefined): void {
  const names = readdirSync(folder);
  const isOnlyLock = !names.some((name) => name.endsWith('.lock') && join(folder, name) !== path);
  const prefix = isOnlyLock ? TEMPORARY : previous === undefined ? undefined : `${TEMPORARY}${previous}-`;
  if (prefix === undefined) return;
  for (const name of names) if (name.startsWith(prefix) && name.endsWith('.tmp')) unlinkSync(join(folder, name));
}

/** Removes empty folders, from `folder` up to its ancestor `topmost`. */
function removeEmpty(folder: string, topmost: string): void {
  try {
    for (let here = folder; here.startsWith(topmost); here = dirname(here)) rmdirSync(here);
  } catch {
    // A folder that is not empty, or that may not be removed, remains.
  }
}

/**
 * The first folder on the path to the file that is a symbolic link or not a folder, beginning at depth `from`; the
 * output folder itself is depth 0. 'missing': a folder on the path does not exist yet, and those above it are plain.
 */
function findObstacle(folder: string, path: string, from: number): { readonly folder: string } | 'none' | 'missing' {
  const steps = path.split('/').slice(0, -1);
  for (let depth = from; depth <= steps.length; depth += 1) {
    const here = join(folder, ...steps.slice(0, depth));
    try {
      if (!lstatSync(here).isDirectory()) return { folder: here };
    } catch (error) {
      return hasCode(error, 'ENOENT') ? 'missing' : { folder: here };
    }
  }
  return 'none';
}

/** Refuses symbolic links, and does not block on a FIFO. */
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
