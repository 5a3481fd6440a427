import { type Dirent, constants, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { quoted } from '../report/neutralise.ts';
import { type FolderEntry, MAX_FILE_BYTES, type ReadResult, type ReadProblem, type World } from '../world.ts';
import { type OutputLocation, openOutputFolder } from './output-folder.ts';
import { readFirst, readRegularFile } from './regular-file.ts';
import { UsageError } from './shell.ts';
import { hasCode, reasonOf } from './system-error.ts';

/** Opens the world on this disk: the campaign's folder to read, the output folder to write. */
export function openNodeWorld(campaign: string, output: OutputLocation): World {
  const { resolve } = createRequire(import.meta.url);
  let realFolder: string | undefined;
  // Resolved on first use. A failure is not cached, so the next call tries again.
  const root = (): string => (realFolder ??= realpathSync.native(campaign));
  return {
    readText: (path) => Promise.resolve(readCampaignText(campaign, root, path)),
    // Synchronous, as reading files is: folders are small, and a round trip through the thread pool costs more.
    list: async (folder) => listFolder(join(campaign, folder)),
    readResource: (specifier, maxBytes) => {
      const path = resolve(specifier);
      return maxBytes === undefined ? readFileSync(path) : readFirst(path, maxBytes);
    },
    output: openOutputFolder(output),
    writeApprovals: (letter, text) =>
      openOutputFolder({ folder: campaign, name: 'the campaign', isNamedByUser: true }).write(
        `templates/${letter}/approvals.yaml`,
        new TextEncoder().encode(text),
      ),
  };
}

/**
 * Reads a text file of the campaign. Its real path must be inside the campaign's real folder, so that a symbolic link
 * cannot lead out of it. Only regular files are read, and opened with O_NONBLOCK, so that a FIFO cannot block the run.
 */
function readCampaignText(campaign: string, root: () => string, path: string): ReadResult<string> {
  try {
    const real = realpathSync.native(join(campaign, path));
    if (!real.startsWith(root().endsWith(sep) ? root() : root() + sep)) return refused('outside');
    const content = readRegularFile(real, constants.O_RDONLY | constants.O_NONBLOCK, MAX_FILE_BYTES);
    return content instanceof Uint8Array ? decodeUtf8(content) : refused(content);
  } catch (error) {
    return refused(isMissing(error) ? 'missing' : 'unreadable');
  }
}

/** Decodes UTF-8 strictly: an invalid byte is reported with its line and column, never replaced by U+FFFD. */
function decodeUtf8(bytes: Uint8Array): ReadResult<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: 'not-utf8', ...firstInvalidByte(bytes) };
  }
}

/**
 * The line and column (in UTF-16 units) of the first invalid byte. Lenient decoding replaces it by U+FFFD, so that the
 * text, encoded again, first differs from the input there.
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
 * Lists a folder in order of name; empty if there is none. Hidden names (lock files of editors, `.DS_Store`) are left
 * out. A symbolic link counts as its target, even outside the campaign, as reading a file checks where it leads.
 */
function listFolder(folder: string): readonly FolderEntry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    return entries
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({ name: entry.name, kind: kindOf(entry, join(folder, entry.name)) }));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new UsageError(
      `the folder ${quoted(folder)} cannot be read: ${reasonOf(error)}`,
      'check its permissions, and where symbolic links lead',
    );
  }
}

function kindOf(entry: Dirent, path: string): FolderEntry['kind'] {
  try {
    const status = entry.isSymbolicLink() ? statSync(path) : entry;
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

/** Whether this is the folder of a campaign: one that contains a folder `templates`. */
export function hasCampaign(folder: string): boolean {
  try {
    return statSync(join(folder, 'templates')).isDirectory();
  } catch {
    return false;
  }
}

function refused(why: ReadProblem): ReadResult<never> {
  return { ok: false, problem: why };
}

function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR');
}
