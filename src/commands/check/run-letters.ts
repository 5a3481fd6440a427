import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import type { CheckedLetter } from '../../model/freshness.ts';
import type { Outcome } from '../../model/outcome.ts';
import { checkFaults } from './check-faults.ts';
import { check, keptFormats } from './check.ts';
import { checkSummary } from './text.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { requireFound } from '../../cli/choose-recipients.ts';
import { type InspectionOptions, inspectLetters } from './run-inspection.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';

/** Compares what stands in the output folder with what would be written, and says what differs and what mends it. */
export async function checkLetters(shell: Shell, ids: readonly string[], options: InspectionOptions): Promise<number> {
  const inspection = await inspectLetters(shell, ids, options);
  if (inspection === undefined) return EXIT.no;
  const { session, runs, open } = inspection;
  const letters: CheckedLetter[] = [];
  const met: Diagnostic[] = [];
  let failed = 0;
  const absent = new Set(inspection.formats);
  for (const run of runs) {
    const kept = await keptFormats(run);
    for (const format of kept) absent.delete(format);
    const openAll = (): Promise<Outcome<InspectedRun>> => open({ ...run.plan.job, editions: 'all' });
    for await (const result of check(run, kept, session.canReadAgain ? openAll : undefined)) {
      if (shell.stop.aborted) break;
      if (result.kind === 'failed') failed += 1;
      else letters.push(result.letter);
      met.push(...(result.kind === 'failed' ? result.faults : result.warnings));
      if (result.kind === 'checked') met.push(...checkFaults(result.letter, session.world.output.name));
    }
  }
  if (met.length === 0) requireFound(session, letters.length);
  const diagnostics = withoutRepeats(met);
  const summary = checkSummary(letters, failed, [...absent]);
  if (options.json) {
    const record = { schemaVersion: 1, failed, letters, diagnostics: await session.records(diagnostics) };
    await shell.out(`${JSON.stringify(record, null, 2)}\n`);
  } else await session.reportDiagnostics(diagnostics);
  if (!options.quiet) await shell.err(summary);
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}
