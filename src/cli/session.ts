import type { Job } from '../model/job.ts';
import { type ReadFiles, recordReads } from '../run/recorded-world.ts';
import type { World } from '../world.ts';
import { chooseLetters, openCampaign } from './open-campaign.ts';
import type { LettersOptions } from './options.ts';
import { type ProfileWalk, openProfiles } from './profile-walk.ts';
import { openRecipientsFile } from './recipients-file.ts';
import { type Shell, UsageError } from './shell.ts';
import { type ResultPrinter, isSet, openResultPrinter } from './result-printer.ts';

/** The context of a command: a campaign, its selected letters, its profiles, and the means to report. */
export interface Session extends ResultPrinter {
  readonly world: World;
  /** The absolute path of the campaign's folder. */
  readonly folder: string;
  readonly profiles: ProfileWalk;
  /** Whether the profiles can be iterated again; false with standard input. */
  readonly canReadAgain: boolean;
  /** The files and folders of the campaign that have been read so far. */
  readonly reads: () => ReadFiles;
  /** The SHA-256 hash of the recipients file that the command line names; undefined: it names none. */
  readonly recipients: (() => string) | undefined;
  /** The selected letters: names of folders under `templates/`. */
  readonly letters: readonly string[];
  /** Aborted when a signal asks the run to stop. */
  readonly stop: AbortSignal;
  /** Builds the job of a letter, with the date and the editions of the command line. */
  readonly job: (letter: string, job: Pick<Job, 'formats' | 'attachSource'>) => Job;
}

/**
 * Opens the campaign that the options name. Throws a usage error if there is no campaign, a letter or recipients file
 * does not exist, or several letters would read standard input.
 */
export async function openSession(shell: Shell, options: LettersOptions): Promise<Session> {
  const location = await openCampaign(shell, options);
  const { world, reads } = recordReads(location.world);
  const showValues = options.showValues || !isSet(shell.env['CI']);
  const printer = openResultPrinter(shell, options, { pathOf: location.pathOf, showValues }, location.world);
  const letters = await chooseLetters(world, options.letter);
  const { recipients, date, language } = options;
  const canReadAgain = recipients !== '-';
  if (!canReadAgain && letters.length > 1) {
    throw new UsageError(
      `standard input can be read for one letter, and there are ${letters.length}`,
      'choose one with --letter, or put the recipients into a file',
    );
  }
  const file = recipients === undefined ? undefined : await openRecipientsFile(shell, location.folder, recipients);
  return {
    ...printer,
    world,
    folder: location.folder,
    profiles: openProfiles(world, file),
    canReadAgain,
    reads,
    recipients: file?.digest,
    letters,
    stop: shell.stop,
    job: (letter, job) => ({
      letter,
      ...job,
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { editions: language }),
    }),
  };
}
