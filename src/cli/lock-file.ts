import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hasCode } from './system-error.ts';

/** The process that holds a lock, as the lock file records it (JSON), so that others can check whether it is alive. */
export interface LockHolder {
  /** Random hexadecimal digits, which are part of the names of the holder's temporary files. */
  readonly token: string;
  readonly pid: number;
  /**
   * The start time of the process, in clock ticks since boot: tells it from a later process that got the same pid.
   * Empty where there is no /proc.
   */
  readonly began: string;
  /** The boot id and the pid namespace: pids can be compared only where both are equal. */
  readonly place: string;
}

/** The result of a lock attempt. */
export type LockResult =
  /** `left`: the previous holder, whose process has ended, if the lock was taken over from one. */
  | { readonly ok: true; readonly left: LockHolder | undefined; readonly release: () => void }
  /** Another process has the lock; `holder` describes it, for a message. */
  | { readonly ok: false; readonly holder: string }
  /** The path is taken by something other than a regular file. */
  | { readonly ok: false; readonly reason: string };

/** Interval of the heartbeat, in milliseconds: a holder updates the modification time of its lock file this often. */
const HEARTBEAT = 2000;
/** Milliseconds without a heartbeat after which a holder on another machine or in another container counts as dead. */
const HEARTBEAT_TIMEOUT = 10_000;

/**
 * Takes a lock by creating its file with O_EXCL, which succeeds in one process only. A lock whose holder has ended is
 * taken over. A holder in the same pid namespace is checked by its pid; one elsewhere by its heartbeat, which takes up
 * to `timeout` milliseconds. Errors of the system are thrown.
 */
export async function takeLock(path: string, token: string, timeout: number = HEARTBEAT_TIMEOUT): Promise<LockResult> {
  const mine: LockHolder = { token, pid: process.pid, began: startTimeOf(process.pid) ?? '', place: currentPlace() };
  let left: LockHolder | undefined;
  // An attempt fails if another process creates or removes the lock meanwhile; after five, several must be competing.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createLock(path, mine)) return { ok: true, left, release: startHeartbeat(path, token) };
    const found = readLock(path);
    if (found === undefined) continue;
    if (found === 'in-the-way')
      return { ok: false, reason: 'there is something of that name that is not a regular file' };
    if (await isAlive(path, found, mine.place, timeout))
      return { ok: false, holder: describeHolder(found.holder, mine.place) };
    if (removeDeadLock(path, found)) left = found.holder;
  }
  return { ok: false, holder: 'more than one other process' };
}

interface FoundLock {
  readonly text: string;
  /** Undefined: the text is not that of a lock file. */
  readonly holder: LockHolder | undefined;
}

function createLock(path: string, mine: LockHolder): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    writeSync(file, `${JSON.stringify(mine)}\n`);
    return true;
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Starts the heartbeat. The function returned stops it and releases the lock. */
function startHeartbeat(path: string, token: string): () => void {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The file no longer exists: another process has taken the lock over.
    }
  }, HEARTBEAT);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    try {
      const found = readLock(path);
      if (typeof found === 'object' && found.holder?.token === token) unlinkSync(path);
    } catch {
      // A lock file that remains will have a holder that has ended, so the next run takes it over.
    }
  };
}

/** Reads a lock file; undefined if there is none; 'in-the-way' if the path is taken by something that is not a file. */
function readLock(path: string): FoundLock | 'in-the-way' | undefined {
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
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Removes a dead lock, and returns whether it did. Another process may have replaced the lock since it was read, so the
 * file is renamed first and compared, and a different one is renamed back.
 */
function removeDeadLock(path: string, { text }: FoundLock): boolean {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
    const moved = readLock(aside);
    if (typeof moved === 'object' && moved.text === text) {
      unlinkSync(aside);
      return true;
    }
    renameSync(aside, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  return false;
}

/**
 * Whether the holder is alive: in this pid namespace by its pid; elsewhere by whether its lock file changes within
 * `timeout` milliseconds.
 */
async function isAlive(path: string, { holder }: FoundLock, here: string, timeout: number): Promise<boolean> {
  if (holder?.place === here) return startTimeOf(holder.pid) === holder.began && isRunning(holder.pid);
  const before = modificationTime(path);
  for (let waited = 0; waited < timeout; waited += HEARTBEAT) {
    const pause = Math.min(HEARTBEAT, timeout);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (modificationTime(path) !== before) return true;
  }
  return false;
}

/** The modification time in milliseconds; NaN, which differs from any number, if the file cannot be read. */
function modificationTime(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return Number.NaN;
  }
}

/** Signal 0 only checks that the process exists (kill(2)); EPERM: it exists, and belongs to another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** The start time of a process, field 22 of /proc/<pid>/stat (proc(5)); undefined without such a process or file. */
function startTimeOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 2, the name of the program in parentheses, may contain spaces and parentheses.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * The boot id and the pid namespace of this process, on Linux. On other systems the name of the platform, so that all
 * processes count as being in one namespace.
 */
function currentPlace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  const { token, pid, began, place } = value as Record<keyof LockHolder, unknown>;
  const isValidPid = Number.isInteger(pid) && Number(pid) > 0;
  return (
    isValidPid && [token, began, place].every((part) => typeof part === 'string') && /^[0-9a-f]+$/.test(String(token))
  );
}

function describeHolder(holder: LockHolder | undefined, here: string): string {
  if (holder === undefined) return 'an unknown process (its lock file cannot be read)';
  return holder.place === here
    ? `process ${holder.pid}`
    : `process ${holder.pid} on another machine or in another container`;
}
