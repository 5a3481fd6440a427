import { resolve } from 'node:path';
import { finishFolder } from '../../cli/new-folder.ts';
import { displayPath } from '../../cli/open-campaign.ts';
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
  readonly quiet: boolean;
  readonly list: boolean;
};

/** `demarche init`: writes a campaign of the gallery, or one for a table, into a new folder, or lists the gallery. */
export async function run(shell: Shell, folder: string | undefined, options: InitOptions): Promise<number> {
  if (options.list) {
    if (folder !== undefined) throw new UsageError('--list writes nothing, so no folder is named with it');
    await shell.out(galleryText(GALLERY.map((campaign) => ({ campaign, languages: languagesOf(campaign) }))));
    return EXIT.success;
  }
  const { from } = options;
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
