import { createHash } from 'node:crypto';
import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { ReadResult, RecipientsFile } from '../world.ts';
import { quoted } from '../report/neutralise.ts';
import { STANDARD_INPUT } from './open-campaign.ts';
import { type Shell, UsageError } from './shell.ts';

/** A file of recipients that the command line names. */
export interface NamedFile extends RecipientsFile {
  /** The share of its bytes that has been read, from 0 to 1; undefined for standard input, whose size is not known. */
  readonly share: () => number | undefined;
  /** The SHA-256 hash, in hexadecimal, of the bytes read since the file was last opened. */
  readonly digest: () => string;
}

/**
 * Finds the file of recipients that the command line names; `-` is standard input. Throws a usage error if it is not a
 * regular file. `campaign`: the absolute path of the campaign's folder.
 */
export async function openRecipientsFile(shell: Shell, campaign: string, named: string): Promise<NamedFile> {
  if (named === '-') return namedFile(STANDARD_INPUT, () => readStandardInput(shell), undefined);
  const path = resolve(shell.cwd, named);
  const status = await stat(path).catch(() => undefined);
  if (status === undefined) throw new UsageError(`there is no file ${quoted(named)} to read recipients from`);
  if (!status.isFile()) {
    throw new UsageError(
      `${quoted(named)} is not an ordinary file`,
      'what another program writes: … | demarche --recipients -',
    );
  }
  return namedFile(relative(campaign, path).split(sep).join('/'), () => readChunks(path), status.size);
}

/** Creates a file that counts and hashes the bytes read; both start again when the file is opened again. */
function namedFile(
  name: string,
  read: () => AsyncIterable<ReadResult<Uint8Array>>,
  size: number | undefined,
): NamedFile {
  let done = 0;
  let hash = createHash('sha256');
  return {
    name,
    open: async function* () {
      done = 0;
      hash = createHash('sha256');
      for await (const chunk of read()) {
        if (chunk.ok) hash.update(chunk.value);
        yield chunk;
        done += chunk.ok ? chunk.value.length : 0;
      }
    },
    share: () => (size === undefined ? undefined : done / size),
    digest: () => hash.copy().digest('hex'),
  };
}

/** Bytes of a chunk. */
const CHUNK_SIZE = 65_536;

/**
 * Reads a file in chunks, so that a large one is never in memory as a whole. O_NONBLOCK keeps a FIFO or device that has
 * replaced the file since it was checked from blocking the run.
 */
async function* readChunks(path: string): AsyncGenerator<ReadResult<Uint8Array>> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(CHUNK_SIZE) });
      if (bytesRead === 0) return;
      yield { ok: true, value: buffer.subarray(0, bytesRead) };
    }
  } catch {
    yield { ok: false, problem: 'unreadable' };
  } finally {
    await file?.close();
  }
}

/** Reads standard input in chunks. Ends when the run is asked to stop, even while it waits for data. */
async function* readStandardInput({ input, stop }: Shell): AsyncGenerator<ReadResult<Uint8Array>> {
  try {
    for await (const chunk of input(stop)) yield { ok: true, value: chunk };
  } catch {
    if (!stop.aborted) yield { ok: false, problem: 'unreadable' };
  }
}
