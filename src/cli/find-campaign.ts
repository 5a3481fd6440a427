import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { quote } from '../report/neutralise.ts';
import { CAMPAIGN_PARTS, type CampaignPart, type CampaignSearch, UsageError } from './shell.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/**
 * Searches for the campaign of a folder, as git does for a repository: in the folder itself and then in those above it,
 * up to the root of its file system. A folder with `templates/` is taken if the search begins in it, so that a campaign
 * that lacks its other folder is reported and not passed over for another one above. Throws a UsageError if the system
 * does not let the program look into the first folder; the search ends at a folder above that it cannot look into,
 * because a campaign beyond it may not be the nearest.
 */
export function searchCampaign(folder: string): CampaignSearch {
  const parts = CAMPAIGN_PARTS.filter((part) => hasReadableFolder(folder, part));
  const campaign = parts.includes('templates') ? folder : campaignAbove(folder);
  return {
    campaign,
    parts,
    exists: parts.length > 0 || isFolder(folder),
    listBelow: () => campaignsBelow(folder),
  };
}

/** Returns the campaign in which a new folder would be: that in the folder itself, or the nearest one above it. */
export function enclosingCampaign(folder: string): string | undefined {
  if (mayBeCampaign(folder)) return folder;
  const parent = dirname(folder);
  const exists = statSync(folder, { throwIfNoEntry: false }) !== undefined;
  return exists || parent === folder ? campaignAbove(folder) : enclosingCampaign(parent);
}

/** Returns the nearest campaign above a folder, on the same file system. */
function campaignAbove(folder: string): string | undefined {
  try {
    const { dev } = statSync(folder);
    for (let current = folder; current !== dirname(current);) {
      current = dirname(current);
      if (statSync(current).dev !== dev) return undefined;
      if (isWholeCampaign(current)) return current;
    }
  } catch {
    // The folder does not exist, or one above it cannot be looked into.
  }
  return undefined;
}

/** The maximum number of folders that are looked into for campaigns below a folder. */
const MAX_FOLDERS_BELOW = 200;

/** Returns the names of the folders directly in a folder that are campaigns, in alphabetical order. */
function campaignsBelow(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    return names
      .slice(0, MAX_FOLDERS_BELOW)
      .filter((name) => mayBeCampaign(join(folder, name)))
      .toSorted();
  } catch {
    return [];
  }
}

function mayBeCampaign(folder: string): boolean {
  try {
    return isWholeCampaign(folder);
  } catch {
    return false;
  }
}

/**
 * Whether a folder in which a user does not stand is a campaign: it has `templates/`, which other programs have too,
 * and either `recipients/` or a letter. Throws the error of the system if it cannot be looked into.
 */
function isWholeCampaign(folder: string): boolean {
  if (!hasFolder(folder, 'templates')) return false;
  if (hasFolder(folder, 'recipients')) return true;
  const templates = join(folder, 'templates');
  return readdirSync(templates).some(
    (name) => statSync(join(templates, name, 'letter.yaml'), { throwIfNoEntry: false }) !== undefined,
  );
}

/** Whether this folder has the folder `templates`, as a campaign does. Throws a UsageError if that is not known. */
export function hasTemplates(folder: string): boolean {
  return hasReadableFolder(folder, 'templates');
}

function hasReadableFolder(folder: string, part: CampaignPart): boolean {
  try {
    return hasFolder(folder, part);
  } catch (error) {
    throw new UsageError(
      `the folder ${quote(folder)} cannot be read: ${reasonOf(error)}`,
      'check its permissions, and where symbolic links lead',
    );
  }
}

function hasFolder(folder: string, part: CampaignPart): boolean {
  return isFolder(join(folder, part));
}

/** Whether there is a folder with this path. Throws the error of the system if it does not let the program find out. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR')) return false;
    throw error;
  }
}
