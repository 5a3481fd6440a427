import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds the campaign that a folder is in: the folder itself or the nearest one above it that has a letter, which is a
 * folder under templates/ with a letter.yaml. A folder templates/ alone is no campaign here, since people have one of
 * that name for other things.
 */
export function campaignAbove(folder: string): string | undefined {
  if (hasLetter(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : campaignAbove(parent);
}

function hasLetter(folder: string): boolean {
  try {
    const templates = join(folder, 'templates');
    return readdirSync(templates).some((name) => existsSync(join(templates, name, 'letter.yaml')));
  } catch {
    // No such folder, or one that may not be read, such as the home folder of another user.
    return false;
  }
}
