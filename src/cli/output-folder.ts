import { randomBytes } from 'node:crypto';
import { constants, lstatSync, mkdirSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LockAttempt, OutputFolder, WriteResult } from '../world.ts';
import { takeLock } from './lock-file.ts';
import { appendWhole, readRegularFile, readRegularPart, writeWhole } from './regular-file.ts';
import { hasCode, reasonOf } from './system-error.ts';

/** Which folder letters go into. `named`: the command line names it, so that it may be a link if the user likes. */
export interface OutputLocation {
  readonly folder: string;
  /** As the user knows it, for messages. */
  readonly name: string;
  readonly named: boolean;
}

/** What temporary files are called, with who made them and a number between. */
const TEMPORARY = '.demarche-';

/** The output folder on this disk. Files are written whole or not at all, and nothing is followed out of the folder. */
export function openOutputFolder({ folder, name, named }: OutputLocation): OutputFolder {
  const token = randomBytes(6).toString('hex');
  let made = 0;
  const plain = new Set<string>();
  /** Looked at once: who can change the folder during a run could do so between looking and writing, too. */
  const strangeParent = (path: string): string | undefined => {
    const parent = dirname(path);
    if (plain.has(parent)) return undefined;
    const found = findStrangeParent(folder, path, named ? 1 : 0);
    if (found === 'none') plain.add(parent);
    return found === 'none' || found === 'missing' ? undefined : found.folder;
  };
  const refused = (path: string): { readonly ok: false; readonly reason: string } | undefined => {
    const strange = strangeParent(path);
    return strange === undefined ? undefined : { ok: false, reason: `${strange} is not a plain folder` };
  };
  const readPlain = async (path: string, read: (file: string) => Uint8Array | string) => {
    if (strangeParent(path) !== undefined) return 'in-the-way';
    try {
      const content = read(join(folder, path));
      return content instanceof Uint8Array ? content : 'in-the-way';
    } catch (error) {
      return hasCode(error, 'ENOENT') ? undefined : 'in-the-way';
    }
  };
  return {
    name,
    read: (path) => readPlain(path, (file) => readRegularFile(file, READ_ONLY)),
    readPart: (path, from, to) => readPlain(path, (file) => readRegularPart(file, READ_ONLY, from, to)),
    write: async (path, content) => {
      made += 1;
      const temporary = join(folder, dirname(path), `${TEMPORARY}${token}-${made}.tmp`);
      return refused(path) ?? writeWhole(join(folder, path), temporary, content);
    },
    append: (path, bytes) => Promise.resolve(refused(path) ?? appendWhole(join(folder, path), bytes)),
    remove: (path) => Promise.resolve(refused(path) ?? removeFile(join(folder, path))),
    lock: async (path) => refused(path) ?? lockIn(join(folder, path), token),
  };
}

function removeFile(path: string): WriteResult {
  try {
    unlinkSync(path);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Takes a lock, and clears away what runs that are gone left beside it. Makes the folder, and takes it away if empty. */
async function lockIn(path: string, token: string): Promise<LockAttempt> {
  try {
    const folder = dirname(path);
    const first = mkdirSync(folder, { recursive: true });
    const taken = await takeLock(path, token);
    if (!taken.ok) return taken;
    const release = (): void => {
      taken.release();
      if (first !== undefined) removeEmpty(folder, first);
    };
    try {
      sweep(folder, path, taken.left?.token);
    } catch (error) {
      release();
      throw error;
    }
    return { ok: true, release: () => Promise.resolve(release()) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/**
 * Temporary files of a run that was killed. All are litter if nobody else holds a lock here; else those of the run that
 * had ours.
 */
function sweep(folder: string, path: string, left: string | undefined): void {
  const names = readdirSync(folder);
  const isAlone = !names.some((name) => name.endsWith('.lock') && join(folder, name) !== path);
  const mark = isAlone ? TEMPORARY : left === undefined ? undefined : `${TEMPORARY}${left}-`;
  if (mark === undefined) return;
  for (const name of names) if (name.startsWith(mark) && name.endsWith('.tmp')) unlinkSync(join(folder, name));
}

/** From the folder up to the first that was made, as long as nothing is in it. */
function removeEmpty(folder: string, first: string): void {
  try {
    for (let here = folder; here.startsWith(first); here = dirname(here)) rmdirSync(here);
  } catch {
    // Something is in it, or it may not be taken away: then it stays.
  }
}

/**
 * The first folder on the way to the file that is a link or no folder at all; the output folder itself is depth 0.
 * 'missing': it ends before there is one.
 */
function findStrangeParent(
  folder: string,
  path: string,
  from: number,
): { readonly folder: string } | 'none' | 'missing' {
  const steps = path.split('/').slice(0, -1);
  for (let depth = from; depth <= steps.length; depth += 1) {
    const here = join(folder, ...steps.slice(0, depth));
    try {
      if (!lstatSync(here).isDirectory()) return { folder: here };
    } catch (error) {
      return hasCode(error, 'ENOENT') ? 'missing' : { folder: here };
    }
  }
  return 'none';
}

const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
