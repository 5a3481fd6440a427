import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, type DiagnosticCode, fault, warning } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import { startOf } from '../../model/span.ts';
import type { ParityGap } from '../../model/translating.ts';
import type { Plan } from '../../pipeline.ts';
import type { World } from '../../world.ts';
import { type TranslatedText, findTranslating, translatedTexts } from '../translations/translations.ts';
import { parityGaps } from './parity.ts';

/** What the translations of letters lack, and the diagnostics of it. */
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

/**
 * One sentence for each language, however many texts are concerned: the table has the rest. A translation that letters
 * go out in must be what its original is; one that nobody has checked may still be on its way.
 */
function translationWarnings(
  { letter }: Campaign,
  gaps: readonly ParityGap[],
  texts: readonly TranslatedText[],
): readonly Diagnostic[] {
  return Object.keys(letter.languages).flatMap((language) => {
    const found: Diagnostic[] = [];
    const severe = letter.languages[language] === 'unchecked' ? warning : fault;
    const tell = (code: DiagnosticCode, message: Message, hint: Message): void => {
      found.push(severe(code, startOf(`templates/${letter.id}/letter.yaml`), message, { hint }));
    };
    const differing = new Set(gaps.filter((gap) => gap.language === language).map(({ text }) => text)).size;
    if (differing > 0) {
      const message = say`texts in ${language} that are not what they should be: ${differing}`;
      tell('translation/differs', message, say`the table says in what`);
    }
    const stale = texts.filter((text) => text.language === language && text.state === 'stale').map(({ text }) => text);
    if (stale.length > 0) {
      const message = say`the original has changed since these were translated into ${language}: ${stale.join(', ')}`;
      tell('translation/stale', message, say`bring them up to date, then run demarche translations --renew`);
    }
    return found;
  });
}
