import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import { type LetterResult, generate } from '../../run/generate.ts';
import { type Run, closeRun } from '../../run/open-run.ts';
import { filterFrom, requireSomebody } from '../choose-recipients.ts';
import { openRuns } from '../open-runs.ts';
import type { GenerateOptions } from '../options.ts';
import { type Session, openSession } from '../session.ts';
import { EXIT, type Shell } from '../shell.ts';
import { closing, plannedPaths, progressLine, runRecord, tallyOf } from './generate-report.ts';
import { letterToStdout } from './letter-to-stdout.ts';

/** Prepares the letters that are meant, makes them and says what became of each. */
export async function generateLetters(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  if (options.output === '-') return letterToStdout(shell, session, filter, options);
  const runs = await openRuns(shell, session, filter, options);
  if (runs === undefined) return EXIT.no;
  const plans = runs.map(({ plan }) => plan);
  await requireSomebody(plans, session.profiles, filter);
  return manyToFolder(shell, session, runs, options);
}

async function manyToFolder(
  shell: Shell,
  session: Session,
  runs: readonly Run[],
  options: GenerateOptions,
): Promise<number> {
  const results: { letter: string; result: LetterResult }[] = [];
  const met: Diagnostic[] = [];
  const isToStop = (): boolean => shell.stop.aborted || (options.failFast && results.at(-1)?.result.kind === 'failed');
  for (const run of runs) {
    if (isToStop()) break;
    const letter = run.plan.job.letter;
    try {
      for await (const result of generate(run)) {
        results.push({ letter, result });
        met.push(...(result.kind === 'done' ? result.warnings : result.kind === 'failed' ? result.faults : []));
        if (options.verbose) await shell.err(`${progressLine(result, session)}\n`);
        if (isToStop()) break;
      }
    } finally {
      met.push(...(await closeRun(run)));
    }
  }
  const diagnostics = withoutRepeats(met);
  const tally = tallyOf(results.map(({ result }) => result));
  const faults = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (options.json)
    await shell.out(`${JSON.stringify(await runRecord(session, results, diagnostics, tally), null, 2)}\n`);
  else await session.reportDiagnostics(diagnostics);
  if (options.dryRun && !options.json) await shell.out(plannedPaths(session, results));
  if (!options.quiet) await shell.err(closing(results, tally, options, isToStop(), session));
  return faults > 0 ? EXIT.no : EXIT.done;
}
