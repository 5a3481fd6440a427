import { holdsProfiles } from '../load/load-profiles.ts';
import { type Diagnostic, inReadingOrder, isFault, withoutRepeats } from '../model/diagnostic.ts';
import type { DiagnosticRecord, FileTexts } from '../report/diagnostic-records.ts';
import { jsonDocument } from '../report/json-document.ts';
import { type Paint, inColour, plain } from '../report/paint.ts';
import type { World } from '../world.ts';
import type { CommonOptions } from './options.ts';
import { openReporters } from './reporters.ts';
import { EXIT, type Shell } from './shell.ts';

/** How everything is printed. */
export interface PrintStyle {
  readonly paint: Paint;
  /** From a file's name as the campaign has it to the name that the user can open. */
  readonly pathOf: (file: string) => string;
  /** May what profiles hold be shown? Not where logs are public. */
  readonly showValues: boolean;
}

/** Tells what was found to people and programs. */
export interface ResultPrinter {
  readonly style: PrintStyle;
  /** Prints diagnostics for people, and hands them to all other reporters. */
  readonly reportDiagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** Diagnostics as records for a JSON document; they are handed to all other reporters too. */
  readonly records: (diagnostics: readonly Diagnostic[]) => Promise<readonly DiagnosticRecord[]>;
  /** Prints an answer: one JSON document, or text and diagnostics; then the summary. Resolves to the exit code. */
  readonly answer: (answer: CommandResult) => Promise<number>;
}

/** What a command found. */
export interface CommandResult {
  /** The fields of the JSON document, besides its version and the diagnostics. */
  readonly fields: object;
  /** The same for people, on standard output. */
  readonly text?: () => string;
  readonly diagnostics: readonly Diagnostic[];
  /** The last lines on standard error. */
  readonly summary?: string;
  /** The answer is no, with or without faults. */
  readonly isNo?: boolean;
}

/** Opens the reporters that the options name. `world`: where the lines are read that diagnostics show; undefined: none are. */
export function openResultPrinter(
  shell: Shell,
  { color, reporter, json, quiet }: Pick<CommonOptions, 'color' | 'reporter' | 'json' | 'quiet'>,
  { pathOf, showValues }: Pick<PrintStyle, 'pathOf' | 'showValues'>,
  world: World | undefined,
): ResultPrinter {
  const style: PrintStyle = { paint: coloursOn(shell, color) ? inColour : plain, pathOf, showValues };
  const reporters = openReporters(shell, reporter);
  const told: Diagnostic[] = [];
  const inWords = async (diagnostics: readonly Diagnostic[]): Promise<readonly DiagnosticRecord[]> => {
    const { diagnosticRecords } = await import('../report/diagnostic-records.ts');
    const texts = world === undefined ? new Map<string, string>() : await readSources(world, diagnostics, showValues);
    return diagnosticRecords(diagnostics, { pathOf, showValues, texts });
  };
  const records: ResultPrinter['records'] = async (diagnostics) => {
    const news = await inWords(diagnostics);
    told.push(...diagnostics);
    if (reporters.others) await reporters.hand(await inWords(withoutRepeats(told)), news);
    return news;
  };
  const reportDiagnostics: ResultPrinter['reportDiagnostics'] = async (diagnostics) => {
    if (diagnostics.length === 0 && !reporters.others) return;
    const news = await records(diagnostics);
    if (news.length === 0 || !reporters.human) return;
    const { diagnosticsText } = await import('../report/diagnostics.ts');
    await shell.err(diagnosticsText(news, style.paint));
  };
  const answer: ResultPrinter['answer'] = async ({ fields, text, diagnostics, summary = '', isNo = false }) => {
    if (json) await shell.out(jsonDocument({ ...fields, diagnostics: await records(diagnostics) }));
    else {
      const shown = text?.() ?? '';
      if (shown !== '') await shell.out(shown);
      await reportDiagnostics(diagnostics);
    }
    if (!quiet && summary !== '') await shell.err(summary);
    return isNo || diagnostics.some(isFault) ? EXIT.no : EXIT.done;
  };
  return { style, records, reportDiagnostics, answer };
}

/** `--color`, else NO_COLOR (no-color.org), FORCE_COLOR, a dumb terminal, and whether standard error is a terminal. */
function coloursOn({ env, isTerminal }: Shell, when: CommonOptions['color']): boolean {
  if (when !== 'auto') return when === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0';
  return isTerminal.err && env['TERM'] !== 'dumb';
}

/** Is this variable of the environment set to something that does not mean no? */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}

/** How many files are read again at most to show their lines. */
const MOST = 100;

/**
 * Reads the files that diagnostics are about once more, so that their lines can be shown: those of the campaign, not
 * those that were written; profiles only where what they hold may be shown.
 */
async function readSources(world: World, diagnostics: readonly Diagnostic[], showValues: boolean): Promise<FileTexts> {
  const spans = inReadingOrder(diagnostics).flatMap(({ span, related }) => [
    span,
    ...related.map((place) => place.span),
  ]);
  const files = [...new Set(spans.map(({ file }) => file))]
    .filter((file) => file.startsWith('templates/') || file.startsWith('recipients/'))
    .filter((file) => showValues || !holdsProfiles(file));
  const texts = new Map<string, string>();
  for (const file of files.slice(0, MOST)) {
    const reading = await world.readText(file);
    if (reading.ok) texts.set(file, reading.value);
  }
  return texts;
}
