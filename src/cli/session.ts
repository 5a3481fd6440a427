import type { Diagnostic } from '../model/diagnostic.ts';
import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Job, loadProfiles } from '../pipeline.ts';
import { type DiagnosticRecord, diagnosticRecords } from '../report/diagnostics-json.ts';
import { type DiagnosticStyle, diagnosticsText } from '../report/diagnostics.ts';
import { inColour, plain } from '../report/paint.ts';
import { type Reads, recordReads } from '../run/recorded-world.ts';
import { remembered } from '../run/remembered.ts';
import type { World } from '../world.ts';
import { chooseLetters } from './choose-letters.ts';
import { openCampaign } from './open-campaign.ts';
import type { CommonOptions } from './options.ts';
import type { Shell } from './shell.ts';

/** What every command starts from: a campaign, its letters and profiles, and a way to report. */
export interface Session {
  readonly world: World;
  readonly profiles: AsyncIterable<Outcome<Data>>;
  /** All that was read of the campaign so far. */
  readonly reads: () => Reads;
  readonly letters: readonly string[];
  readonly style: DiagnosticStyle;
  readonly reportDiagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  readonly records: (diagnostics: readonly Diagnostic[]) => readonly DiagnosticRecord[];
  /** A job for a letter under the options of the command line. */
  readonly job: (letter: string, job: Pick<Job, 'formats' | 'attachSource'>) => Job;
}

/** Opens the campaign that the options name. Usage errors: no campaign there, a letter that it does not have. */
export async function openSession(
  shell: Shell,
  options: CommonOptions & { readonly letter: readonly string[]; readonly output?: string | undefined },
): Promise<Session> {
  const place = await openCampaign(shell, options);
  const { world, reads } = recordReads(place.world);
  const style: DiagnosticStyle = {
    paint: coloursOn(shell, options.color) ? inColour : plain,
    pathOf: place.pathOf,
    showValues: options.showValues || !isSet(shell.env['CI']),
  };
  return {
    world,
    profiles: remembered(loadProfiles(world)),
    reads,
    letters: await chooseLetters(world, options.letter),
    style,
    reportDiagnostics: async (diagnostics) => {
      if (diagnostics.length > 0) await shell.err(diagnosticsText(diagnostics, style));
    },
    records: (diagnostics) => diagnosticRecords(diagnostics, style),
    job: (letter, job) => ({ letter, ...job, ...(options.date === undefined ? {} : { date: options.date }) }),
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
