import { type NewFile, createFolder } from '../../cli/new-folder.ts';
import { displayPath } from '../../cli/open-campaign.ts';
import { readPackageFile } from '../../cli/package.ts';
import type { Shell } from '../../cli/shell.ts';
import { isKnownSystemError, reasonOf } from '../../cli/system-error.ts';
import { printableLines, quote } from '../../report/neutralise.ts';
import { composeCampaign } from './new-campaign.ts';

/**
 * Writes a campaign into the folder with this absolute path, whole or not at all. `sources`: its files by path, without
 * those that every campaign has. Returns whether it was written; the reason why not is printed.
 */
export async function writeCampaign(
  { cwd, err, stop }: Pick<Shell, 'cwd' | 'err' | 'stop'>,
  path: string,
  sources: ReadonlyMap<string, NewFile>,
): Promise<boolean> {
  const files = composeCampaign(sources, (schema) => readPackageFile(`schema/${schema}.json`));
  try {
    await createFolder(path, files, stop);
    return true;
  } catch (error) {
    if (!isKnownSystemError(error)) throw error;
    const name = quote(displayPath(cwd, path));
    await err(printableLines([`demarche: the folder ${name} could not be written: ${reasonOf(error)}`]));
    return false;
  }
}
