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
 * Reads a regular file, opened with these flags of open(2). 'too-large': it has more than `largest` bytes. Errors of
 * the system are thrown. Synchronous: files are many and small, and a round trip through libuv's thread pool costs more
 * than the read.
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

/** Reads the bytes of a regular file from offset `from` up to, not including, `to`; fewer at the end of the file. */
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

/** Reads the first `maxBytes` bytes of a file, fewer if it is shorter. Throws if it is not a regular file. */
export function readFirst(path: string, maxBytes: number): Uint8Array {
  const part = readRegularPart(path, constants.O_RDONLY, 0, maxBytes);
  if (part instanceof Uint8Array) return part;
  throw new Error(`${path} is not a file`);
}

/**
 * Replaces a file atomically: writes a temporary file in the same folder, flushes it to the disk and renames it over
 * the old one, so that any reader sees either the old content or the new. All steps but the flush are synchronous, as a
 * round trip through libuv's thread pool costs more than the write.
 */
export async function writeAtomically(
  path: string,
  temporary: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<WriteResult> {
  let file: number | undefined;
  let isCreated = false;
  try {
    file = openWithFolders(temporary, 'wx');
    isCreated = true;
    if (content instanceof Uint8Array) writeAll(file, content);
    else for await (const chunk of content) writeAll(file, chunk);
    await flush(file);
    const descriptor = file;
    // Cleared first, as a descriptor must not be closed again, even after close(2) has failed.
    file = undefined;
    closeSync(descriptor);
    renameSync(temporary, path);
    return { ok: true };
  } catch (error) {
    if (file !== undefined) quietly(() => closeSync(Number(file)));
    if (isCreated) quietly(() => unlinkSync(temporary));
    return { ok: false, reason: reasonOf(error) };
  }
}

/**
 * Appends to a file, at its end at the time of each write (O_APPEND); creates it if it is missing. A symbolic link is
 * not followed.
 */
export function appendToFile(path: string, bytes: Uint8Array): WriteResult {
  let file: number | undefined;
  try {
    file = openWithFolders(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW);
    writeAll(file, bytes);
    const descriptor = file;
    // Cleared first, as a descriptor must not be closed again, even after close(2) has failed.
    file = undefined;
    closeSync(descriptor);
    return { ok: true };
  } catch (error) {
    if (file !== undefined) quietly(() => closeSync(Number(file)));
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Flushes the file to the disk (fsync). The one asynchronous step, so that the next letter can be made meanwhile. */
function flush(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(file, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** Opens a file. Its folders are created only if that fails, as they usually exist. */
function openWithFolders(path: string, flags: string | number): number {
  try {
    return openSync(path, flags, 0o666);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, flags, 0o666);
  }
}

/** Writes all bytes, of which a single write(2) may write only some. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** Runs a cleanup step after an error, ignoring its failure. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The first error is the one that is reported.
  }
}
