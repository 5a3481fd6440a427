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
import { isSystemError, reasonOf } from './system-error.ts';

/**
 * Reads a regular file, opened with these flags of open(2). 'too-large': the file has more than `maxBytes` bytes.
 * Throws the errors of file system calls. Synchronous, because files are many and small, and a round trip through
 * libuv's thread pool costs more than the read.
 */
export function readRegularFile(
  path: string,
  flags: number,
  maxBytes: number = Infinity,
): Uint8Array | 'not-a-file' | 'too-large' {
  const file = openSync(path, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return 'not-a-file';
    return status.size > maxBytes ? 'too-large' : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Reads a regular file from byte `from` (inclusive) to `to` (exclusive); fewer bytes if the file ends before `to`. */
export function readRegularPart(path: string, flags: number, from: number, to: number): Uint8Array | 'not-a-file' {
  const file = openSync(path, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return 'not-a-file';
    const bytes = new Uint8Array(Math.max(0, Math.min(to, status.size) - from));
    let bytesRead = 0;
    for (let lastCount = 1; lastCount > 0 && bytesRead < bytes.length; bytesRead += lastCount) {
      lastCount = readSync(file, bytes, bytesRead, bytes.length - bytesRead, from + bytesRead);
    }
    return bytes.subarray(0, bytesRead);
  } finally {
    closeSync(file);
  }
}

/** Reads the first `maxBytes` bytes of a file, fewer if it is shorter. Throws if it is not a regular file. */
export function readFirstBytes(path: string, maxBytes: number): Uint8Array {
  const part = readRegularPart(path, constants.O_RDONLY, 0, maxBytes);
  if (part instanceof Uint8Array) return part;
  throw new Error(`${path} is not a file`);
}

/**
 * Replaces a file atomically: writes a temporary file in the same folder, flushes it to the disk and renames it over
 * the old file, so that any reader sees either the old content or the new. All steps except the flush are synchronous,
 * because a round trip through libuv's thread pool costs more than the write.
 */
export async function writeAtomically(
  path: string,
  temporaryPath: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<WriteResult> {
  let file: number | undefined;
  let isCreated = false;
  try {
    file = openWithFolders(temporaryPath, 'wx');
    isCreated = true;
    if (content instanceof Uint8Array) writeAll(file, content);
    else for await (const chunk of content) writeAll(file, chunk);
    await flush(file);
    const descriptor = file;
    // Cleared first, as a descriptor must not be closed again, even after close(2) has failed.
    file = undefined;
    closeSync(descriptor);
    renameSync(temporaryPath, path);
    return { ok: true };
  } catch (error) {
    if (file !== undefined) ignoreFailure(() => closeSync(Number(file)));
    if (isCreated) ignoreFailure(() => unlinkSync(temporaryPath));
    return { ok: false, reason: reasonOf(error) };
  }
}

/**
 * Appends to a file, or creates it. With O_APPEND, each write is at the end that the file has at that time. A symbolic
 * link is not followed.
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
    if (file !== undefined) ignoreFailure(() => closeSync(Number(file)));
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Creates a file, and flushes it to the disk. Throws if there is one of that name, or a symbolic link. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = openSync(path, 'wx');
  try {
    writeAll(file, bytes);
    await flush(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Creates a file with the bytes of another, which is read in parts, and flushes it to the disk. Throws as `writeNewFile`
 * does, and the errors of reading.
 */
export async function copyNewFile(source: string, path: string): Promise<void> {
  const original = openSync(source, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const file = openSync(path, 'wx');
    try {
      const part = new Uint8Array(COPIED_BYTES);
      for (let count = readSync(original, part); count > 0; count = readSync(original, part))
        writeAll(file, part.subarray(0, count));
      await flush(file);
    } finally {
      closeSync(file);
    }
  } finally {
    closeSync(original);
  }
}

/** The number of bytes that are copied at a time. */
const COPIED_BYTES = 1_048_576;

/** Flushes the file to the disk (fsync). Asynchronous, so that the next letter can be made meanwhile. */
function flush(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(file, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** Opens a file. Creates its folders only if opening fails, because they usually exist. */
function openWithFolders(path: string, flags: string | number): number {
  try {
    return openSync(path, flags, 0o666);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, flags, 0o666);
  }
}

/** Writes all bytes. The loop is needed because one write(2) may write only some of them. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let bytesWritten = 0; bytesWritten < bytes.length;) bytesWritten += writeSync(file, bytes, bytesWritten);
}

/** Runs a cleanup step after an error and ignores its failure. */
function ignoreFailure(cleanUp: () => void): void {
  try {
    cleanUp();
  } catch {
    // The caller reports the error that made the cleanup necessary.
  }
}
