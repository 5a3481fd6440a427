import { requireFound } from '../../cli/choose-recipients.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { checkFaults } from './check-faults.ts';
import { check, keptFormats } from './check.ts';
import type { CheckedLetter } from './freshness.ts';
import { type InspectionOptions, inspectLetters } from './run-inspection.ts';
import { checkSummary } from './text.ts';

/** Compares what stands in the output folder with what would be written, and says what differs and what mends it. */
export async function checkLetters(shell: Shell, ids: readonly string[], options: InspectionOptions): Promise<number> {
  const inspection = await inspectLetters(shell, ids, options);
  if (inspection === undefined) return EXIT.no;
  const { session, runs, open } = inspection;
  const letters: CheckedLetter[] = [];
  const diagnostics: Diagnostic[] = [];
  let failed = 0;
  const absent = new Set(inspection.formats);
  for (const run of runs) {
    const kept = await keptFormats(run);
    for (const format of kept) absent.delete(format);
    const openAll = (): Promise<Outcome<InspectedRun>> => open({ ...run.plan.job, editions: 'all' });
    for await (const result of check(run, kept, session.canReadAgain ? openAll : undefined)) {
      if (session.stop.aborted) break;
      if (result.kind === 'failed') {
        failed += 1;
        diagnostics.push(...result.faults);
        continue;
      }
      letters.push(result.letter);
      diagnostics.push(...result.warnings, ...checkFaults(result.letter, session.world.output.name));
    }
  }
  if (diagnostics.length === 0) requireFound(session, letters.length);
  return session.answer({
    fields: { failed, letters },
    diagnostics: withoutRepeats(diagnostics),
    summary: checkSummary(letters, failed, [...absent]),
  });
}
