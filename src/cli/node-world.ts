import { createRequire } from 'node:module';
import { type Dirent, constants, readFileSync, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Entry, LARGEST_FILE, type Reading, type ReadingProblem, type World } from '../world.ts';
import { quoted } from './quoted.ts';
import { UsageError } from './shell.ts';
import { type OutputPlace, openOutputFolder } from './output-folder.ts';
import { readFirst, readRegularFile } from './read-regular-file.ts';
import { reasonOf } from './system-error.ts';

/** The world on this disk: a campaign's folder to read, an output folder to write. */
export function openNodeWorld(campaign: string, output: OutputPlace): World {
  const { resolve } = createRequire(import.meta.url);
  return {
    readText: (path) => Promise.resolve(readCampaignText(campaign, path)),
    list: (folder) => listFolder(join(campaign, folder)),
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
function readCampaignText(campaign: string, path: string): Reading<string> {
  try {
    const [root, real] = [realpathSync.native(campaign), realpathSync.native(join(campaign, path))];
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return refused('outside');
    const content = readRegularFile(real, constants.O_RDONLY | constants.O_NONBLOCK, LARGEST_FILE);
    return content instanceof Uint8Array ? decoded(content) : refused(content);
  } catch (error) {
    return refused(isMissing(error) ? 'missing' : 'unreadable');
  }
}

/** UTF-8 or nothing: a wrong byte is told by its place, never replaced. */
function decoded(bytes: Uint8Array): Reading<string> {
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
async function listFolder(folder: string): Promise<readonly Entry[]> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
    return await Promise.all(
      entries
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(async (entry) => ({ name: entry.name, kind: await kindOf(entry, join(folder, entry.name)) })),
    );
  } catch (error) {
    if (isMissing(error)) return [];
    throw new UsageError(
      `the folder ${quoted(folder)} cannot be read: ${reasonOf(error)}`,
      'check who may read it, and where links lead',
    );
  }
}

async function kindOf(entry: Dirent, path: string): Promise<Entry['kind']> {
  try {
    const status = entry.isSymbolicLink() ? await stat(path) : entry;
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

/** Is this the folder of a campaign? */
export async function hasCampaign(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, 'templates'))).isDirectory();
  } catch {
    return false;
  }
}

function refused(why: ReadingProblem): Reading<never> {
  return { ok: false, why };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
