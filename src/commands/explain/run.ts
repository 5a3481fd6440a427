import { explain } from './explain.ts';
import { explanationText } from './text.ts';
import { addressees } from '../../run/addressees.ts';
import { EVERYBODY } from '../../run/filter.ts';
import { requireFound, requireKnownIds, requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { CommonOptions, EditionOptions, FilterOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';

/** `demarche explain`: what one recipient gets, and which rule in which file decided it. */
export async function runExplain(
  shell: Shell,
  id: string,
  options: CommonOptions & EditionOptions & Pick<FilterOptions, 'letter'>,
): Promise<number> {
  const session = await openSession(shell, options);
  const filter = { ...EVERYBODY, ids: [id] };
  const { plans, diagnostics } = await openPlans(session, []);
  requireKnownLanguages(plans);
  await requireKnownIds(session, filter.ids);
  const explanations = [];
  for (const plan of plans) {
    for await (const addressee of addressees(plan, session.profiles, filter)) {
      if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
      else explanations.push(explain(plan, addressee.target));
    }
  }
  if (diagnostics.length === 0) requireFound(session, explanations.length);
  if (options.json) {
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, explanations, diagnostics: records }, null, 2)}\n`);
  } else {
    await shell.out(explanations.map((explanation) => explanationText(explanation, session.style)).join('\n'));
    await session.reportDiagnostics(diagnostics);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}
