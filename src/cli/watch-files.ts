import { type FSWatcher, watch } from 'node:fs';
import type { FileWatcher } from '../run/file-watcher.ts';
import { type WatchedFiles, changedNames, readFileStates, statsOf } from './file-states.ts';
import { UsageError } from './shell.ts';
import { isSystemError } from './system-error.ts';

/** How long nothing must happen before changes are reported, in milliseconds: editors save in several steps. */
const QUIET_TIME = 50;
/** The maximum time from an event to the report, in milliseconds, while a program goes on writing. */
const MAX_DELAY = 500;

/**
 * Watches the files of a campaign. Throws a UsageError if the system allows no more watches.
 *
 * Each folder has a watcher of its own, and an event only makes all files be looked at again. The recursive `fs.watch`
 * of Node 20 is not used, because on Linux it watches inodes of files: after a program has saved a file by renaming
 * another over it, later changes of that file are not reported; and it needs a watch for every file.
 */
export function watchFiles(watched: WatchedFiles): FileWatcher {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  let listener: (names: readonly string[]) => void = () => undefined;
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  let timer: NodeJS.Timeout | undefined;
  let firstEvent = 0;
  let entered = new Set<string>();

  /** Places a watcher on a folder, unless there is one. A folder that was replaced by another gets a new one. */
  const enter = (folder: string): void => {
    if (entered.has(folder)) return;
    entered.add(folder);
    const inode = statsOf(folder)?.ino;
    const earlier = watchers.get(folder);
    if (earlier?.inode === inode) return;
    drop(folder);
    if (inode === undefined) return;
    const watcher = openWatcher(folder, schedule, () => drop(folder));
    if (watcher !== undefined) watchers.set(folder, { watcher, inode });
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const look = (): ReturnType<typeof readFileStates> => {
    entered = new Set();
    const states = readFileStates(watched, enter);
    for (const folder of watchers.keys()) if (!entered.has(folder)) drop(folder);
    return states;
  };
  const close = (): void => {
    clearTimeout(timer);
    for (const folder of watchers.keys()) drop(folder);
  };
  const finish = (reason: string): void => {
    close();
    end(reason);
  };
  const report = (): void => {
    timer = undefined;
    if (statsOf(watched.campaign) === undefined) {
      finish('the folder of the campaign was deleted or moved');
      return;
    }
    try {
      const now = look();
      const names = changedNames(states, now);
      states = now;
      if (names.length > 0) listener(names);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      finish(error.hint === undefined ? error.message : `${error.message}; ${error.hint}`);
    }
  };
  function schedule(): void {
    const now = performance.now();
    if (timer === undefined) firstEvent = now;
    clearTimeout(timer);
    timer = setTimeout(report, Math.max(0, Math.min(QUIET_TIME, firstEvent + MAX_DELAY - now)));
  }

  let states: ReturnType<typeof readFileStates>;
  try {
    states = look();
  } catch (error) {
    close();
    throw error;
  }
  return { onChange: (next) => (listener = next), ended, close };
}

/**
 * Opens a watcher for a folder and the files directly in it; undefined if the folder was removed meanwhile or cannot be
 * read. Throws a UsageError if the system allows no more watches. `onFailure` is called when the watcher fails later.
 */
function openWatcher(folder: string, onEvent: () => void, onFailure: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, onEvent);
    watcher.on('error', () => {
      onFailure();
      onEvent();
    });
    return watcher;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].some((code) => isSystemError(error, code))) return undefined;
    if (!['ENOSPC', 'EMFILE', 'ENFILE'].some((code) => isSystemError(error, code))) throw error;
    // ENOSPC is not about the disk here, and EMFILE not about open files: inotify(7) reports its own limits by them.
    const isWatchLimit = isSystemError(error, 'ENOSPC');
    throw new UsageError(
      `the system allows no more ${isWatchLimit ? 'watches of folders' : 'programs that watch files'}`,
      isWatchLimit
        ? 'end other programs that watch files, or raise fs.inotify.max_user_watches (sysctl)'
        : 'end other programs that watch files, or raise fs.inotify.max_user_instances (sysctl)',
    );
  }
}
