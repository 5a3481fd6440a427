import type { Target } from '../../model/selection.ts';
import { matrixOf } from './matrix.ts';
import { matrixCsv, matrixMarkdown, matrixText } from './text.ts';
import { addressees } from '../../run/addressees.ts';
import { filterFrom, requireFound, requireSomebody } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';

/** `demarche matrix`: who is asked for what, in which wording, and what nobody gets. */
export async function runMatrix(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly csv: boolean; readonly md: boolean },
): Promise<number> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const { plans, diagnostics } = await openPlans(session, []);
  if (plans.length === session.letters.length) await requireSomebody(plans, session, filter);
  const matrices = [];
  let found = 0;
  for (const plan of plans) {
    const targets: Target[] = [];
    for await (const addressee of addressees(plan, session.profiles, filter)) {
      if (shell.stop.aborted) break;
      if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
      else if (addressee.target.kind !== 'not-addressed') targets.push(addressee.target);
    }
    found += targets.length;
    matrices.push(matrixOf(plan.campaign.letter, targets));
  }
  if (diagnostics.length === 0) requireFound(session, found);
  if (options.json) {
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, matrices, diagnostics: records }, null, 2)}\n`);
  } else {
    if (options.csv) await shell.out(matrixCsv(matrices));
    else await shell.out(matrices.map(options.md ? matrixMarkdown : matrixText).join('\n'));
    await session.reportDiagnostics(diagnostics);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}
