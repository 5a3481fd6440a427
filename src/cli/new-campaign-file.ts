import { lstatSync, mkdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeNewFile } from './regular-file.ts';
import { isSystemError } from './system-error.ts';

/** Why a file was not created: it exists, or a file or a symbolic link is in the place of its folder. */
export type NewFileObstacle = 'there-already' | 'not-a-folder';

/**
 * Creates a file in a folder of a campaign, and the folder if it is missing. No file is replaced, and no symbolic link is
 * followed in either place. Returns undefined, or what is in the way. Throws the errors of system calls.
 */
export async function createCampaignFile(
  campaign: string,
  { folder, name, text }: { readonly folder: string; readonly name: string; readonly text: string },
): Promise<NewFileObstacle | undefined> {
  const folderPath = join(campaign, folder);
  const isFolderNew = lstatSync(folderPath, { throwIfNoEntry: false }) === undefined;
  if (isFolderNew) mkdirSync(folderPath);
  else if (!lstatSync(folderPath).isDirectory()) return 'not-a-folder';
  const path = join(folderPath, name);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return 'there-already';
  try {
    await writeNewFile(path, new TextEncoder().encode(text));
    return undefined;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return 'there-already';
    // No part of the file is left, as on a disk that is full.
    rmSync(path, { force: true });
    if (isFolderNew) rmdirSync(folderPath);
    throw error;
  }
}
