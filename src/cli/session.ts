import type { Diagnostic } from '../model/diagnostic.ts';
import type { Job } from '../pipeline.ts';
import type { DiagnosticRecord } from '../report/diagnostic-records.ts';
import { type Paint, inColour, plain } from '../report/paint.ts';
import { type Reads, recordReads } from '../run/recorded-world.ts';
import type { World } from '../world.ts';
import { chooseLetters } from './choose-letters.ts';
import { jobOptions } from './job-options.ts';
import { openCampaign } from './open-campaign.ts';
import { readTexts } from './read-texts.ts';
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
  readonly profiles: ProfileWalk;
  /** May the profiles be walked again? Standard input comes once. */
  readonly canReadAgain: boolean;
  /** All that was read of the campaign so far; undefined if recipients come from elsewhere too. */
  readonly reads: (() => Reads) | undefined;
  readonly letters: readonly string[];
  readonly style: PrintStyle;
  /** Tells people what was found. */
  readonly reportDiagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** The same for programs. */
  readonly records: (diagnostics: readonly Diagnostic[]) => Promise<readonly DiagnosticRecord[]>;
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
  const records: Session['records'] = async (diagnostics) => {
    const { diagnosticRecords } = await import('../report/diagnostic-records.ts');
    return diagnosticRecords(diagnostics, { ...style, texts: await readTexts(place.world, diagnostics, style) });
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
  return {
    world,
    profiles: openProfiles(
      world,
      recipients === undefined ? undefined : await openRecipientsFile(shell, place.folder, recipients),
    ),
    canReadAgain,
    reads: recipients === undefined ? reads : undefined,
    letters,
    style,
    reportDiagnostics: async (diagnostics) => {
      if (diagnostics.length === 0) return;
      const { diagnosticsText } = await import('../report/diagnostics.ts');
      await shell.err(diagnosticsText(await records(diagnostics), style.paint));
    },
    records,
    job: (letter, job) => ({ letter, ...job, ...jobOptions(options) }),
  };
}

/** `--color`, else NO_COLOR (no-color.org), FORCE_COLOR, a dumb terminal, and whether anybody is looking. */
function coloursOn({ env, isTerminal }: Shell, when: CommonOptions['color']): boolean {
  if (when !== 'auto') return when === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0';
  return isTerminal.err && env['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}
