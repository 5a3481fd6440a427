import { join, relative, resolve, sep } from 'node:path';
import { neutralise, quote } from '../report/neutralise.ts';
import { listLetters } from '../run/list-letters.ts';
import type { World } from '../world.ts';
import type { LettersOptions } from './options.ts';
import { type Shell, UsageError, unknownNameError } from './shell.ts';

/** The file name of standard input in the locations of diagnostics. */
export const STANDARD_INPUT = '(standard input)';

/** A campaign that exists on the disk. None of its files has been read yet. */
interface OpenedCampaign {
  readonly world: World;
  /** The absolute path of the campaign's folder. */
  readonly folder: string;
  /** Turns the file name of a location into a path that the user can open from the current folder. */
  readonly pathOf: (file: string) => string;
}

/** Opens the campaign and the output folder that the options name. Throws a UsageError if there is no campaign. */
export async function openCampaign(
  { cwd, openWorld }: Shell,
  options: Pick<LettersOptions, 'directory' | 'output' | 'defaultOutput'>,
): Promise<OpenedCampaign> {
  const campaign = resolve(cwd, options.directory ?? '.');
  const isNamed = options.output !== undefined;
  if (options.output !== undefined) refuseFileName(options.output);
  const outputPath =
    options.output === undefined ? join(campaign, options.defaultOutput ?? 'out') : resolve(cwd, options.output);
  const world = await openWorld(campaign, {
    folder: outputPath,
    name: displayPath(cwd, outputPath),
    isNamedByUser: isNamed,
  });
  if (world === undefined) {
    throw new UsageError(
      `there is no campaign in ${quote(displayPath(cwd, campaign))}: a campaign is a folder with templates/ and recipients/`,
      'go to the campaign’s folder, or name it with -C',
    );
  }
  return {
    world,
    folder: campaign,
    // File names in the output folder are already paths for the user; all others are relative to the campaign.
    pathOf: (file) =>
      file === STANDARD_INPUT || file.startsWith(`${world.output.name}/`)
        ? file
        : displayPath(cwd, join(campaign, file)),
  };
}

/** The name of a file in the locations of diagnostics: its path relative to the campaign's folder. */
export function pathFromCampaign(campaign: string, path: string): string {
  return relative(campaign, path).split(sep).join('/');
}

/** Throws a UsageError if the name of an output folder is empty, `-`, or that of a letter in a file. */
function refuseFileName(output: string): void {
  if (output === '') throw new UsageError('-o names no folder', 'leave it out to write into out in the campaign');
  if (output === '-') {
    throw new UsageError('-o - is standard output, and only generate writes to it', 'name the folder of the letters');
  }
  const extension = /\.(md|pdf)\/*$/iu.exec(output)?.[1]?.toLowerCase();
  if (extension === undefined) return;
  throw new UsageError(
    `${quote(output)} is the name of a file, and -o names the folder of the letters`,
    `name a folder, as in -o letters; one letter in a file: demarche generate ID --to ${extension} -o - > letter.${extension}`,
  );
}

/** A path as the user can type it: relative to the current folder, with forward slashes and without control codes. */
function displayPath(cwd: string, path: string): string {
  const relativePath = relative(cwd, path).split(sep).join('/');
  return relativePath === '' ? '.' : neutralise(relativePath);
}

/**
 * Returns the letters (folders under `templates/`) with these names, or all letters if no name is given. Throws a
 * UsageError if the campaign has no letter, or none of one of these names.
 */
export async function chooseLetters(world: World, names: readonly string[]): Promise<readonly string[]> {
  const letters = await listLetters(world);
  if (letters.length === 0) {
    throw new UsageError('the campaign has no letter: no folder under templates/ has a letter.yaml');
  }
  const unknownNames = names.filter((letter) => !letters.includes(letter));
  if (unknownNames.length > 0) {
    throw unknownNameError('letter', unknownNames, letters.map(neutralise));
  }
  return names.length === 0 ? letters : letters.filter((letter) => names.includes(letter));
}
