import type { Job } from '../model/job.ts';
import { type ReadFiles, recordReads } from '../run/recorded-world.ts';
import type { World } from '../world.ts';
import { chooseLetters, openCampaign } from './open-campaign.ts';
import type { LettersOptions } from './options.ts';
import { type ProfileWalk, openProfiles } from './profile-walk.ts';
import { openRecipientsFile } from './recipients-file.ts';
import { type Shell, UsageError } from './shell.ts';
import { type ResultPrinter, isSet, openResultPrinter } from './result-printer.ts';

/** What every command starts from: a campaign, its letters and profiles, and a way to report. */
export interface Session extends ResultPrinter {
  readonly world: World;
  /** Where the campaign is on the disk. */
  readonly folder: string;
  readonly profiles: ProfileWalk;
  /** May the profiles be walked again? Standard input comes once. */
  readonly canReadAgain: boolean;
  /** All that was read of the campaign so far. */
  readonly reads: () => ReadFiles;
  /** Hash of the recipients that were read from elsewhere; undefined: none are. */
  readonly recipients: (() => string) | undefined;
  readonly letters: readonly string[];
  /** Aborted when the user or the system asks to stop. */
  readonly stop: AbortSignal;
  /** A job for a letter under the options of the command line. */
  readonly job: (letter: string, job: Pick<Job, 'formats' | 'attachSource'>) => Job;
}

/** Opens the campaign that the options name. Usage errors: no campaign there, a letter that it does not have. */
export async function openSession(shell: Shell, options: LettersOptions): Promise<Session> {
  const place = await openCampaign(shell, options);
  const { world, reads } = recordReads(place.world);
  const showValues = options.showValues || !isSet(shell.env['CI']);
  const telling = openResultPrinter(shell, options, { pathOf: place.pathOf, showValues }, place.world);
  const letters = await chooseLetters(world, options.letter);
  const { recipients, date, language } = options;
  const canReadAgain = recipients !== '-';
  if (!canReadAgain && letters.length > 1) {
    throw new UsageError(
      `standard input can be read for one letter, and there are ${letters.length}`,
      'choose one with --letter, or put the recipients into a file',
    );
  }
  const file = recipients === undefined ? undefined : await openRecipientsFile(shell, place.folder, recipients);
  return {
    ...telling,
    world,
    folder: place.folder,
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
