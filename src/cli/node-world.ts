import { type Dirent, constants, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { quoted } from '../report/neutralise.ts';
import { type FolderEntry, LARGEST_FILE, type ReadResult, type ReadProblem, type World } from '../world.ts';
import { type OutputLocation, openOutputFolder } from './output-folder.ts';
import { readFirst, readRegularFile } from './regular-file.ts';
import { UsageError } from './shell.ts';
import { hasCode, reasonOf } from './system-error.ts';

/** The world on this disk: a campaign's folder to read, an output folder to write. */
export function openNodeWorld(campaign: string, output: OutputLocation): World {
  const { resolve } = createRequire(import.meta.url);
  let realFolder: string | undefined;
  // Found out when it is first asked for. What cannot be found out is asked for again.
  const root = (): string => (realFolder ??= realpathSync.native(campaign));
  return {
    readText: (path) => Promise.resolve(readCampaignText(campaign, root, path)),
    // In one go, as files are read: folders are many and small.
    list: async (folder) => listFolder(join(campaign, folder)),
    readResource: (specifier, most) => {
      const path = resolve(specifier);
      return most === undefined ? readFileSync(path) : readFirst(path, most);
    },
    output: openOutputFolder(output),
    writeApprovals: (letter, text) =>
      openOutputFolder({ folder: campaign, name: 'the campaign', named: true }).write(
        `templates/${letter}/approvals.yaml`,
        new TextEncoder().encode(text),
      ),
  };
}

/**
 * Reads a text of the campaign. The real path must lie inside the campaign's real folder, so that a link cannot lead
 * out of it; only regular files are opened, and without waiting, so that a pipe in the way cannot hold the run up.
 */
function readCampaignText(campaign: string, root: () => string, path: string): ReadResult<string> {
  try {
    const real = realpathSync.native(join(campaign, path));
    if (!real.startsWith(root().endsWith(sep) ? root() : root() + sep)) return refused('outside');
    const content = readRegularFile(real, constants.O_RDONLY | constants.O_NONBLOCK, LARGEST_FILE);
    return content instanceof Uint8Array ? decodeUtf8(content) : refused(content);
  } catch (error) {
    return refused(isMissing(error) ? 'missing' : 'unreadable');
  }
}

/** UTF-8 or nothing: a wrong byte is told by its place, never replaced. */
function decodeUtf8(bytes: Uint8Array): ReadResult<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, why: 'not-utf8', ...firstWrongByte(bytes) };
  }
}

/** The character that stands for the first bytes that do not survive being read and written again. */
function firstWrongByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const writtenAgain = new TextEncoder().encode(read);
  const wrong = writtenAgain.findIndex((byte, index) => byte !== bytes[index]);
  let [offset, line, column] = [0, 1, 1];
  for (const character of read) {
    offset += Buffer.byteLength(character);
    if (offset > wrong) break;
    [line, column] = character === '\n' ? [line + 1, 1] : [line, column + character.length];
  }
  return { line, column };
}

/** Hidden names (editors' locks, systems' notes) are nobody's letters. A link is what it leads to; reading looks where. */
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
      'check who may read it, and where links lead',
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

/** Is this the folder of a campaign? */
export function hasCampaign(folder: string): boolean {
  try {
    return statSync(join(folder, 'templates')).isDirectory();
  } catch {
    return false;
  }
}

function refused(why: ReadProblem): ReadResult<never> {
  return { ok: false, why };
}

function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR');
}
