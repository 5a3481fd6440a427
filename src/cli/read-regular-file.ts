import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

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
