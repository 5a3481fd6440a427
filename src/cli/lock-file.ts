import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type LockHolder, createHolder, describeHolder, isStillRunning, parseHolder } from './lock-holder.ts';
import { isSystemError } from './system-error.ts';

/** The result of `takeLock`. */
export type LockResult =
  /** `previousHolder`: the holder from which the lock was taken over because its process had ended. */
  | { readonly ok: true; readonly previousHolder: LockHolder | undefined; readonly release: () => void }
  /** Another process has the lock; `holder` describes it, for a message. */
  | { readonly ok: false; readonly holder: string }
  /** Something other than a regular file is at the path. */
  | { readonly ok: false; readonly reason: string };

/** The interval, in milliseconds, at which a holder updates the modification time of its lock file. */
const HEARTBEAT_INTERVAL = 2000;
/** The time without a heartbeat, in milliseconds, after which a holder in another pid namespace counts as dead. */
const HEARTBEAT_TIMEOUT = 10_000;

/**
 * Takes a lock by creating its file with O_EXCL, which succeeds in one process only, or takes it over from a holder
 * that has ended. Whether a holder in the same pid namespace is alive is decided by its pid, otherwise by its
 * heartbeat, which takes up to `timeout` milliseconds. Throws the errors of file system calls. `token`: see
 * `LockHolder`.
 */
export async function takeLock(path: string, token: string, timeout: number = HEARTBEAT_TIMEOUT): Promise<LockResult> {
  const thisProcess = createHolder(token);
  let previousHolder: LockHolder | undefined;
  // An attempt fails if another process creates or removes the lock meanwhile. Five failures mean that several compete.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    // A process that removes a dead lock needs less than a millisecond to have removed it.
    if (attempt > 0) await setTimeout(attempt);
    if (createLock(path, thisProcess)) return { ok: true, previousHolder, release: startHeartbeat(path, token) };
    const existingLock = readLock(path);
    if (existingLock === undefined) continue;
    if (existingLock === 'in-the-way')
      return { ok: false, reason: 'there is something of that name that is not a regular file' };
    const state = await observeHolder(path, existingLock, thisProcess.place, timeout);
    if (state === 'alive') return { ok: false, holder: describeHolder(existingLock.holder, thisProcess.place) };
    if (state === 'dead' && removeDeadLock(path, existingLock.text)) previousHolder = existingLock.holder;
  }
  return { ok: false, holder: 'more than one other process' };
}

/** The content of a lock file. */
interface LockContent {
  readonly text: string;
  /** The holder that the text describes; undefined if the text is not valid. */
  readonly holder: LockHolder | undefined;
}

/** Creates the lock file. Returns false if there is a file of that name already. */
function createLock(path: string, thisProcess: LockHolder): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    writeSync(file, `${JSON.stringify(thisProcess)}\n`);
    return true;
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Starts the heartbeat. Returns a function that stops it and releases the lock. */
function startHeartbeat(path: string, token: string): () => void {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The file no longer exists: another process has taken the lock over.
    }
  }, HEARTBEAT_INTERVAL);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    try {
      const currentLock = readLock(path);
      if (typeof currentLock === 'object' && currentLock.holder?.token === token) unlinkSync(path);
    } catch {
      // A lock file that could not be removed has a holder that has ended, so the next run takes it over.
    }
  };
}

/** Reads a lock file. Undefined: there is none. 'in-the-way': something other than a regular file is at the path. */
function readLock(path: string): LockContent | 'in-the-way' | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!fstatSync(file).isFile()) return 'in-the-way';
      const text = readFileSync(file, 'utf8');
      return { text, holder: parseHolder(text) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The time, in milliseconds, after which a file that guards the removal of a lock was left by a killed process. */
const REMOVAL_TIMEOUT = 10_000;

/**
 * Removes the lock file of a holder that has ended, if it still has this text, and returns whether it did. Only one
 * process at a time may remove it: it first creates a file that guards the removal. Otherwise a process that has read
 * the dead lock, and is slow, could remove the lock of another that has taken it over meanwhile.
 */
export function removeDeadLock(path: string, text: string): boolean {
  const guard = `${path}.removal`;
  try {
    closeSync(openSync(guard, 'wx'));
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
    if (Date.now() - (modificationTime(guard) ?? Date.now()) > REMOVAL_TIMEOUT) removeIfThere(guard);
    return false;
  }
  try {
    const currentLock = readLock(path);
    if (typeof currentLock !== 'object' || currentLock.text !== text) return false;
    removeIfThere(path);
    return true;
  } finally {
    removeIfThere(guard);
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

/**
 * Whether the holder of a lock is alive. In the same pid namespace its pid decides. Otherwise, or if the holder is
 * unknown, it counts as dead if the lock file is not modified within `timeout` milliseconds. `released`: the lock was
 * removed, or has another holder by now.
 */
async function observeHolder(
  path: string,
  { text, holder }: LockContent,
  thisPlace: string,
  timeout: number,
): Promise<'alive' | 'dead' | 'released'> {
  if (holder?.place === thisPlace) return isStillRunning(holder) ? 'alive' : 'dead';
  const modifiedAtStart = modificationTime(path);
  for (let waited = 0; waited < timeout; waited += HEARTBEAT_INTERVAL) {
    await setTimeout(Math.min(HEARTBEAT_INTERVAL, timeout));
    if (modificationTime(path) === modifiedAtStart) continue;
    const currentLock = readLock(path);
    return typeof currentLock === 'object' && currentLock.text === text ? 'alive' : 'released';
  }
  return modifiedAtStart === undefined ? 'released' : 'dead';
}

/** The modification time in milliseconds; undefined if the file cannot be read. */
function modificationTime(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}
