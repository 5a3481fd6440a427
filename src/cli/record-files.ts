import { setTimeout } from 'node:timers/promises';
import type { ChangeRecordFile, LockOutcome, OutputFolder } from '../world.ts';
import { openOutputFolder } from './output-folder.ts';

/** The time, in milliseconds, for which a change waits for other processes that change the same file. */
const MAX_WAIT = 20_000;
/** The time, in milliseconds, between two attempts to take the lock. */
const PAUSE = 50;

/**
 * Returns the function that changes a file of records in a letter's folder of the campaign. The file is locked from
 * before it is read until it is written whole, so that two processes that change it at once both succeed, one after the
 * other, and neither loses the other's change.
 */
export function createRecordFileChanger(campaign: string): ChangeRecordFile {
  const folder = openOutputFolder({ folder: campaign, name: 'the campaign', isNamedByUser: true });
  return async (letter, file, change) => {
    // The name is hidden, so that no part of the program takes the lock file for one of the campaign.
    const lock = await waitForLock(folder, `templates/${letter}/.${file.replace(/yaml$/u, 'lock')}`);
    if (!lock.ok) return { ok: false, reason: 'holder' in lock ? `${lock.holder} is changing it` : lock.reason };
    try {
      const text = await change();
      return text === undefined
        ? { ok: true }
        : await folder.write(`templates/${letter}/${file}`, new TextEncoder().encode(text));
    } finally {
      await lock.release();
    }
  };
}

/** Takes a lock, and waits while other processes hold it, for at most `MAX_WAIT`. */
async function waitForLock(folder: OutputFolder, path: string): Promise<LockOutcome> {
  const deadline = Date.now() + MAX_WAIT;
  for (;;) {
    const lock = await folder.lock(path);
    if (lock.ok || !('holder' in lock) || Date.now() > deadline) return lock;
    await setTimeout(PAUSE);
  }
}
