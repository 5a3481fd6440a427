import { readFileSync, readlinkSync } from 'node:fs';
import { isSystemError } from './system-error.ts';

/** The process that holds a lock, as the lock file records it (JSON), so that others can check whether it is alive. */
export interface LockHolder {
  /** Random hexadecimal digits, which are part of the names of the holder's temporary files. */
  readonly token: string;
  readonly pid: number;
  /**
   * The start time of the process, in clock ticks since boot, which distinguishes it from a later process with the same
   * pid. Empty on systems without /proc.
   */
  readonly began: string;
  /** The boot id and the pid namespace of the process. Pids are comparable only if both are equal. */
  readonly place: string;
}

/** Describes this process as the holder of a lock. */
export function createHolder(token: string): LockHolder {
  return { token, pid: process.pid, began: startTimeOf(process.pid) ?? '', place: placeOfThisProcess() };
}

/** Whether the process that a holder describes is running. The holder must be in the pid namespace of this process. */
export function isStillRunning({ pid, began }: LockHolder): boolean {
  // Without /proc, as on macOS, the start time is unknown, and the pid alone decides.
  return (startTimeOf(pid) ?? '') === began && isRunning(pid);
}

/** Whether the process exists. Signal 0 is not delivered (kill(2)); EPERM means that another user owns the process. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

/** The start time of a process, field 22 of /proc/<pid>/stat (proc(5)); undefined if that file cannot be read. */
function startTimeOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Split after field 2, the program's name in parentheses, which may itself contain spaces and parentheses.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * The `place` of this process: on Linux the boot id and the pid namespace. On other systems it is the platform's name,
 * so that all processes count as being in one namespace.
 */
function placeOfThisProcess(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}

/** Parses the text of a lock file; undefined if it does not describe a holder. */
export function parseHolder(text: string): LockHolder | undefined {
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

/** Describes the holder of a lock, for a message. `thisPlace`: the `place` of this process. */
export function describeHolder(holder: LockHolder | undefined, thisPlace: string): string {
  if (holder === undefined) return 'an unknown process (its lock file cannot be read)';
  return holder.place === thisPlace
    ? `process ${holder.pid}`
    : `process ${holder.pid} on another machine or in another container`;
}
