import { type Dirent, type Stats, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../run/sha256.ts';

/** The files and folders that are watched. */
export interface WatchedFiles {
  /** The absolute path of the campaign's folder. */
  readonly campaign: string;
  /** The folders of the campaign that are watched with all that is in them. They need not exist. */
  readonly folders: readonly string[];
  /** The absolute paths of files outside these folders, by their names in the locations of diagnostics. */
  readonly files: ReadonlyMap<string, string>;
  /** The absolute path of a folder that is not watched, even inside the others: the output folder. */
  readonly except: string;
}

/** The states of files and folders when they were looked at, by name. */
export interface FileStates {
  /** What the system says of each. It is another text after a change, but for those of young files. */
  readonly states: ReadonlyMap<string, string>;
  /** The files that had been written just before, with the hash of their content. */
  readonly young: ReadonlyMap<string, YoungFile>;
}

interface YoungFile {
  readonly path: string;
  readonly hash: string;
}

/**
 * The time for which a file counts as young, in milliseconds. A file system stamps what is written in one tick of its
 * clock, of up to 10 ms, with the same time, so that a second change within the tick may not be seen by the status.
 */
const YOUNG_TIME = 20;

/**
 * Looks at all watched files and folders, and calls `enter` with the path of each folder before its entries are read, so
 * that a file that is added afterwards is noticed by a watcher which `enter` places. Hidden files are left out, because
 * a campaign never reads them and editors write them. A symbolic link has the state of its target, whose folder is
 * entered too.
 */
export function readFileStates(watched: WatchedFiles, enter: (folder: string) => void): FileStates {
  const states = new Map<string, string>();
  const young = new Map<string, YoungFile>();
  const now = Date.now();

  const addFile = (name: string, path: string, stats: Stats): void => {
    states.set(name, [stats.mtimeMs, stats.size, stats.mode, stats.dev, stats.ino].join(' '));
    if (Math.abs(now - stats.mtimeMs) < YOUNG_TIME) young.set(name, { path, hash: hashOfFile(path) });
  };
  /** `above`: the folders above this one, by device and inode, so that a link to one of them does not recur. */
  const addFolder = (name: string, above: readonly string[]): void => {
    const path = join(watched.campaign, name);
    const stats = statsOf(path);
    // `above` is empty for `templates` and the like, which are watched even if letters are written into them.
    if (stats?.isDirectory() !== true || (path === watched.except && above.length > 0)) return;
    const identity = `${stats.dev} ${stats.ino}`;
    if (above.includes(identity)) return;
    states.set(name, 'folder');
    enter(path);
    for (const entry of entriesOf(path)) {
      if (entry.name.startsWith('.')) continue;
      const entryName = `${name}/${entry.name}`;
      const entryPath = join(path, entry.name);
      const entryStats = statsOf(entryPath);
      if (entryStats?.isDirectory() === true) addFolder(entryName, [...above, identity]);
      else if (entryStats !== undefined) addFile(entryName, entryPath, entryStats);
      if (entry.isSymbolicLink()) enterTarget(entryPath, enter);
    }
  };

  enter(watched.campaign);
  for (const folder of watched.folders) addFolder(folder, []);
  for (const [name, path] of watched.files) {
    enter(dirname(path));
    const stats = statsOf(path);
    if (stats !== undefined) addFile(name, path, stats);
  }
  return { states, young };
}

/** Returns the names of what was added, changed or removed between two looks, sorted. */
export function changedNames(before: FileStates, after: FileStates): readonly string[] {
  const names = new Set([...before.states.keys(), ...after.states.keys()]);
  const hasChanged = (name: string): boolean => {
    if (before.states.get(name) !== after.states.get(name)) return true;
    const young = before.young.get(name);
    return young !== undefined && (after.young.get(name)?.hash ?? hashOfFile(young.path)) !== young.hash;
  };
  return [...names].filter(hasChanged).toSorted();
}

/** Returns the hash of the content of a file; empty if it cannot be read. */
function hashOfFile(path: string): string {
  try {
    return sha256(readFileSync(path));
  } catch {
    return '';
  }
}

/** Enters the folder of the target of a symbolic link. */
function enterTarget(path: string, enter: (folder: string) => void): void {
  try {
    enter(dirname(realpathSync.native(path)));
  } catch {
    // The target does not exist. A change of the link itself is noticed in its folder.
  }
}

/** Returns the status of a file; undefined if there is none or it cannot be looked at. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Returns the entries of a folder; none if it was removed meanwhile or cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
