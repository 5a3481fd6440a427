import { join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Job, listLetters, loadProfiles } from '../pipeline.ts';
import { type DiagnosticRecord, diagnosticRecords } from '../report/diagnostics-json.ts';
import { type DiagnosticStyle, diagnosticsText } from '../report/diagnostics.ts';
import { neutralise } from '../report/neutralise.ts';
import { inColour, plain } from '../report/paint.ts';
import { remembered } from '../run/remembered.ts';
import type { World } from '../world.ts';
import { hasCampaign, openNodeWorld } from './node-world.ts';
import type { CommonOptions } from './options.ts';
import { type Shell, UsageError } from './shell.ts';
import { quoted } from './quoted.ts';

/** What every command starts from: a campaign, its letters and profiles, and a way to report. */
export interface Session {
  readonly world: World;
  readonly profiles: AsyncIterable<Outcome<Data>>;
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
  const campaign = resolve(shell.cwd, options.directory ?? '.');
  const named = options.output !== undefined && options.output !== '-';
  const folder = named ? resolve(shell.cwd, options.output ?? '') : join(campaign, 'out');
  if (!(await hasCampaign(campaign))) {
    throw new UsageError(
      `there is no campaign in ${quoted(shownPath(shell.cwd, campaign))}: a campaign is a folder with templates/ and recipients/`,
      'go to the campaign’s folder, or name it with -C',
    );
  }
  const world = openNodeWorld(campaign, { folder, name: shownPath(shell.cwd, folder), named });
  const style: DiagnosticStyle = {
    paint: coloursOn(shell, options.color) ? inColour : plain,
    // Places in the output folder are given as the user knows them; all others are relative to the campaign.
    pathOf: (file) => (file.startsWith(`${world.output.name}/`) ? file : shownPath(shell.cwd, join(campaign, file))),
    showValues: options.showValues || !isSet(shell.env['CI']),
  };
  return {
    world,
    profiles: remembered(loadProfiles(world)),
    letters: await chosenLetters(world, options.letter),
    style,
    reportDiagnostics: async (diagnostics) => {
      if (diagnostics.length > 0) await shell.err(diagnosticsText(diagnostics, style));
    },
    records: (diagnostics) => diagnosticRecords(diagnostics, style),
    job: (letter, job) => ({ letter, ...job, ...(options.date === undefined ? {} : { date: options.date }) }),
  };
}

async function chosenLetters(world: World, wanted: readonly string[]): Promise<readonly string[]> {
  const letters = await listLetters(world);
  if (letters.length === 0) {
    throw new UsageError('the campaign has no letter: no folder under templates/ has a letter.yaml');
  }
  const unknown = wanted.filter((letter) => !letters.includes(letter));
  if (unknown.length > 0) {
    throw new UsageError(
      `there is no letter ${unknown.map(quoted).join(', ')}`,
      `there is: ${letters.map(neutralise).join(', ')}`,
    );
  }
  return wanted.length === 0 ? letters : letters.filter((letter) => wanted.includes(letter));
}

/** A path as the user can type it: relative to the current folder, with forward slashes; a name cannot disturb a terminal. */
function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : neutralise(shown);
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
