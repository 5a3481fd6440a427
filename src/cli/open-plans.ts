import type { Format } from '../model/artifact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Plan, prepare } from '../pipeline.ts';
import type { Filter } from '../run/filter.ts';
import { requireSomebody } from './choose-recipients.ts';
import type { Session } from './session.ts';

/**
 * Prepares every chosen letter for looking at, not for writing: those that are sound, and what is to be said of all.
 * Who is meant is known only where all are sound; then nobody meant is a usage error.
 */
export async function openPlans(
  session: Session,
  formats: readonly Format[],
  filter: Filter,
): Promise<{ plans: readonly Plan[]; diagnostics: Diagnostic[] }> {
  const plans: Plan[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const letter of session.letters) {
    const plan = await prepare(session.world, session.job(letter, { formats, attachSource: false }));
    diagnostics.push(...plan.diagnostics);
    if (plan.ok) plans.push(plan.value);
  }
  if (plans.length === session.letters.length) await requireSomebody(plans, session.profiles, filter);
  return { plans, diagnostics };
}
