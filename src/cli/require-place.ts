import { dirname, join, relative, sep } from 'node:path';
import { neutralise, quote } from '../report/neutralise.ts';
import { enclosingCampaign } from './find-campaign.ts';
import { inspectPlace } from './new-folder.ts';
import { displayPath } from './open-campaign.ts';
import { UsageError } from './shell.ts';

/** The number of names in the way that a message lists. */
const MAX_NAMES = 8;

/**
 * Throws a UsageError unless a campaign can be written into the folder with this absolute path: there is nothing, or an
 * empty folder, and it is in no other campaign. `cwd`: the current folder. `hintFor`: what to do instead if there is a
 * campaign already, whose path is given.
 */
export function requirePlace(cwd: string, path: string, hintFor?: (campaign: string) => string): void {
  const name = quote(displayPath(cwd, path));
  const typed = relative(cwd, path).split(sep).join('/');
  if (neutralise(typed) !== typed) {
    throw new UsageError(`${name} has characters that cannot be printed`, 'name a folder without them');
  }
  const place = inspectPlace(path);
  if (place.kind === 'not-a-folder') {
    throw new UsageError(`${name} is not a plain folder`, 'name another; no symbolic link is followed');
  }
  const campaign = enclosingCampaign(path);
  if (campaign === path)
    throw new UsageError(`there is a campaign in ${name} already`, hintFor?.(typed) ?? 'name another folder');
  if (campaign !== undefined) {
    const outside = displayPath(cwd, join(dirname(campaign), 'my-letter'));
    throw new UsageError(
      `${name} is inside the campaign in ${quote(displayPath(cwd, campaign))}`,
      hintFor?.(relative(cwd, campaign).split(sep).join('/')) ?? `name a folder outside it, as ${quote(outside)}`,
    );
  }
  if (place.kind === 'occupied') {
    const names = place.names.slice(0, MAX_NAMES).map(neutralise).join(', ');
    const others = place.names.length > MAX_NAMES ? ` and ${place.names.length - MAX_NAMES} more` : '';
    throw new UsageError(
      `the folder ${name} is not empty: it has ${names}${others}`,
      'name a new folder, or an empty one',
    );
  }
}
