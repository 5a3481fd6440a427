import { join, relative, resolve, sep } from 'node:path';
import { neutralise, quoted } from '../report/neutralise.ts';
import { listLetters } from '../run/list-letters.ts';
import type { World } from '../world.ts';
import type { LettersOptions } from './options.ts';
import { type Shell, UsageError, noSuch } from './shell.ts';

/** The file name of standard input in the locations of diagnostics. */
export const STANDARD_INPUT = '(standard input)';

/** A campaign that was found on the disk; none of its files has been read yet. */
interface CampaignLocation {
  readonly world: World;
  /** The absolute path of the campaign's folder. */
  readonly folder: string;
  /** Turns the file name of a location into a path that the user can open from the current folder. */
  readonly pathOf: (file: string) => string;
}

/** Finds the campaign and the output folder that the options name. Throws a usage error if there is no campaign. */
export async function openCampaign(
  { cwd, openWorld }: Shell,
  options: Pick<LettersOptions, 'directory' | 'output'>,
): Promise<CampaignLocation> {
  const campaign = resolve(cwd, options.directory ?? '.');
  const named = options.output !== undefined && options.output !== '-';
  const folder = named ? resolve(cwd, options.output ?? '') : join(campaign, 'out');
  const world = await openWorld(campaign, { folder, name: shownPath(cwd, folder), isNamedByUser: named });
  if (world === undefined) {
    throw new UsageError(
      `there is no campaign in ${quoted(shownPath(cwd, campaign))}: a campaign is a folder with templates/ and recipients/`,
      'go to the campaign’s folder, or name it with -C',
    );
  }
  return {
    world,
    folder: campaign,
    // Files in the output folder already have the user's path; all others are relative to the campaign.
    pathOf: (file) =>
      file === STANDARD_INPUT || file.startsWith(`${world.output.name}/`) ? file : shownPath(cwd, join(campaign, file)),
  };
}

/** A path as the user can type it: relative to the current folder, with forward slashes, and safe to print. */
function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : neutralise(shown);
}

/** The letters with these names; all if none is given. Throws a usage error if there is none, or one is missing. */
export async function chooseLetters(world: World, names: readonly string[]): Promise<readonly string[]> {
  const letters = await listLetters(world);
  if (letters.length === 0) {
    throw new UsageError('the campaign has no letter: no folder under templates/ has a letter.yaml');
  }
  const unknown = names.filter((letter) => !letters.includes(letter));
  if (unknown.length > 0) {
    throw noSuch('letter', unknown, letters.map(neutralise));
  }
  return names.length === 0 ? letters : letters.filter((letter) => names.includes(letter));
}
