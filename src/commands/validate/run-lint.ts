import type { Diagnostic } from '../../model/diagnostic.ts';
import { lintCampaign } from './lint-campaign.ts';
import { lintTargets } from './lint-targets.ts';
import type { Plan } from '../../pipeline.ts';
import { addressees } from '../../run/addressees.ts';
import type { Filter } from '../../run/filter.ts';
import type { Session } from '../../cli/session.ts';

/** What is odd without being wrong, and letters that are alike. Profiles that come once are not asked. */
export async function lintRun(
  plans: readonly Plan[],
  { profiles, canReadAgain, letters }: Session,
  filter: Filter,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly alike: readonly (readonly string[])[] }> {
  const alike: (readonly string[])[] = [];
  // What one letter does not use, another that is not sound may.
  const diagnostics: Diagnostic[] = plans.length === letters.length ? [...lintCampaign(plans)] : [];
  if (!canReadAgain) return { diagnostics, alike };
  for (const plan of plans) {
    const lint = lintTargets(plan.campaign);
    for await (const addressee of addressees(plan, profiles, filter)) {
      if (addressee.kind === 'failed' || addressee.target.kind === 'not-addressed') continue;
      lint.add(addressee.target);
    }
    diagnostics.push(...lint.diagnostics());
    alike.push(...lint.alike());
  }
  return { diagnostics, alike };
}
