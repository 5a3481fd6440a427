import { join, relative, resolve, sep } from 'node:path';
import { neutralise, quoted } from '../report/neutralise.ts';
import { listLetters } from '../run/list-letters.ts';
import type { World } from '../world.ts';
import type { LettersOptions } from './options.ts';
import { type Shell, UsageError, noSuch } from './shell.ts';

/** What standard input is called where a file has its name. */
export const STANDARD_INPUT = '(standard input)';

/** A campaign: what can be known of it before anything is read. */
interface CampaignLocation {
  readonly world: World;
  readonly folder: string;
  /** From a file's name as the campaign has it to the name that the user can open. */
  readonly pathOf: (file: string) => string;
}

/** Finds the campaign that the options name, and where its letters go. Usage error: no campaign there. */
export async function openCampaign(
  { cwd, openWorld }: Shell,
  options: Pick<LettersOptions, 'directory' | 'output'>,
): Promise<CampaignLocation> {
  const campaign = resolve(cwd, options.directory ?? '.');
  const named = options.output !== undefined && options.output !== '-';
  const folder = named ? resolve(cwd, options.output ?? '') : join(campaign, 'out');
  const world = await openWorld(campaign, { folder, name: shownPath(cwd, folder), named });
  if (world === undefined) {
    throw new UsageError(
      `there is no campaign in ${quoted(shownPath(cwd, campaign))}: a campaign is a folder with templates/ and recipients/`,
      'go to the campaign’s folder, or name it with -C',
    );
  }
  return {
    world,
    folder: campaign,
    // Places in the output folder are given as the user knows them; all others are relative to the campaign.
    pathOf: (file) =>
      file === STANDARD_INPUT || file.startsWith(`${world.output.name}/`) ? file : shownPath(cwd, join(campaign, file)),
  };
}

/** A path as the user can type it: relative to the current folder, with forward slashes; a name cannot disturb a terminal. */
function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : neutralise(shown);
}

/** The letters that are meant: all if none is named. Usage errors: none there, one that is not there. */
export async function chooseLetters(world: World, wanted: readonly string[]): Promise<readonly string[]> {
  const letters = await listLetters(world);
  if (letters.length === 0) {
    throw new UsageError('the campaign has no letter: no folder under templates/ has a letter.yaml');
  }
  const unknown = wanted.filter((letter) => !letters.includes(letter));
  if (unknown.length > 0) {
    throw noSuch('letter', unknown, letters.map(neutralise));
  }
  return wanted.length === 0 ? letters : letters.filter((letter) => wanted.includes(letter));
}
