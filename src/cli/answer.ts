import { type Diagnostic, isFault } from '../model/diagnostic.ts';
import type { CommonOptions } from './options.ts';
import { EXIT, type Shell } from './shell.ts';
import type { Telling } from './telling.ts';

/** What a command found. */
export interface Answer {
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

/** The version of the JSON documents on standard output; it changes when a field is renamed, removed or means another thing. */
export const SCHEMA_VERSION = 1;

/** A JSON document for standard output. */
export function jsonDocument(fields: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...fields }, null, 2)}\n`;
}

/** Prints an answer: one JSON document, or text and diagnostics; then the summary. Resolves to the exit code. */
export async function printAnswer(
  shell: Shell,
  { records, reportDiagnostics }: Telling,
  { json, quiet }: Pick<CommonOptions, 'json' | 'quiet'>,
  { fields, text, diagnostics, summary = '', isNo = false }: Answer,
): Promise<number> {
  if (json) await shell.out(jsonDocument({ ...fields, diagnostics: await records(diagnostics) }));
  else {
    const shown = text?.() ?? '';
    if (shown !== '') await shell.out(shown);
    await reportDiagnostics(diagnostics);
  }
  if (!quiet && summary !== '') await shell.err(summary);
  return isNo || diagnostics.some(isFault) ? EXIT.no : EXIT.done;
}
