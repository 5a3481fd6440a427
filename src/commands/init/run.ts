import { resolve } from 'node:path';
import { createFolder, finishFolder } from '../../cli/new-folder.ts';
import { displayPath } from '../../cli/open-campaign.ts';
import { listPackageFiles, listPackageFolder, readPackageFile } from '../../cli/package.ts';
import { requirePlace } from '../../cli/require-place.ts';
import { isFlagSet } from '../../cli/result-printer.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { isKnownSystemError, reasonOf } from '../../cli/system-error.ts';
import { printableLines, quote } from '../../report/neutralise.ts';
import { type CampaignChoice, type NamedCampaign, chooseCampaign } from './choose-campaign.ts';
import { nextStepsText } from './next-steps.ts';
import { galleryText } from './gallery-text.ts';
import { GALLERY, type GalleryCampaign, firstPaths, partsOf } from './gallery.ts';
import { composeCampaign } from './new-campaign.ts';
import { askForCampaign } from './run-questions.ts';

/** The options of `init`. */
type InitOptions = Pick<NamedCampaign, 'from' | 'language'> & { readonly quiet: boolean; readonly list: boolean };

/** `demarche init`: writes a campaign of the gallery into a new folder, or lists the gallery. */
export async function run(shell: Shell, folder: string | undefined, options: InitOptions): Promise<number> {
  if (options.list) {
    if (folder !== undefined) throw new UsageError('--list writes nothing, so no folder is named with it');
    await shell.out(galleryText(GALLERY.map((campaign) => ({ campaign, languages: languagesOf(campaign) }))));
    return EXIT.success;
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
  const failure = await writeCampaign(path, choice, shell.stop);
  if (failure !== undefined) {
    await shell.err(printableLines([`demarche: the folder ${quote(name)} could not be written: ${failure}`]));
    return EXIT.negative;
  }
  if (options.quiet) return EXIT.success;
  const program = shell.env['npm_command'] === 'exec' ? 'npx demarche' : 'demarche';
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

/** The languages of a campaign, English first: it is the language of messages and comments. */
function languagesOf({ source }: GalleryCampaign): readonly string[] {
  if (source.kind === 'one') return [source.language];
  const languages = listPackageFolder(source.folder).filter((name) => /^[a-z]{2}$/u.test(name));
  return languages.toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
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

/** Writes a campaign whole or not at all. Returns the reason if the system refuses. */
async function writeCampaign(path: string, choice: CampaignChoice, stop: AbortSignal): Promise<string | undefined> {
  const files = composeCampaign(readGalleryFiles(choice), (schema) => readPackageFile(`schema/${schema}.json`));
  try {
    await createFolder(path, files, stop);
    return undefined;
  } catch (error) {
    if (!isKnownSystemError(error)) throw error;
    return reasonOf(error);
  }
}

/** Reads the files of a campaign of the package, by their paths in a new campaign. */
function readGalleryFiles({ campaign, language }: CampaignChoice): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(partsOf(campaign, language)).flatMap(([beginning, folder]) =>
      listPackageFiles(folder)
        // Hidden files are those of editors and systems.
        .filter((file) => !/(?:^|\/)\./u.test(file))
        .map((file): [string, string] => [`${beginning}${file}`, readPackageFile(`${folder}${file}`)]),
    ),
  );
}
