import { type Dirent, constants, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { isUtf16 } from '../load/utf-16.ts';
import { quote } from '../report/neutralise.ts';
import { type FolderEntry, MAX_FILE_BYTES, type ReadResult, type ReadProblem, type World } from '../world.ts';
import { type OutputFolderPath, openOutputFolder } from './output-folder.ts';
import { readChunks } from './read-chunks.ts';
import { createRecordFileChanger } from './record-files.ts';
import { readFirstBytes, readRegularFile } from './regular-file.ts';
import { UsageError } from './shell.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/**
 * Creates the `World` (the interface to files) that reads the campaign's folder and writes the output folder on disk.
 */
export function createNodeWorld(campaign: string, output: OutputFolderPath): World {
  const { resolve } = createRequire(import.meta.url);
  let cachedRoot: string | undefined;
  // The campaign's real path is resolved on first use. A failure is not cached, so the next call tries again.
  const resolveRoot = (): string => (cachedRoot ??= realpathSync.native(campaign));
  return {
    readText: (path) => Promise.resolve(readCampaignText(campaign, resolveRoot, path)),
    readChunks: (path) => readCampaignChunks(campaign, resolveRoot, path),
    // Synchronous: folders are small, and a round trip through libuv's thread pool costs more than listing one.
    list: async (folder) => listFolder(join(campaign, folder)),
    readResource: (specifier, maxBytes) => {
      const path = resolve(specifier);
      return maxBytes === undefined ? readFileSync(path) : readFirstBytes(path, maxBytes);
    },
    output: openOutputFolder(output),
    changeRecordFile: createRecordFileChanger(campaign),
  };
}

/**
 * Reads a text file of the campaign. Only regular files are read. O_NONBLOCK keeps a FIFO from blocking the run when it
 * is opened.
 */
function readCampaignText(campaign: string, resolveRoot: () => string, path: string): ReadResult<string> {
  try {
    const realPath = realPathInside(campaign, resolveRoot, path);
    if (realPath === undefined) return readFailure('outside');
    const content = readRegularFile(realPath, constants.O_RDONLY | constants.O_NONBLOCK, MAX_FILE_BYTES);
    return content instanceof Uint8Array ? decodeUtf8(content) : readFailure(content);
  } catch (error) {
    return isMissing(error) ? readFailure('missing') : { ok: false, problem: 'unreadable', reason: reasonOf(error) };
  }
}

/** Reads a file of the campaign in chunks of bytes. Only regular files are read. */
async function* readCampaignChunks(
  campaign: string,
  resolveRoot: () => string,
  path: string,
): AsyncGenerator<ReadResult<Uint8Array>> {
  let realPath: string | undefined;
  try {
    realPath = realPathInside(campaign, resolveRoot, path);
  } catch (error) {
    return yield isMissing(error)
      ? readFailure('missing')
      : { ok: false, problem: 'unreadable', reason: reasonOf(error) };
  }
  if (realPath === undefined) yield readFailure('outside');
  else yield* readChunks(realPath);
}

/**
 * Returns the real path of a file of the campaign; undefined if it is outside the campaign's real folder, so that a
 * symbolic link cannot lead out of it. Throws the errors of file system calls.
 */
function realPathInside(campaign: string, resolveRoot: () => string, path: string): string | undefined {
  const realPath = realpathSync.native(join(campaign, path));
  const root = resolveRoot().endsWith(sep) ? resolveRoot() : resolveRoot() + sep;
  return realPath.startsWith(root) ? realPath : undefined;
}

/**
 * Decodes UTF-8 strictly: reports the first invalid byte with its line and column instead of replacing it by U+FFFD.
 */
function decodeUtf8(bytes: Uint8Array): ReadResult<string> {
  if (isUtf16(bytes)) return readFailure('utf-16');
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: 'not-utf8', ...firstInvalidByte(bytes) };
  }
}

/**
 * The line and column of the first invalid byte, from 1, in UTF-16 units. Lenient decoding replaces the byte by U+FFFD,
 * so its offset is that of the first difference between the input and the decoded text, encoded again.
 */
function firstInvalidByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encodedAgain = new TextEncoder().encode(decoded);
  const mismatch = encodedAgain.findIndex((byte, index) => byte !== bytes[index]);
  let [offset, line, column] = [0, 1, 1];
  for (const character of decoded) {
    offset += Buffer.byteLength(character);
    if (offset > mismatch) break;
    [line, column] = character === '\n' ? [line + 1, 1] : [line, column + character.length];
  }
  return { line, column };
}

/**
 * Lists a folder, sorted by name. The list is empty if there is no such folder. Hidden files (lock files of editors,
 * `.DS_Store`) are left out. A symbolic link has the kind of its target, even if that is outside the campaign:
 * `readCampaignText` refuses to read it. Throws a UsageError if the folder cannot be read.
 */
function listFolder(folder: string): readonly FolderEntry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    return entries
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({ name: entry.name, kind: entryKind(entry, join(folder, entry.name)) }));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new UsageError(
      `the folder ${quote(folder)} cannot be read: ${reasonOf(error)}`,
      'check its permissions, and where symbolic links lead',
    );
  }
}

function entryKind(entry: Dirent, path: string): FolderEntry['kind'] {
  try {
    const status = entry.isSymbolicLink() ? statSync(path) : entry;
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

function readFailure(problem: ReadProblem): ReadResult<never> {
  return { ok: false, problem };
}

function isMissing(error: unknown): boolean {
  return isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR');
}
