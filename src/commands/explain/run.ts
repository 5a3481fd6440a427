import { requireFound, requireKnownIds, requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { openPlans, walkTargets } from '../../cli/open-plans.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { EVERYBODY } from '../../run/filter.ts';
import { type Explanation, explain } from './explain.ts';
import { explanationText } from './text.ts';

/** `demarche explain`: what one recipient gets, and which rule in which file decided it. */
export async function run(shell: Shell, id: string, options: LettersOptions): Promise<number> {
  const session = await openSession(shell, options);
  const filter = { ...EVERYBODY, ids: [id] };
  const { opened: plans, diagnostics } = await openPlans(session, []);
  requireKnownLanguages(plans);
  await requireKnownIds(session, filter.ids);
  const explanations: Explanation[] = [];
  for await (const { plan, target } of walkTargets({ session, filter, plans, diagnostics })) {
    explanations.push(explain(plan, target));
  }
  if (diagnostics.length === 0) requireFound(session, explanations.length);
  return session.answer({
    fields: { explanations },
    text: () => explanations.map((explanation) => explanationText(explanation, session.style)).join('\n'),
    diagnostics,
  });
}
