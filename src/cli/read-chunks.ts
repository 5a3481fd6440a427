import { constants, type FileHandle, open } from 'node:fs/promises';
import type { ReadResult } from '../world.ts';
import { reasonOf } from './system-error.ts';

/** The size of a chunk, in bytes. */
const CHUNK_SIZE = 65_536;

/**
 * Reads a file in chunks, so that a large file is never in memory as a whole. The file may have been replaced by a FIFO
 * since it was found; O_NONBLOCK keeps that from blocking the run.
 */
export async function* readChunks(path: string): AsyncGenerator<ReadResult<Uint8Array>> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await file.stat()).isFile()) return yield { ok: false, problem: 'not-a-file' };
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(CHUNK_SIZE) });
      if (bytesRead === 0) return;
      yield { ok: true, value: buffer.subarray(0, bytesRead) };
    }
  } catch (error) {
    yield { ok: false, problem: 'unreadable', reason: reasonOf(error) };
  } finally {
    await file?.close();
  }
}
