import { resolve } from 'node:path';
import { finishFolder } from '../../cli/new-folder.ts';
import { enclosingCampaign } from '../../cli/find-campaign.ts';
import { displayPath, findCampaign } from '../../cli/open-campaign.ts';
import { requirePlace } from '../../cli/require-place.ts';
import { isFlagSet } from '../../cli/result-printer.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { quote } from '../../report/neutralise.ts';
import { type CampaignChoice, type NamedCampaign, chooseCampaign, isTablePath } from './choose-campaign.ts';
import { nextStepsText, programOf } from './next-steps.ts';
import { galleryText } from './gallery-text.ts';
import { languagesOf, readGalleryFiles } from './run-gallery.ts';
import { GALLERY, firstPaths } from './gallery.ts';
import { askForCampaign } from './run-questions.ts';
import { writeCampaign } from './run-writing.ts';

/** The options of `init`. */
export type InitOptions = Pick<NamedCampaign, 'from' | 'language'> & {
  /** The campaign to which a language is added, as the user typed its path. */
  readonly directory?: string | undefined;
  readonly quiet: boolean;
  readonly list: boolean;
};

/**
 * `demarche init`: writes a campaign of the gallery, or one for a table, into a new folder; adds the file of a language
 * to the campaign that the user is in; or lists the gallery.
 */
export async function run(shell: Shell, folder: string | undefined, options: InitOptions): Promise<number> {
  if (options.list) {
    if (folder !== undefined) throw new UsageError('--list writes nothing, so no folder is named with it');
    await shell.out(galleryText(GALLERY.map((campaign) => ({ campaign, languages: languagesOf(campaign) }))));
    return EXIT.success;
  }
  const { from, language, quiet } = options;
  const campaign = await campaignForLanguage(shell, folder, options);
  if (campaign !== undefined && language !== undefined) {
    const { runLanguage } = await import('./run-language.ts');
    return runLanguage(shell, campaign, { language, quiet });
  }
  if (from !== undefined && isTablePath(from)) {
    const { runFromTable } = await import('./run-from-table.ts');
    return runFromTable(shell, folder, { ...options, from });
  }
  const choice = mayAsk(shell, folder, options)
    ? await askForCampaign(await shell.prompts(), {
        languagesOf,
        problemWith: (typed) => problemWith(shell.cwd, typed),
      })
    : requireChoice({ folder, ...options });
  if (choice === undefined) return EXIT.interrupted;
  const path = resolve(shell.cwd, choice.folder);
  const name = displayPath(shell.cwd, path);
  if (await finishFolder(path)) {
    if (!options.quiet) await shell.out(`the campaign that was being written into ${quote(name)} is whole now\n`);
    return EXIT.success;
  }
  requirePlace(shell.cwd, path);
  if (!(await writeCampaign(shell, path, readGalleryFiles(choice.campaign, choice.language)))) return EXIT.negative;
  if (options.quiet) return EXIT.success;
  const program = programOf(shell.env);
  await shell.out(nextStepsText({ folder: name, ...firstPaths(choice.campaign, choice.language), program }));
  return EXIT.success;
}

/**
 * Returns the absolute path of the campaign to which `--language` adds a language: that of `-C`, or else the one that the
 * user is in. Undefined if a new campaign is written, in that language. Throws a UsageError if `-C` names no campaign, or
 * is used for something else.
 */
async function campaignForLanguage(
  shell: Shell,
  folder: string | undefined,
  { directory, from, language }: InitOptions,
): Promise<string | undefined> {
  const isAdded = folder === undefined && from === undefined && language !== undefined;
  if (directory === undefined) return isAdded ? enclosingCampaign(shell.cwd) : undefined;
  if (isAdded) return findCampaign(shell, { directory });
  throw new UsageError(
    '-C names a campaign that is there, and only --language adds to one',
    'name the folder of a new campaign without -C; the language of one that is there: init -C DIR --language eu',
  );
}

/** Whether questions are asked: the user named nothing, and is at a terminal that can draw them. */
function mayAsk({ isTerminal, env }: Shell, folder: string | undefined, options: InitOptions): boolean {
  const isNothingNamed =
    folder === undefined && options.from === undefined && options.language === undefined && !options.quiet;
  return isNothingNamed && isTerminal.in && isTerminal.out && !isFlagSet(env['CI']) && env['TERM'] !== 'dumb';
}

function requireChoice(named: NamedCampaign): CampaignChoice {
  const choice = chooseCampaign(named, languagesOf);
  if ('unknown' in choice) throw new UsageError(choice.unknown, choice.hint);
  return choice;
}

function problemWith(cwd: string, typed: string): string | undefined {
  try {
    requirePlace(cwd, resolve(cwd, typed));
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
