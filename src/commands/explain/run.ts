import { requireSelectionAfterRun, requireKnownIds, requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { preparePlans, walkTargets } from '../../cli/open-plans.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { ALL_RECIPIENTS } from '../../run/filter.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { explanationText } from './text.ts';

/** `demarche explain ID`: prints the texts that a recipient gets in each letter, and the rule that chose each text. */
export async function run(shell: Shell, id: string, options: LettersOptions): Promise<number> {
  const session = await openSession(shell, options);
  const filter = { ...ALL_RECIPIENTS, ids: [id] };
  const { results: plans, diagnostics } = await preparePlans(session, []);
  requireKnownLanguages(plans);
  await requireKnownIds(session, filter.ids);
  const explanations: Explanation[] = [];
  for await (const { plan, target } of walkTargets({ session, filter, plans, diagnostics })) {
    explanations.push(explain(plan, target));
  }
  if (diagnostics.length === 0) await requireSelectionAfterRun(session, { plans, filter }, explanations.length);
  return session.printResult({
    fields: { explanations },
    text: () => explanations.map((explanation) => explanationText(explanation, session.style)).join('\n'),
    diagnostics,
  });
}
