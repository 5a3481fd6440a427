import type { Job, JobOptions } from '../model/job.ts';
import { type ReadFiles, recordReads } from '../run/recorded-world.ts';
import type { World } from '../world.ts';
import { announceCampaign, chooseLetters, openCampaign } from './open-campaign.ts';
import type { FilterOptions, LettersOptions } from './options.ts';
import { type ProfileWalk, openProfiles } from './profile-walk.ts';
import { openColumnsFile } from './open-columns-file.ts';
import { openRecipientsFile } from './recipients-file.ts';
import { type Shell, UsageError } from './shell.ts';
import { type ResultPrinter, isFlagSet, createResultPrinter } from './result-printer.ts';

/** The context of a command: its campaign, letters and profiles, and the printer of its results. */
export interface Session extends ResultPrinter {
  /** The files of the campaign; reads are recorded in `reads`. */
  readonly world: World;
  /** The absolute path of the campaign's folder. */
  readonly folder: string;
  readonly profiles: ProfileWalk;
  /** Whether the profiles can be iterated more than once; false if they include standard input. */
  readonly canReadAgain: boolean;
  /** Returns the files and folders of the campaign that have been read so far. */
  readonly reads: () => ReadFiles;
  /**
   * Returns the SHA-256 of the recipients file that the command line names, followed by that of its columns file, if
   * there is one; undefined if the command line names none.
   */
  readonly recipientsHash: (() => string) | undefined;
  /** The selected letters: names of folders under `templates/`. */
  readonly letters: readonly string[];
  /** Aborted when a signal asks the run to stop. */
  readonly stop: AbortSignal;
  /** Builds the job of a letter, with the date and the editions (languages) of the command line. */
  readonly jobFor: (letter: string, job: JobOptions) => Job;
}

/**
 * Opens the campaign that the options name. Throws a UsageError if the campaign, a letter or the recipients file does
 * not exist, or if several letters would have to read standard input.
 */
export async function openSession(shell: Shell, options: LettersOptions & Partial<FilterOptions>): Promise<Session> {
  const campaign = await openCampaign(shell, options);
  await announceCampaign(shell, campaign.folder, options);
  const { world, reads } = recordReads(campaign.world);
  const showValues = options.showValues || !isFlagSet(shell.env['CI']);
  const printer = createResultPrinter(shell, options, { pathOf: campaign.pathOf, showValues }, campaign.world);
  const letters = await chooseLetters(world, options.letter);
  const { recipients, columns, date, language } = options;
  const canReadAgain = recipients !== '-';
  if (!canReadAgain && letters.length > 1) {
    throw new UsageError(
      `standard input can be read for one letter, and there are ${letters.length}`,
      'choose one with --letter, or put the recipients into a file',
    );
  }
  const file = recipients === undefined ? undefined : await openRecipientsFile(shell, campaign.folder, recipients);
  const columnsFile =
    columns === undefined ? undefined : await openColumnsFile(shell, campaign.folder, columns, recipients);
  const external = columnsFile === undefined ? undefined : { columns: columnsFile.columns, canReadAgain };
  return {
    ...printer,
    world,
    folder: campaign.folder,
    profiles: openProfiles(world, file, external),
    canReadAgain,
    reads,
    recipientsHash: file === undefined ? undefined : () => file.digest() + (columnsFile?.digest ?? ''),
    letters,
    stop: shell.stop,
    jobFor: (letter, job) => ({
      letter,
      ...job,
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { editions: language }),
    }),
  };
}
