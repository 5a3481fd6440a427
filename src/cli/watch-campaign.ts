import { join, resolve } from 'node:path';
import type { FileWatcher } from '../run/file-watcher.ts';
import { pathFromCampaign } from './open-campaign.ts';
import type { LettersOptions } from './options.ts';
import type { Shell } from './shell.ts';
import { watchFiles } from './watch-files.ts';

/** The folders of a campaign that its letters are made from. */
const FOLDERS = ['templates', 'recipients', 'languages'];

/**
 * Watches the folders of a campaign that its letters are made from, and the files of recipients and columns that the
 * options name. The output folder is not watched. Throws a UsageError if the system allows no more watches. `campaign`:
 * the absolute path of its folder.
 */
export function watchCampaign(
  { cwd }: Pick<Shell, 'cwd'>,
  campaign: string,
  { recipients, columns, output }: Pick<LettersOptions, 'recipients' | 'columns' | 'output'>,
): FileWatcher {
  const files = [recipients, columns].flatMap((file) => (file === undefined ? [] : [resolve(cwd, file)]));
  return watchFiles({
    campaign,
    folders: FOLDERS,
    files: new Map(files.map((file) => [pathFromCampaign(campaign, file), file])),
    except: output === undefined ? join(campaign, 'out') : resolve(cwd, output),
  });
}
