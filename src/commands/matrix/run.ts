import { requireSelectionAfterRun } from '../../cli/choose-recipients.ts';
import { openOverview, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import type { Target } from '../../model/selection.ts';
import { type Matrix, matrixCsv, matrixMarkdown, buildMatrix, matrixText } from './matrix.ts';
import { listUnasked } from './unasked.ts';

/** `demarche matrix`: prints which recipient gets which demands in which wording, and the unused demands and texts. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly csv: boolean; readonly md: boolean; readonly powers: boolean },
): Promise<number> {
  const overview = await openOverview(shell, ids, options, []);
  const { session, plans, diagnostics } = overview;
  const matrices: Matrix[] = [];
  let targetCount = 0;
  for (const plan of plans) {
    const targets: Target[] = [];
    for await (const { target } of walkTargets({ ...overview, plans: [plan] })) {
      if (target.kind !== 'not-addressed') targetCount += 1;
      if (target.kind !== 'not-addressed' || options.powers) targets.push(target);
    }
    const matrix = buildMatrix(plan.campaign.letter, targets);
    matrices.push(options.powers ? { ...matrix, unasked: listUnasked(plan.campaign, targets) } : matrix);
  }
  if (diagnostics.length === 0) await requireSelectionAfterRun(session, overview, targetCount);
  return session.printResult({
    fields: { matrices },
    text: () => {
      if (options.csv) return matrixCsv(matrices);
      return matrices.map(options.md ? matrixMarkdown : matrixText).join('\n');
    },
    diagnostics,
  });
}
