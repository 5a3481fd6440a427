import { mayContainProfiles } from '../load/load-profiles.ts';
import { appendAll } from '../model/append-all.ts';
import { type Diagnostic, sortByLocation, isFault, removeRepeats } from '../model/diagnostic.ts';
import type { DiagnosticRecord, FileTexts } from '../report/diagnostic-records.ts';
import { jsonDocument } from '../report/json-document.ts';
import { type Paint, inColour, plain } from '../report/paint.ts';
import type { World } from '../world.ts';
import type { CommonOptions } from './options.ts';
import { createReporters } from './reporters.ts';
import { EXIT, type Shell, Stopped } from './shell.ts';

/** How output is printed. */
export interface PrintStyle {
  readonly paint: Paint;
  /** Turns the file name of a location into a path that the user can open from the current folder. */
  readonly pathOf: (file: string) => string;
  /** Whether values from profiles may be shown; false where logs may be public. */
  readonly showValues: boolean;
}

/** Prints results for people and for programs. */
export interface ResultPrinter {
  readonly style: PrintStyle;
  /** Reports diagnostics with all reporters that the command line names. */
  readonly reportDiagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** Reports diagnostics, except for people. Resolves to the diagnostics as records, for a JSON document. */
  readonly reportAsRecords: (diagnostics: readonly Diagnostic[]) => Promise<readonly DiagnosticRecord[]>;
  /**
   * Prints a result as one JSON document, or as text and diagnostics; then its summary. Resolves to the exit code.
   * Throws `Stopped`, and prints nothing, if a signal asked the command to stop.
   */
  readonly printResult: (result: CommandResult) => Promise<number>;
}

/** The result of a command. */
export interface CommandResult {
  /** The fields of the JSON document, except its version and the diagnostics. */
  readonly fields: object;
  /** Formats the same content for people, for standard output. Not called with `--json`. */
  readonly text?: () => string;
  readonly diagnostics: readonly Diagnostic[];
  /** The last lines on standard error, which `--quiet` suppresses. */
  readonly summary?: string;
  /** Whether the exit code is 1 even without faults. */
  readonly isNegative?: boolean;
}

/**
 * Creates the printer of a command, with the reporters that the options name. `world`: the files from which diagnostics
 * quote source lines; undefined: no lines are quoted.
 */
export function createResultPrinter(
  shell: Shell,
  { color, reporter, json, quiet, verbose }: Pick<CommonOptions, 'color' | 'reporter' | 'json' | 'quiet' | 'verbose'>,
  { pathOf, showValues }: Pick<PrintStyle, 'pathOf' | 'showValues'>,
  world: World | undefined,
): ResultPrinter {
  const style: PrintStyle = { paint: usesColours(shell, color) ? inColour : plain, pathOf, showValues };
  const reporters = createReporters(shell, reporter);
  const reportedDiagnostics: Diagnostic[] = [];
  const toRecords = (diagnostics: readonly Diagnostic[]): Promise<readonly DiagnosticRecord[]> =>
    recordDiagnostics(diagnostics, world, { pathOf, showValues });
  const reportAsRecords: ResultPrinter['reportAsRecords'] = async (diagnostics) => {
    const newRecords = await toRecords(diagnostics);
    appendAll(reportedDiagnostics, diagnostics);
    if (reporters.hasOtherReporters)
      await reporters.report(await toRecords(removeRepeats(reportedDiagnostics)), newRecords);
    return newRecords;
  };
  const reportDiagnostics: ResultPrinter['reportDiagnostics'] = async (diagnostics) => {
    if (diagnostics.length === 0 && !reporters.hasOtherReporters) return;
    const newRecords = await reportAsRecords(diagnostics);
    if (newRecords.length === 0 || !reporters.hasHumanReporter) return;
    const { diagnosticsText } = await import('../report/diagnostics.ts');
    await shell.err(diagnosticsText(newRecords, style.paint, verbose));
  };
  const printResult: ResultPrinter['printResult'] = async ({
    fields,
    text,
    diagnostics,
    summary = '',
    isNegative = false,
  }) => {
    // A result that was collected until a signal came is incomplete, and could be mistaken for the complete one.
    if (shell.stop.aborted) throw new Stopped();
    if (json) await shell.out(jsonDocument({ ...fields, diagnostics: await reportAsRecords(diagnostics) }));
    else {
      const output = text?.() ?? '';
      if (output !== '') await shell.out(output);
      await reportDiagnostics(diagnostics);
    }
    if (!quiet && summary !== '') await shell.err(summary);
    return isNegative || diagnostics.some(isFault) ? EXIT.negative : EXIT.success;
  };
  return { style, reportAsRecords, reportDiagnostics, printResult };
}

/** Converts diagnostics to records, with lines of the files of a world; without one, no lines are quoted. */
export async function recordDiagnostics(
  diagnostics: readonly Diagnostic[],
  world: World | undefined,
  { pathOf, showValues }: Pick<PrintStyle, 'pathOf' | 'showValues'>,
): Promise<readonly DiagnosticRecord[]> {
  const { diagnosticRecords } = await import('../report/diagnostic-records.ts');
  const texts = world === undefined ? new Map<string, string>() : await readSources(world, diagnostics, showValues);
  return diagnosticRecords(diagnostics, { pathOf, showValues, texts });
}

/**
 * Whether messages are coloured. The first of these that is set decides: `--color` (unless `auto`), NO_COLOR
 * (no-color.org), FORCE_COLOR. If none is set, messages are coloured on a terminal, unless it is a dumb one.
 */
function usesColours({ env, isTerminal }: Shell, option: CommonOptions['color']): boolean {
  if (option !== 'auto') return option === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if (isFlagSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0';
  return isTerminal.err && env['TERM'] !== 'dumb';
}

/** Whether an environment variable is set to anything other than an empty string or `false`. */
export function isFlagSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}

/** The maximum number of files from which source lines are quoted. */
const MAX_SOURCE_FILES = 100;

/**
 * Reads the files in which diagnostics are located, so that their lines can be quoted. Files in the output folder are
 * not read, and files with profiles only if values may be shown.
 */
async function readSources(world: World, diagnostics: readonly Diagnostic[], showValues: boolean): Promise<FileTexts> {
  const spans = sortByLocation(diagnostics).flatMap(({ span, related }) => [
    span,
    ...related.map((location) => location.span),
  ]);
  const files = [...new Set(spans.map(({ file }) => file))]
    .filter((file) => file.startsWith('templates/') || file.startsWith('recipients/'))
    .filter((file) => showValues || !mayContainProfiles(file));
  const texts = new Map<string, string>();
  for (const file of files.slice(0, MAX_SOURCE_FILES)) {
    const reading = await world.readText(file);
    if (reading.ok) texts.set(file, reading.value);
  }
  return texts;
}
