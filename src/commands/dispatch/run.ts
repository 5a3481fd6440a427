import { missingApprovalsByName } from '../../clearance/clearance.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { EXIT, type Shell, Stopped } from '../../cli/shell.ts';
import { type Diagnostic, removeRepeats } from '../../model/diagnostic.ts';
import { selectAddressees } from '../../run/addressees.ts';
import { collectCheckedLetters, inspectLetters } from '../check/run-letters.ts';
import { type DispatchRow, dispatchCsv, dispatchRow, dispatchSummary } from './dispatch.ts';

/** `demarche dispatch`: prints the dispatch sheet as CSV, and sends nothing. Throws `Stopped` if interrupted. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly attachSource: boolean },
): Promise<number> {
  const inspection = await inspectLetters(shell, ids, options);
  if (inspection === undefined) return EXIT.negative;
  const { session, filter, runs } = inspection;
  const rows: DispatchRow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const run of runs) {
    const checkedLetters = await collectCheckedLetters(run, diagnostics, session);
    const missing = missingApprovalsByName(run.plan.campaign);
    for await (const addressee of selectAddressees(run.plan, session.profiles, filter)) {
      // Nothing is printed when interrupted, because an incomplete sheet could be mistaken for the complete one.
      if (session.stop.aborted) throw new Stopped();
      if (addressee.kind === 'failed' || addressee.target.kind === 'not-addressed') continue;
      const { target } = addressee;
      const row = dispatchRow(run.plan, target, checkedLetters, missing);
      diagnostics.push(...row.diagnostics);
      if (row.ok) rows.push(row.value);
    }
  }
  return session.printResult({
    fields: { rows },
    text: () => dispatchCsv(rows),
    diagnostics: removeRepeats(diagnostics),
    summary: dispatchSummary(rows),
  });
}
