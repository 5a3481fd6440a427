import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { WriteResult } from '../world.ts';
import { hasCode, reasonOf } from './system-error.ts';

/**
 * The bytes of a regular file, opened with these flags, or why there are none. In one go: files are many and small, and
 * each way through the thread pool costs more than the reading.
 */
export function readRegularFile(
  path: string,
  flags: number,
  largest: number = Infinity,
): Uint8Array | 'not-a-file' | 'too-large' {
  const file = openSync(path, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return 'not-a-file';
    return status.size > largest ? 'too-large' : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** The bytes of a regular file from one place up to another, fewer at its end. */
export function readRegularPart(path: string, flags: number, from: number, to: number): Uint8Array | 'not-a-file' {
  const file = openSync(path, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return 'not-a-file';
    const bytes = new Uint8Array(Math.max(0, Math.min(to, status.size) - from));
    let done = 0;
    for (let read = 1; read > 0 && done < bytes.length; done += read) {
      read = readSync(file, bytes, done, bytes.length - done, from + done);
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file, fewer if it has fewer. */
export function readFirst(path: string, most: number): Uint8Array {
  const part = readRegularPart(path, constants.O_RDONLY, 0, most);
  if (part instanceof Uint8Array) return part;
  throw new Error(`${path} is not a file`);
}

/**
 * A temporary name in the same folder, flushed, then renamed over the old file: whoever looks sees the old file or the
 * new one. All but the flush in one go, as each way through the thread pool costs more than the writing.
 */
export async function writeWhole(
  path: string,
  temporary: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<WriteResult> {
  let file: number | undefined;
  let isMade = false;
  try {
    file = openIn(temporary, 'wx');
    isMade = true;
    if (content instanceof Uint8Array) writeAll(file, content);
    else for await (const piece of content) writeAll(file, piece);
    await flushed(file);
    const open = file;
    file = undefined;
    closeSync(open);
    renameSync(temporary, path);
    return { ok: true };
  } catch (error) {
    if (file !== undefined) quietly(() => closeSync(Number(file)));
    if (isMade) quietly(() => unlinkSync(temporary));
    return { ok: false, reason: reasonOf(error) };
  }
}

/** To the file's end, as it is then (POSIX O_APPEND); it is made if need be. */
export function appendWhole(path: string, bytes: Uint8Array): WriteResult {
  let file: number | undefined;
  try {
    file = openIn(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW);
    writeAll(file, bytes);
    const open = file;
    file = undefined;
    closeSync(open);
    return { ok: true };
  } catch (error) {
    if (file !== undefined) quietly(() => closeSync(Number(file)));
    return { ok: false, reason: reasonOf(error) };
  }
}

/** On the disk, not in a cache. The one step that is waited for: the next letter can be made meanwhile. */
function flushed(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(file, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** Opens a file, making the folders on the way to it only if they are not there. */
function openIn(path: string, flags: string | number): number {
  try {
    return openSync(path, flags, 0o666);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, flags, 0o666);
  }
}

/** The system may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** For tidying up after a fault that is told anyway. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The fault that led here is the one to tell.
  }
}
