import { mayContainProfiles } from '../load/load-profiles.ts';
import { type Diagnostic, sortedByLocation, isFault, withoutRepeats } from '../model/diagnostic.ts';
import type { DiagnosticRecord, FileTexts } from '../report/diagnostic-records.ts';
import { jsonDocument } from '../report/json-document.ts';
import { type Paint, inColour, plain } from '../report/paint.ts';
import type { World } from '../world.ts';
import type { CommonOptions } from './options.ts';
import { openReporters } from './reporters.ts';
import { EXIT, type Shell } from './shell.ts';

/** The settings by which all output is printed. */
export interface PrintStyle {
  readonly paint: Paint;
  /** Turns the file name of a location into a path that the user can open from the current folder. */
  readonly pathOf: (file: string) => string;
  /** Whether values from profiles may be shown; not where logs are public. */
  readonly showValues: boolean;
}

/** Prints results for people and for programs. */
export interface ResultPrinter {
  readonly style: PrintStyle;
  /** Prints diagnostics for people, and passes them to all other reporters. */
  readonly reportDiagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** Turns diagnostics into records for a JSON document, and passes them to all other reporters. */
  readonly toRecords: (diagnostics: readonly Diagnostic[]) => Promise<readonly DiagnosticRecord[]>;
  /** Prints a result: one JSON document, or text and diagnostics; then the summary. Resolves to the exit code. */
  readonly printResult: (answer: CommandResult) => Promise<number>;
}

/** The result of a command. */
export interface CommandResult {
  /** The fields of the JSON document, besides its version and the diagnostics. */
  readonly fields: object;
  /** The same content for people, on standard output; not called with `--json`. */
  readonly text?: () => string;
  readonly diagnostics: readonly Diagnostic[];
  /** The last lines on standard error. */
  readonly summary?: string;
  /** Whether the exit code is 1 even without faults. */
  readonly isNegative?: boolean;
}

/**
 * Opens the reporters that the options name. `world`: where the source lines that diagnostics show are read; undefined:
 * none are shown.
 */
export function openResultPrinter(
  shell: Shell,
  { color, reporter, json, quiet }: Pick<CommonOptions, 'color' | 'reporter' | 'json' | 'quiet'>,
  { pathOf, showValues }: Pick<PrintStyle, 'pathOf' | 'showValues'>,
  world: World | undefined,
): ResultPrinter {
  const style: PrintStyle = { paint: coloursOn(shell, color) ? inColour : plain, pathOf, showValues };
  const reporters = openReporters(shell, reporter);
  const reported: Diagnostic[] = [];
  const toRecords = async (diagnostics: readonly Diagnostic[]): Promise<readonly DiagnosticRecord[]> => {
    const { diagnosticRecords } = await import('../report/diagnostic-records.ts');
    const texts = world === undefined ? new Map<string, string>() : await readSources(world, diagnostics, showValues);
    return diagnosticRecords(diagnostics, { pathOf, showValues, texts });
  };
  const records: ResultPrinter['toRecords'] = async (diagnostics) => {
    const newRecords = await toRecords(diagnostics);
    reported.push(...diagnostics);
    if (reporters.hasOthers) await reporters.report(await toRecords(withoutRepeats(reported)), newRecords);
    return newRecords;
  };
  const reportDiagnostics: ResultPrinter['reportDiagnostics'] = async (diagnostics) => {
    if (diagnostics.length === 0 && !reporters.hasOthers) return;
    const newRecords = await records(diagnostics);
    if (newRecords.length === 0 || !reporters.isHumanOn) return;
    const { diagnosticsText } = await import('../report/diagnostics.ts');
    await shell.err(diagnosticsText(newRecords, style.paint));
  };
  const answer: ResultPrinter['printResult'] = async ({
    fields,
    text,
    diagnostics,
    summary = '',
    isNegative: isNo = false,
  }) => {
    if (json) await shell.out(jsonDocument({ ...fields, diagnostics: await records(diagnostics) }));
    else {
      const shown = text?.() ?? '';
      if (shown !== '') await shell.out(shown);
      await reportDiagnostics(diagnostics);
    }
    if (!quiet && summary !== '') await shell.err(summary);
    return isNo || diagnostics.some(isFault) ? EXIT.no : EXIT.done;
  };
  return { style, toRecords: records, reportDiagnostics, printResult: answer };
}

/**
 * Whether messages are coloured. Decided by the first that is set: `--color` (unless `auto`), NO_COLOR (no-color.org),
 * FORCE_COLOR; otherwise by whether standard error is a terminal other than a dumb one.
 */
function coloursOn({ env, isTerminal }: Shell, when: CommonOptions['color']): boolean {
  if (when !== 'auto') return when === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0';
  return isTerminal.err && env['TERM'] !== 'dumb';
}

/** Whether an environment variable is set to anything other than an empty string or `false`. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}

/** The maximum number of files that are read again to show their lines. */
const MAX_FILES = 100;

/**
 * Reads the files of the spans of diagnostics again, so that their lines can be shown: files of the campaign, not
 * output files, and profiles only if their values may be shown.
 */
async function readSources(world: World, diagnostics: readonly Diagnostic[], showValues: boolean): Promise<FileTexts> {
  const spans = sortedByLocation(diagnostics).flatMap(({ span, related }) => [
    span,
    ...related.map((location) => location.span),
  ]);
  const files = [...new Set(spans.map(({ file }) => file))]
    .filter((file) => file.startsWith('templates/') || file.startsWith('recipients/'))
    .filter((file) => showValues || !mayContainProfiles(file));
  const texts = new Map<string, string>();
  for (const file of files.slice(0, MAX_FILES)) {
    const reading = await world.readText(file);
    if (reading.ok) texts.set(file, reading.value);
  }
  return texts;
}
