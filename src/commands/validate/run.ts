import { requireFound } from '../../cli/choose-recipients.ts';
import { type Overview, openOverview, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { FORMATS } from '../../model/artifact.ts';
import { type Diagnostic, isFault, withoutRepeats } from '../../model/diagnostic.ts';
import { profileFaults, profileId } from '../../validate/validate-recipient.ts';
import { validateLetters, validateSummary } from './validate-letters.ts';
import { lintCampaign } from './lint-campaign.ts';
import { alikeText, lintTargets } from './lint-targets.ts';
import { noteLacking } from './note-lacking.ts';
import { parityText, validateTranslations } from './parity.ts';

/** `demarche validate`: all faults of all files, at once; writes nothing. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly strict: boolean },
): Promise<number> {
  // Editions that are written only when asked for are validated too, before somebody asks for them.
  const overview = await openOverview(shell, ids, { ...options, language: options.language ?? 'all' }, FORMATS);
  const { session, filter, plans, diagnostics: met } = overview;
  const lacking = noteLacking(met);
  // Without a letter that is sound nobody can be selected; each profile is validated by itself.
  if (plans.length === 0) {
    for await (const profile of session.profiles) {
      met.push(...profile.diagnostics, ...(profile.ok ? profileFaults(profile.value, options.date) : []));
      if (profile.ok) lacking.look(profile.value, profileId(profile.value));
    }
  }
  const translations = await validateTranslations(session.world, plans);
  const oddities = await lint(overview);
  met.push(...translations.diagnostics, ...oddities.diagnostics);
  const manner = { stop: session.stop, strict: options.strict };
  const { diagnostics: ofLetters, ...counts } = await validateLetters(plans, session.profiles, filter, manner);
  met.push(...ofLetters);
  if (met.length === 0) requireFound(session, counts.letters + counts.skipped);
  const diagnostics = withoutRepeats(lacking.named(met));
  const faults = diagnostics.filter(isFault).length;
  const summary = { ...counts, faults, warnings: diagnostics.length - faults };
  return session.answer({
    fields: { summary, parity: translations.gaps },
    text: () => parityText(translations.gaps),
    diagnostics,
    summary: `${validateSummary(summary)}${options.json ? '' : alikeText(oddities.alike)}`,
    isNo: options.strict && summary.warnings > 0,
  });
}

/** What is odd without being wrong, and groups of letters that are alike. Profiles that can be read once only are not. */
async function lint({ session, filter, plans }: Overview) {
  const alike: (readonly string[])[] = [];
  // What one letter does not use may be used by another one, which has faults.
  const diagnostics: Diagnostic[] = plans.length === session.letters.length ? [...lintCampaign(plans)] : [];
  for (const plan of session.canReadAgain ? plans : []) {
    const targets = lintTargets(plan.campaign);
    // Faults of recipients are told once their letters are checked.
    const walk = walkTargets({ session, filter, plans: [plan], diagnostics: [] });
    for await (const { target } of walk) targets.add(target);
    diagnostics.push(...targets.diagnostics());
    alike.push(...targets.alike());
  }
  return { diagnostics, alike };
}
