import { randomBytes } from 'node:crypto';
import { constants, lstatSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFolder, Written } from '../world.ts';
import { readRegularFile } from './read-regular-file.ts';

/** Which folder letters go into. `named`: the command line names it, so that it may be a link if the user likes. */
export interface OutputPlace {
  readonly folder: string;
  /** As the user knows it, for messages. */
  readonly name: string;
  readonly named: boolean;
}

/** The output folder on this disk. Files are written whole or not at all, and nothing is followed out of the folder. */
export function openOutputFolder({ folder, name, named }: OutputPlace): OutputFolder {
  const strangeParent = (path: string): string | undefined => findStrangeParent(folder, path, named ? 1 : 0);
  return {
    name,
    read: (path) =>
      Promise.resolve(strangeParent(path) === undefined ? readPlainFile(join(folder, path)) : 'in-the-way'),
    write: async (path, bytes) => {
      const strange = strangeParent(path);
      if (strange !== undefined) return { ok: false, reason: `${strange} is not a plain folder` };
      return writeWhole(join(folder, path), bytes);
    },
    append: async (path, bytes) => {
      const strange = strangeParent(path);
      if (strange !== undefined) return { ok: false, reason: `${strange} is not a plain folder` };
      return appendWhole(join(folder, path), bytes);
    },
  };
}

/** The first folder on the way to the file that is a link or no folder at all; the output folder itself is depth 0. */
function findStrangeParent(folder: string, path: string, from: number): string | undefined {
  const steps = path.split('/').slice(0, -1);
  for (let depth = from; depth <= steps.length; depth += 1) {
    const here = join(folder, ...steps.slice(0, depth));
    try {
      if (!lstatSync(here).isDirectory()) return here;
    } catch (error) {
      return hasCode(error, 'ENOENT') ? undefined : here;
    }
  }
  return undefined;
}

function readPlainFile(path: string): Uint8Array | 'in-the-way' | undefined {
  try {
    const content = readRegularFile(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return content instanceof Uint8Array ? content : 'in-the-way';
  } catch (error) {
    return hasCode(error, 'ENOENT') ? undefined : 'in-the-way';
  }
}

/**
 * A temporary name in the same folder, flushed, then renamed over the old file: whoever looks sees the old file or the
 * new one. The name is random, as two runs may write side by side; nothing random enters the file.
 */
async function writeWhole(path: string, bytes: Uint8Array): Promise<Written> {
  const temporary = join(dirname(path), `.demarche-${randomBytes(6).toString('hex')}.tmp`);
  let file: FileHandle | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    file = await open(temporary, 'wx');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    file = undefined;
    await rename(temporary, path);
    return { ok: true };
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    return { ok: false, reason: reasonOf(error) };
  }
}

/** One write to the file's end, as it is then (POSIX O_APPEND), so that two runs do not write into each other's lines. */
async function appendWhole(path: string, bytes: Uint8Array): Promise<Written> {
  let file: FileHandle | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW, 0o666);
    await file.write(bytes);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    await file?.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long for this disk',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? `the system says ${error.code}`;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
