import { randomBytes } from 'node:crypto';
import { constants, lstatSync, mkdirSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LockOutcome, OutputFolder, WriteResult } from '../world.ts';
import { takeLock } from './lock-file.ts';
import { appendToFile, readRegularFile, readRegularPart, writeAtomically } from './regular-file.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/** The path of the folder that letters are written into. */
export interface OutputFolderPath {
  /** The absolute path. */
  readonly folder: string;
  /** The path as the user knows it, for messages. */
  readonly name: string;
  /** Whether the command line names the folder. Only then may the folder itself be a symbolic link. */
  readonly isNamedByUser: boolean;
}

/** The beginning of the names of temporary files, `.demarche-<token>-<number>.tmp`. */
const TEMPORARY_PREFIX = '.demarche-';

/** Opens an output folder on this disk. Symbolic links in it are not followed, so that nothing is written elsewhere. */
export function openOutputFolder({ folder, name, isNamedByUser }: OutputFolderPath): OutputFolder {
  const token = randomBytes(6).toString('hex');
  let temporaryCount = 0;
  const plainFolders = new Set<string>();
  /**
   * Finds the first folder on the path to the file that is not plain, that is, is a symbolic link or not a folder.
   * Paths of plain folders are cached. Checking them again would be no safer: another process could replace a folder
   * between that check and the write.
   */
  const findObstacleTo = (path: string): Obstacle | undefined => {
    const parent = dirname(path);
    if (plainFolders.has(parent)) return undefined;
    const obstacle = findObstacle(folder, path, isNamedByUser ? 1 : 0);
    if (obstacle === 'none') plainFolders.add(parent);
    return obstacle === 'none' || obstacle === 'missing' ? undefined : obstacle;
  };
  const refuseObstacle = (path: string): { readonly ok: false; readonly reason: string } | undefined => {
    const obstacle = findObstacleTo(path);
    return obstacle === undefined ? undefined : { ok: false, reason: `${obstacle.folder}: ${obstacle.reason}` };
  };
  const failedReads = new Map<string, string>();
  const readIfPlain = async (path: string, read: (file: string) => Uint8Array | string) => {
    failedReads.delete(path);
    const obstacle = findObstacleTo(path);
    if (obstacle !== undefined) {
      if (obstacle.isFailure) failedReads.set(path, `${obstacle.folder}: ${obstacle.reason}`);
      return 'in-the-way';
    }
    try {
      const content = read(join(folder, path));
      return content instanceof Uint8Array ? content : 'in-the-way';
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return undefined;
      // With these flags, open(2) refuses a symbolic link with ELOOP, and a socket with ENXIO.
      if (!isSystemError(error, 'ELOOP') && !isSystemError(error, 'ENXIO')) failedReads.set(path, reasonOf(error));
      return 'in-the-way';
    }
  };
  return {
    name,
    list: async (path) => (findObstacleTo(`${path}/file`) === undefined ? listNames(join(folder, path)) : []),
    read: (path) => readIfPlain(path, (file) => readRegularFile(file, READ_ONLY)),
    whyUnreadable: (path) => failedReads.get(path),
    readPart: (path, from, to) => readIfPlain(path, (file) => readRegularPart(file, READ_ONLY, from, to)),
    write: async (path, content) => {
      temporaryCount += 1;
      const temporary = join(folder, dirname(path), `${TEMPORARY_PREFIX}${token}-${temporaryCount}.tmp`);
      return refuseObstacle(path) ?? writeAtomically(join(folder, path), temporary, content);
    },
    append: (path, bytes) => Promise.resolve(refuseObstacle(path) ?? appendToFile(join(folder, path), bytes)),
    remove: (path) => Promise.resolve(refuseObstacle(path) ?? removeFile(join(folder, path))),
    lock: async (path) => refuseObstacle(path) ?? takeFolderLock(join(folder, path), token),
  };
}

/** Returns the names of the entries of a folder, sorted; none if it does not exist or cannot be read. */
function listNames(path: string): readonly string[] {
  try {
    return readdirSync(path).toSorted();
  } catch {
    return [];
  }
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
 * Takes a lock, and removes the temporary files that killed runs left beside it. Creates the folder of the lock if it
 * is missing. On release, removes the folders that it created if they are empty.
 */
async function takeFolderLock(path: string, token: string): Promise<LockOutcome> {
  try {
    const folder = dirname(path);
    const topmostCreated = mkdirSync(folder, { recursive: true });
    const lock = await takeLock(path, token);
    if (!lock.ok) return lock;
    const release = (): void => {
      lock.release();
      if (topmostCreated !== undefined) removeEmptyFolders(folder, topmostCreated);
    };
    try {
      removeTemporaries(folder, path, lock.previousHolder?.token);
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
 * Removes temporary files of runs that were killed. If the folder has no other lock, all temporary files are removed.
 * Otherwise another run may be using some, so only those of the previous holder of this lock (`previousToken`) are.
 */
function removeTemporaries(folder: string, lockPath: string, previousToken: string | undefined): void {
  const names = readdirSync(folder);
  const isOnlyLock = !names.some((name) => name.endsWith('.lock') && join(folder, name) !== lockPath);
  const prefix = isOnlyLock
    ? TEMPORARY_PREFIX
    : previousToken === undefined
      ? undefined
      : `${TEMPORARY_PREFIX}${previousToken}-`;
  if (prefix === undefined) return;
  for (const name of names) if (name.startsWith(prefix) && name.endsWith('.tmp')) unlinkSync(join(folder, name));
}

/** Removes empty folders, from `folder` up to and including its ancestor `topmost`. */
function removeEmptyFolders(folder: string, topmost: string): void {
  try {
    for (let current = folder; current.startsWith(topmost); current = dirname(current)) rmdirSync(current);
  } catch {
    // A folder that is not empty, or that may not be removed, remains.
  }
}

/**
 * A folder on the path to a file because of which the file is neither read nor written, and the reason. `isFailure`: the
 * folder may be plain, but a system call failed.
 */
interface Obstacle {
  readonly folder: string;
  readonly reason: string;
  readonly isFailure: boolean;
}

/**
 * Finds the first folder on the path to the file that is a symbolic link or not a folder. Folders are checked from
 * depth `firstDepth` on; the output folder itself is at depth 0. 'missing': a folder on the path does not exist yet,
 * and all folders above it are plain.
 */
function findObstacle(folder: string, path: string, firstDepth: number): Obstacle | 'none' | 'missing' {
  const folderNames = path.split('/').slice(0, -1);
  for (let depth = firstDepth; depth <= folderNames.length; depth += 1) {
    const current = join(folder, ...folderNames.slice(0, depth));
    try {
      if (!lstatSync(current).isDirectory()) {
        return { folder: current, reason: 'this is not a plain folder', isFailure: false };
      }
    } catch (error) {
      return isSystemError(error, 'ENOENT') ? 'missing' : { folder: current, reason: reasonOf(error), isFailure: true };
    }
  }
  return 'none';
}

/** Flags of open(2) that refuse symbolic links and do not block on a FIFO. */
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
