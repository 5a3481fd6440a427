import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Recipient, Skip } from '../../model/recipient.ts';
import { neutralise } from '../../report/neutralise.ts';
import { type Tally, plannedLine, summaryLine } from '../../report/summary.ts';
import type { LetterResult } from '../../run/generate.ts';
import type { GenerateOptions } from '../options.ts';
import type { Session } from '../session.ts';

/** A run in numbers. */
export function tallyOf(results: readonly LetterResult[]): Tally {
  const files = results.flatMap((result) => (result.kind === 'skipped' ? [] : result.files));
  return {
    letters: results.filter(({ kind }) => kind === 'done').length,
    written: files.filter(({ state }) => state === 'written').length,
    unchanged: files.filter(({ state }) => state === 'unchanged').length,
    skipped: results.filter(({ kind }) => kind === 'skipped').length,
    failed: results.filter(({ kind }) => kind === 'failed').length,
  };
}

/** The last lines of a run: who was skipped, and the numbers. */
export function closing(
  results: readonly { readonly result: LetterResult }[],
  tally: Tally,
  { dryRun, verbose }: GenerateOptions,
  stoppedEarly: boolean,
  session: Session,
): string {
  const skipped = results.flatMap(({ result }) =>
    result.kind === 'skipped' && !verbose ? [skippedLine(result.recipient, result.skip, session)] : [],
  );
  const planned = results.flatMap(({ result }) => (result.kind === 'done' ? result.files : [])).length;
  const last = dryRun ? plannedLine(tally, planned) : summaryLine(tally);
  return [...skipped, stoppedEarly ? `${last}; stopped before the end` : last].map((line) => `${line}\n`).join('');
}

/** What became of one recipient's letter, for those who want to watch. */
export function progressLine(result: LetterResult, session: Session): string {
  switch (result.kind) {
    case 'done':
      return `${result.selection.recipient.id}: ${result.files.map(({ path, state }) => `${path} ${state}`).join(', ')}`;
    case 'skipped':
      return skippedLine(result.recipient, result.skip, session);
    case 'failed':
      return `${result.id !== undefined && session.style.showValues ? neutralise(result.id) : 'a profile'}: failed`;
  }
}

/** The reason is the profile's, so it is told where what profiles hold may be told. */
export function skippedLine({ id }: Recipient, { reason }: Skip, { style }: Session): string {
  return style.showValues ? `${id} skipped: ${neutralise(reason)}` : `${id} skipped`;
}

/** The files that a dry run would write, as the user knows them. */
export function plannedPaths({ world }: Session, results: readonly { readonly result: LetterResult }[]): string {
  return results
    .flatMap(({ result }) => (result.kind === 'done' ? result.files : []))
    .map(({ path }) => `${world.output.name}/${neutralise(path)}\n`)
    .join('');
}

/** The whole run as one document. */
export async function runRecord(
  session: Session,
  results: readonly { readonly letter: string; readonly result: LetterResult }[],
  diagnostics: readonly Diagnostic[],
  tally: Tally,
): Promise<object> {
  return {
    schemaVersion: 1,
    letters: results.flatMap(({ letter, result }) =>
      result.kind !== 'done'
        ? []
        : [
            {
              letter,
              recipient: result.selection.recipient.id,
              language: result.selection.language,
              files: result.files,
            },
          ],
    ),
    skipped: results.flatMap(({ letter, result }) =>
      result.kind === 'skipped' ? [{ letter, recipient: result.recipient.id, reason: result.skip.reason }] : [],
    ),
    failed: results.flatMap(({ letter, result }) =>
      result.kind === 'failed' ? [{ letter, recipient: result.id ?? null }] : [],
    ),
    summary: tally,
    diagnostics: await session.records(diagnostics),
  };
}
