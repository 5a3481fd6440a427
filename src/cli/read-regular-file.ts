import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

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
