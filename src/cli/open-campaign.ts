import { join, relative, resolve, sep } from 'node:path';
import { FORMATS } from '../model/artifact.ts';
import { neutralise, quote } from '../report/neutralise.ts';
import { listLetters } from '../run/list-letters.ts';
import type { World } from '../world.ts';
import type { FilterOptions, LettersOptions } from './options.ts';
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

/** The options that decide which campaign is opened, and where its letters are. */
export type CampaignOptions = Pick<LettersOptions, 'directory' | 'recipients' | 'output' | 'defaultOutput'> &
  Partial<FilterOptions>;

/**
 * Opens the campaign that the options name, or else that of the current folder, and the output folder. Throws a
 * UsageError if there is no campaign, or if a command that goes over recipients finds no folder `recipients`.
 */
export async function openCampaign(shell: Shell, options: CampaignOptions): Promise<OpenedCampaign> {
  const { cwd, openWorld } = shell;
  const isNamed = options.output !== undefined;
  if (options.output !== undefined) refuseFileName(options.output);
  const campaign = await findCampaign(shell, options);
  const outputPath =
    options.output === undefined ? join(campaign, options.defaultOutput ?? 'out') : resolve(cwd, options.output);
  const world = await openWorld(campaign, {
    folder: outputPath,
    name: displayPath(cwd, outputPath),
    isNamedByUser: isNamed,
  });
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

/**
 * Returns the absolute path of the campaign: that in the folder of `-C`, and nowhere else, or else the nearest one, in
 * the current folder or above it. Throws a UsageError if there is none.
 */
export async function findCampaign(
  { cwd, searchCampaign }: Pick<Shell, 'cwd' | 'searchCampaign'>,
  options: CampaignOptions,
): Promise<string> {
  const folder = resolve(cwd, options.directory ?? '.');
  const search = await searchCampaign(folder);
  const { campaign } = search;
  const isNamed = options.directory !== undefined;
  if (campaign === undefined || (isNamed && campaign !== folder)) {
    const { missingCampaignError } = await import('./missing-campaign.ts');
    throw missingCampaignError({
      name: displayPath(cwd, folder),
      isNamed,
      above: campaign === undefined ? undefined : displayPath(cwd, campaign),
      search,
      pathOf: (name) => displayPath(cwd, join(folder, name)),
    });
  }
  const needsProfiles = options.role !== undefined && options.recipients === undefined;
  if (needsProfiles && campaign === folder && !search.parts.includes('recipients')) {
    const { missingPartError } = await import('./missing-campaign.ts');
    throw missingPartError(displayPath(cwd, folder), 'recipients');
  }
  return campaign;
}

/**
 * Reports on standard error which campaign is used, if it is one above the current folder. Prints nothing with
 * `--quiet` and `--json`.
 */
export async function announceCampaign(
  { cwd, err }: Shell,
  folder: string,
  { directory, quiet, json }: Pick<LettersOptions, 'directory' | 'quiet' | 'json'>,
): Promise<void> {
  if (directory === undefined && folder !== cwd && !quiet && !json)
    await err(`campaign: ${displayPath(cwd, folder)}\n`);
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
  const extension = /\.([a-z]+)\/*$/iu.exec(output)?.[1]?.toLowerCase();
  if (extension === undefined || !FORMATS.some((format) => format === extension)) return;
  throw new UsageError(
    `${quote(output)} is the name of a file, and -o names the folder of the letters`,
    `name a folder, as in -o letters; one letter in a file: demarche generate ID --to ${extension} -o - > letter.${extension}`,
  );
}

/** A path as the user can type it: relative to the current folder, with forward slashes and without control codes. */
export function displayPath(cwd: string, path: string): string {
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
    const { PART_HINTS } = await import('./missing-campaign.ts');
    throw new UsageError(
      'the campaign has no letter: no folder under templates/ has a letter.yaml',
      PART_HINTS.templates,
    );
  }
  const unknownNames = names.filter((letter) => !letters.includes(letter));
  if (unknownNames.length > 0) {
    throw unknownNameError('letter', unknownNames, letters.map(neutralise));
  }
  return names.length === 0 ? letters : letters.filter((letter) => names.includes(letter));
}
