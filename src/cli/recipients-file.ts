import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReadResult, RecipientsFile } from '../world.ts';
import { quote } from '../report/neutralise.ts';
import { STANDARD_INPUT, pathFromCampaign } from './open-campaign.ts';
import { readChunks } from './read-chunks.ts';
import { type Shell, UsageError } from './shell.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/** A file of recipients that the command line names. */
export interface NamedRecipientsFile extends RecipientsFile {
  /** The part of the file that has been read, from 0 to 1; undefined for standard input, whose size is not known. */
  readonly share: () => number | undefined;
  /** The SHA-256 hash, in hexadecimal, of the bytes read since the file was last opened. */
  readonly digest: () => string;
}

/**
 * Returns the file of recipients that the command line names; `-` is standard input. Throws a UsageError if there is no
 * such file or it is not a regular one. `campaign`: the absolute path of the campaign's folder.
 */
export async function openRecipientsFile(
  shell: Shell,
  campaign: string,
  fileName: string,
): Promise<NamedRecipientsFile> {
  if (fileName === '-') return createNamedFile(STANDARD_INPUT, () => readStandardInput(shell), undefined);
  const path = resolve(shell.cwd, fileName);
  const status = await stat(path).catch((error: unknown) => refuseUnreadable(fileName, 'recipients', error));
  if (!status.isFile()) {
    throw new UsageError(
      `${quote(fileName)} is not an ordinary file`,
      'what another program writes: … | demarche --recipients -',
    );
  }
  return createNamedFile(pathFromCampaign(campaign, path), () => readChunks(path), status.size);
}

/** Throws a UsageError that says why the status of the file cannot be read. `contents`: what is to be read from it. */
export function refuseUnreadable(fileName: string, contents: string, error: unknown): never {
  if (isSystemError(error, 'ENOENT'))
    throw new UsageError(`there is no file ${quote(fileName)} to read ${contents} from`);
  throw new UsageError(`${quote(fileName)}, to read ${contents} from, cannot be opened: ${reasonOf(error)}`);
}

/** Creates a file that counts and hashes the bytes read. Count and hash are reset whenever the file is opened. */
function createNamedFile(
  name: string,
  read: () => AsyncIterable<ReadResult<Uint8Array>>,
  size: number | undefined,
): NamedRecipientsFile {
  let bytesRead = 0;
  let hash = createHash('sha256');
  return {
    name,
    open: async function* () {
      bytesRead = 0;
      hash = createHash('sha256');
      for await (const chunk of read()) {
        if (chunk.ok) hash.update(chunk.value);
        yield chunk;
        bytesRead += chunk.ok ? chunk.value.length : 0;
      }
    },
    // An empty file is read completely.
    share: () => (size === undefined ? undefined : size === 0 ? 1 : bytesRead / size),
    digest: () => hash.copy().digest('hex'),
  };
}

/** Reads standard input in chunks. Ends when the run is asked to stop, even while it waits for data. */
async function* readStandardInput({ input, stop }: Shell): AsyncGenerator<ReadResult<Uint8Array>> {
  try {
    for await (const chunk of input(stop)) yield { ok: true, value: chunk };
  } catch {
    if (!stop.aborted) yield { ok: false, problem: 'unreadable' };
  }
}
