import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import type { Recipient, Skip } from '../../model/recipient.ts';
import { makeLetter } from '../../pipeline.ts';
import { neutralise } from '../../report/neutralise.ts';
import { type Tally, plannedLine, summaryLine } from '../../report/summary.ts';
import { addressees } from '../../run/addressees.ts';
import { type LetterResult, generate } from '../../run/generate.ts';
import { type Run, closeRun } from '../../run/open-run.ts';
import { filterFrom, requireSomebody } from '../choose-recipients.ts';
import { openRuns } from '../open-runs.ts';
import type { GenerateOptions } from '../options.ts';
import { type Session, openSession } from '../session.ts';
import { EXIT, type Shell, UsageError } from '../shell.ts';

/** `demarche generate`: writes the letters and says what it did. */
export async function runGenerate(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  refuseContradictions(options);
  const session = await openSession(shell, options);
  const runs = await openRuns(shell, session, filterFrom(ids, options), options);
  if (runs === undefined) return EXIT.no;
  await requireSomebody(
    runs.map(({ plan }) => plan),
    session.profiles,
    filterFrom(ids, options),
  );
  return options.output === '-' ? oneToStdout(shell, session, runs) : manyToFolder(shell, session, runs, options);
}

async function manyToFolder(
  shell: Shell,
  session: Session,
  runs: readonly Run[],
  options: GenerateOptions,
): Promise<number> {
  const results: { letter: string; result: LetterResult }[] = [];
  const met: Diagnostic[] = [];
  for (const run of runs) {
    const letter = run.plan.job.letter;
    try {
      for await (const result of generate(run)) {
        results.push({ letter, result });
        met.push(...(result.kind === 'done' ? result.warnings : result.kind === 'failed' ? result.faults : []));
        if (options.verbose) await shell.err(`${progressLine(result, session)}\n`);
        if (shell.stop.aborted || (options.failFast && result.kind === 'failed')) break;
      }
    } finally {
      met.push(...(await closeRun(run)));
    }
    if (shell.stop.aborted) break;
  }
  const diagnostics = withoutRepeats(met);
  const tally = tallyOf(results.map(({ result }) => result));
  const faults = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (options.json) await shell.out(`${JSON.stringify(jsonOf(session, results, diagnostics, tally), null, 2)}\n`);
  else await session.reportDiagnostics(diagnostics);
  if (options.dryRun && !options.json) await shell.out(plannedPaths(session, results));
  if (!options.quiet) await shell.err(closing(results, tally, options, shell, session));
  return faults > 0 ? EXIT.no : EXIT.done;
}

/** The letter itself is the data: it must be one letter in one format. */
async function oneToStdout(shell: Shell, session: Session, runs: readonly Run[]): Promise<number> {
  const found = [];
  const faults: Diagnostic[] = [];
  for (const run of runs) {
    for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
      if (addressee.kind === 'failed') faults.push(...addressee.faults);
      else if (addressee.target.kind !== 'not-addressed') found.push({ plan: run.plan, target: addressee.target });
    }
  }
  await session.reportDiagnostics(faults);
  const [only] = found;
  if (only === undefined && faults.length > 0) return EXIT.no;
  if (only === undefined || found.length > 1 || only.plan.job.formats.length !== 1) {
    throw new UsageError(
      `-o - writes one letter in one format, and this selects ${found.length} in ${only?.plan.job.formats.join(' and ') ?? 'none'}`,
      'name one recipient and one format: demarche generate asp-president --to pdf -o -',
    );
  }
  if (only.target.kind === 'skipped') {
    await shell.err(`${skippedLine(only.target.addressing.recipient, only.target.skip, session)}\n`);
    return EXIT.no;
  }
  const made = await makeLetter(only.plan, only.target.selection);
  await session.reportDiagnostics(made.diagnostics);
  if (!made.ok) return EXIT.no;
  for (const { bytes } of made.value) await shell.out(bytes);
  return faults.length > 0 ? EXIT.no : EXIT.done;
}

/** What cannot go together with a letter on standard output, or with anything. */
function refuseContradictions({ output, dryRun, json }: GenerateOptions): void {
  if (output === '') throw new UsageError('-o names no folder', 'leave it out to write into out in the campaign');
  if (output !== '-') return;
  if (dryRun) throw new UsageError('-o - writes a letter, and --dry-run writes nothing', 'leave one of them out');
  if (json) throw new UsageError('standard output has room for the letter or for --json', 'leave one of them out');
}

function tallyOf(results: readonly LetterResult[]): Tally {
  const files = results.flatMap((result) => (result.kind === 'skipped' ? [] : result.files));
  return {
    letters: results.filter(({ kind }) => kind === 'done').length,
    written: files.filter(({ state }) => state === 'written').length,
    unchanged: files.filter(({ state }) => state === 'unchanged').length,
    skipped: results.filter(({ kind }) => kind === 'skipped').length,
    failed: results.filter(({ kind }) => kind === 'failed').length,
  };
}

function closing(
  results: readonly { readonly result: LetterResult }[],
  tally: Tally,
  { dryRun, verbose }: GenerateOptions,
  { stop }: Shell,
  session: Session,
): string {
  const skipped = results.flatMap(({ result }) =>
    result.kind === 'skipped' && !verbose ? [skippedLine(result.recipient, result.skip, session)] : [],
  );
  const planned = results.flatMap(({ result }) => (result.kind === 'done' ? result.files : [])).length;
  const last = dryRun ? plannedLine(tally, planned) : summaryLine(tally);
  return [...skipped, stop.aborted ? `${last}; stopped before the end` : last].map((line) => `${line}\n`).join('');
}

function progressLine(result: LetterResult, session: Session): string {
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
function skippedLine({ id }: Recipient, { reason }: Skip, { style }: Session): string {
  return style.showValues ? `${id} skipped: ${neutralise(reason)}` : `${id} skipped`;
}

function plannedPaths({ world }: Session, results: readonly { readonly result: LetterResult }[]): string {
  return results
    .flatMap(({ result }) => (result.kind === 'done' ? result.files : []))
    .map(({ path }) => `${world.output.name}/${path}\n`)
    .join('');
}

function jsonOf(
  session: Session,
  results: readonly { readonly letter: string; readonly result: LetterResult }[],
  diagnostics: readonly Diagnostic[],
  tally: Tally,
): object {
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
    diagnostics: session.records(diagnostics),
  };
}
