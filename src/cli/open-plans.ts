import type { Format } from '../model/artifact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Plan, prepare } from '../pipeline.ts';
import type { Session } from './session.ts';

/** Prepares every chosen letter for looking at, not for writing: those that are sound, and what is to be said of all. */
export async function openPlans(
  session: Session,
  formats: readonly Format[],
  attachSource = false,
): Promise<{ plans: readonly Plan[]; diagnostics: Diagnostic[] }> {
  const plans: Plan[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const letter of session.letters) {
    const plan = await prepare(session.world, session.job(letter, { formats, attachSource }));
    diagnostics.push(...plan.diagnostics);
    if (plan.ok) plans.push(plan.value);
  }
  return { plans, diagnostics };
}
