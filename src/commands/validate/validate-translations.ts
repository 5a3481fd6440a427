import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ParityGap } from '../../model/translating.ts';
import type { Plan } from '../../pipeline.ts';
import type { World } from '../../world.ts';
import { findTranslating } from '../translations/find-translating.ts';
import { translatedTexts } from '../translations/translations.ts';
import { parityGaps } from './parity.ts';
import { translationWarnings } from './translation-warnings.ts';

/** What the translations of some letters lack, and what is to be said of it. */
export async function validateTranslations(
  world: World,
  plans: readonly Plan[],
): Promise<{ readonly gaps: readonly ParityGap[]; readonly diagnostics: readonly Diagnostic[] }> {
  const gaps: ParityGap[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const plan of plans) {
    const translating = await findTranslating(world, plan.job.letter);
    diagnostics.push(...translating.diagnostics);
    if (!translating.ok) continue;
    const found = parityGaps(plan, translating.value.terms);
    gaps.push(...found);
    diagnostics.push(...translationWarnings(plan.campaign, found, translatedTexts(plan, translating.value.madeFrom)));
  }
  return { gaps, diagnostics };
}
