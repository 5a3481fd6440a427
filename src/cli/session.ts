import { type Diagnostic, withoutRepeats } from '../model/diagnostic.ts';
import type { Job } from '../model/job.ts';
import type { DiagnosticRecord } from '../report/diagnostic-records.ts';
import { type Paint, inColour, plain } from '../report/paint.ts';
import { type Reads, recordReads } from '../run/recorded-world.ts';
import type { World } from '../world.ts';
import { type Answer, printAnswer } from './answer.ts';
import { chooseLetters } from './choose-letters.ts';
import { coloursOn, isSet } from './colours.ts';
import { jobOptions } from './job-options.ts';
import { openCampaign } from './open-campaign.ts';
import { readTexts } from './read-texts.ts';
import { openReporters } from './reporters.ts';
import type { CommonOptions, EditionOptions } from './options.ts';
import { type ProfileWalk, openProfiles } from './profile-walk.ts';
import { openRecipientsFile } from './recipients-file.ts';
import { type Shell, UsageError } from './shell.ts';

/** How everything is printed. */
export interface PrintStyle {
  readonly paint: Paint;
  /** From a file's name as the campaign has it to the name that the user can open. */
  readonly pathOf: (file: string) => string;
  /** May what profiles hold be shown? Not where logs are public. */
  readonly showValues: boolean;
}

/** What every command starts from: a campaign, its letters and profiles, and a way to report. */
export interface Session {
  readonly world: World;
  /** Where the campaign is on the disk. */
  readonly folder: string;
  readonly profiles: ProfileWalk;
  /** May the profiles be walked again? Standard input comes once. */
  readonly canReadAgain: boolean;
  /** All that was read of the campaign so far. */
  readonly reads: () => Reads;
  /** Hash of the recipients that were read from elsewhere; undefined: none are. */
  readonly recipients: (() => string) | undefined;
  readonly letters: readonly string[];
  /** Aborted when the user or the system asks to stop. */
  readonly stop: AbortSignal;
  readonly style: PrintStyle;
  /** Prints diagnostics for people, and hands them to all other reporters. */
  readonly reportDiagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** Diagnostics as records for a JSON document; they are handed to all other reporters too. */
  readonly records: (diagnostics: readonly Diagnostic[]) => Promise<readonly DiagnosticRecord[]>;
  /** Prints what the command found, as its options ask, and resolves to the exit code. */
  readonly answer: (answer: Answer) => Promise<number>;
  /** A job for a letter under the options of the command line. */
  readonly job: (letter: string, job: Pick<Job, 'formats' | 'attachSource'>) => Job;
}

/** Opens the campaign that the options name. Usage errors: no campaign there, a letter that it does not have. */
export async function openSession(
  shell: Shell,
  options: CommonOptions &
    EditionOptions & { readonly letter: readonly string[]; readonly output?: string | undefined },
): Promise<Session> {
  const place = await openCampaign(shell, options);
  const { world, reads } = recordReads(place.world);
  const style: PrintStyle = {
    paint: coloursOn(shell, options.color) ? inColour : plain,
    pathOf: place.pathOf,
    showValues: options.showValues || !isSet(shell.env['CI']),
  };
  const inWords = async (diagnostics: readonly Diagnostic[]): Promise<readonly DiagnosticRecord[]> => {
    const { diagnosticRecords } = await import('../report/diagnostic-records.ts');
    return diagnosticRecords(diagnostics, { ...style, texts: await readTexts(place.world, diagnostics, style) });
  };
  const reporters = openReporters(shell, options.reporter);
  const told: Diagnostic[] = [];
  /** Puts what was found into words for whoever prints it, and hands it to all other reporters. */
  const records: Session['records'] = async (diagnostics) => {
    const news = await inWords(diagnostics);
    told.push(...diagnostics);
    if (reporters.others) await reporters.hand(await inWords(withoutRepeats(told)), news);
    return news;
  };
  const reportDiagnostics: Session['reportDiagnostics'] = async (diagnostics) => {
    if (diagnostics.length === 0 && !reporters.others) return;
    const news = await records(diagnostics);
    if (news.length === 0 || !reporters.human) return;
    const { diagnosticsText } = await import('../report/diagnostics.ts');
    await shell.err(diagnosticsText(news, style.paint));
  };
  const letters = await chooseLetters(world, options.letter);
  const { recipients } = options;
  const canReadAgain = recipients !== '-';
  if (!canReadAgain && letters.length > 1) {
    throw new UsageError(
      `standard input can be read for one letter, and there are ${letters.length}`,
      'choose one with --letter, or put the recipients into a file',
    );
  }
  const file = recipients === undefined ? undefined : await openRecipientsFile(shell, place.folder, recipients);
  return {
    world,
    folder: place.folder,
    profiles: openProfiles(world, file),
    canReadAgain,
    reads,
    recipients: file?.digest,
    letters,
    stop: shell.stop,
    style,
    reportDiagnostics,
    records,
    answer: (answer) => printAnswer(shell, { records, reportDiagnostics }, options, answer),
    job: (letter, job) => ({ letter, ...job, ...jobOptions(options) }),
  };
}
