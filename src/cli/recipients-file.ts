import { createHash } from 'node:crypto';
import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { ReadResult, RecipientsFile } from '../world.ts';
import { quoted } from '../report/neutralise.ts';
import { STANDARD_INPUT } from './open-campaign.ts';
import { type Shell, UsageError } from './shell.ts';

/** A file that the command line names. `share`: how much of it has been read, from 0 to 1, if that is known. */
export interface NamedFile extends RecipientsFile {
  readonly share: () => number | undefined;
  /** Hash of what was read the last time. */
  readonly digest: () => string;
}

/** The file of recipients that the command line names, `-` being standard input. A usage error if it is no file. */
export async function openRecipientsFile(shell: Shell, campaign: string, named: string): Promise<NamedFile> {
  if (named === '-') return watched(STANDARD_INPUT, () => readStandardInput(shell), undefined);
  const path = resolve(shell.cwd, named);
  const status = await stat(path).catch(() => undefined);
  if (status === undefined) throw new UsageError(`there is no file ${quoted(named)} to read recipients from`);
  if (!status.isFile()) {
    throw new UsageError(
      `${quoted(named)} is not an ordinary file`,
      'what another program writes: … | demarche --recipients -',
    );
  }
  return watched(relative(campaign, path).split(sep).join('/'), () => readPieces(path), status.size);
}

/** Counts and hashes what is read, from the beginning each time. */
function watched(name: string, read: () => AsyncIterable<ReadResult<Uint8Array>>, size: number | undefined): NamedFile {
  let done = 0;
  let hash = createHash('sha256');
  return {
    name,
    open: async function* () {
      done = 0;
      hash = createHash('sha256');
      for await (const piece of read()) {
        if (piece.ok) hash.update(piece.value);
        yield piece;
        done += piece.ok ? piece.value.length : 0;
      }
    },
    share: () => (size === undefined ? undefined : done / size),
    digest: () => hash.copy().digest('hex'),
  };
}

const PIECE = 65_536;

/** In pieces, so that a large file is never in memory; a device or pipe that took its place meanwhile is not waited for. */
async function* readPieces(path: string): AsyncGenerator<ReadResult<Uint8Array>> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(PIECE) });
      if (bytesRead === 0) return;
      yield { ok: true, value: buffer.subarray(0, bytesRead) };
    }
  } catch {
    yield { ok: false, why: 'unreadable' };
  } finally {
    await file?.close();
  }
}

/** Ends when the run is asked to stop, also while nothing comes. */
async function* readStandardInput({ input, stop }: Shell): AsyncGenerator<ReadResult<Uint8Array>> {
  try {
    for await (const piece of input(stop)) yield { ok: true, value: piece };
  } catch {
    if (!stop.aborted) yield { ok: false, why: 'unreadable' };
  }
}
