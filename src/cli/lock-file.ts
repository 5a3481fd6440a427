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

/** Who holds a lock: enough to tell, from the same machine, whether that process is still there. */
export interface LockHolder {
  /** Names what the holder's temporary files begin with. */
  readonly token: string;
  readonly pid: number;
  /** When the process began, as the system counts; a number that was given to another process later has another. */
  readonly began: string;
  /** The machine since it was last started, and on it the space in which process numbers mean something. */
  readonly place: string;
}

/** What became of asking for a lock. `left`: whom it was taken from, who is gone. */
export type LockResult =
  | { readonly ok: true; readonly left: LockHolder | undefined; readonly release: () => void }
  | { readonly ok: false; readonly holder: string }
  /** Something that is no lock stands there. */
  | { readonly ok: false; readonly reason: string };

/** A holder shows this often, in milliseconds, that it lives; one elsewhere that has not for so long is taken for dead. */
const BEAT = 2000;
const PATIENCE = 10_000;

/**
 * Takes a lock file, made in one step so that only one of two can have made it. One whose holder is gone is taken over.
 * A holder on this machine is asked for by its number; whether one elsewhere lives can only be seen from its lock file,
 * which it touches. Errors of the system are thrown.
 */
export async function takeLock(path: string, token: string, patience: number = PATIENCE): Promise<LockResult> {
  const mine: LockHolder = { token, pid: process.pid, began: beganAt(process.pid) ?? '', place: placeHere() };
  let left: LockHolder | undefined;
  // Somebody else may take it between two looks; whoever loses more often than this is not the only one to try.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (make(path, mine)) return { ok: true, left, release: keep(path, token) };
    const found = look(path);
    if (found === undefined) continue;
    if (found === 'in-the-way') return { ok: false, reason: 'something that is not a plain file stands there' };
    if (await isAlive(path, found, mine.place, patience))
      return { ok: false, holder: wordsFor(found.holder, mine.place) };
    if (clear(path, found)) left = found.holder;
  }
  return { ok: false, holder: 'more than one other process' };
}

interface FoundLock {
  readonly text: string;
  /** Undefined: it does not say. */
  readonly holder: LockHolder | undefined;
}

function make(path: string, mine: LockHolder): boolean {
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

/** Shows from time to time that we live, until the lock is released. */
function keep(path: string, token: string): () => void {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The file is gone: another process has taken the lock over.
    }
  }, BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    try {
      const found = look(path);
      if (typeof found === 'object' && found.holder?.token === token) unlinkSync(path);
    } catch {
      // A lock that stays behind is that of a process that is gone: the next run clears it away.
    }
  };
}

function look(path: string): FoundLock | 'in-the-way' | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!fstatSync(file).isFile()) return 'in-the-way';
      const text = readFileSync(file, 'utf8');
      return { text, holder: holderIn(text) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Takes a dead lock away, and not one that somebody made in its place since it was looked at. */
function clear(path: string, { text }: FoundLock): boolean {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
    const moved = look(aside);
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

async function isAlive(path: string, { holder }: FoundLock, here: string, patience: number): Promise<boolean> {
  if (holder?.place === here) return beganAt(holder.pid) === holder.began && isRunning(holder.pid);
  const before = touched(path);
  for (let waited = 0; waited < patience; waited += BEAT) {
    const pause = Math.min(BEAT, patience);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (touched(path) !== before) return true;
  }
  return false;
}

function touched(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return Number.NaN;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Field 22 of /proc/<pid>/stat (proc(5)); undefined where there is no such process, or no such file. */
function beganAt(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Linux only; elsewhere every process is taken to be of the same place, and is asked for by its number alone. */
function placeHere(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}

function holderIn(text: string): LockHolder | undefined {
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
  const isNumber = Number.isInteger(pid) && Number(pid) > 0;
  return (
    isNumber && [token, began, place].every((part) => typeof part === 'string') && /^[0-9a-f]+$/.test(String(token))
  );
}

function wordsFor(holder: LockHolder | undefined, here: string): string {
  if (holder === undefined) return 'a process that has not said which';
  return holder.place === here
    ? `process ${holder.pid}`
    : `process ${holder.pid} on another machine or in another container`;
}
