import { requireSelectionAfterRun } from '../../cli/choose-recipients.ts';
import { type Overview, openOverview, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { FORMATS } from '../../model/artifact.ts';
import { type Diagnostic, isFault, withoutRepeats } from '../../model/diagnostic.ts';
import { profileFaults, profileId } from '../../validate/validate-recipient.ts';
import { validateLetters, validateSummary } from './validate-letters.ts';
import { lintCampaign } from './lint-campaign.ts';
import { alikeText, lintTargets } from './lint-targets.ts';
import { recordMissingKeys } from './missing-keys.ts';
import { parityText, validateTranslations } from './parity.ts';

/** `demarche validate`: reports all faults and warnings of all files; writes nothing. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly strict: boolean },
): Promise<number> {
  // All editions are validated, including those that `generate` writes only with --language.
  const overview = await openOverview(shell, ids, { ...options, language: options.language ?? 'all' }, FORMATS);
  const { session, filter, plans, diagnostics: collected } = overview;
  const lackingNotes = recordMissingKeys(collected);
  // Recipients are selected by a letter's condition; without a valid letter, each profile is validated on its own.
  if (plans.length === 0) {
    for await (const profile of session.profiles) {
      collected.push(...profile.diagnostics, ...(profile.ok ? profileFaults(profile.value, options.date) : []));
      if (profile.ok) lackingNotes.look(profile.value, profileId(profile.value));
    }
  }
  const translations = await validateTranslations(session.world, plans);
  const lintResult = await lint(overview);
  collected.push(...translations.diagnostics, ...lintResult.diagnostics);
  const validateOptions = { stop: session.stop, strict: options.strict };
  const { diagnostics: letterDiagnostics, ...counts } = await validateLetters(
    plans,
    session.profiles,
    filter,
    validateOptions,
  );
  collected.push(...letterDiagnostics);
  if (collected.length === 0) requireSelectionAfterRun(session, counts.letters + counts.skipped);
  const diagnostics = withoutRepeats(lackingNotes.named(collected));
  const faults = diagnostics.filter(isFault).length;
  const summary = { ...counts, faults, warnings: diagnostics.length - faults };
  return session.printResult({
    fields: { summary, parity: translations.gaps },
    text: () => parityText(translations.gaps),
    diagnostics,
    summary: `${validateSummary(summary)}${options.json ? '' : alikeText(lintResult.alike)}`,
    isNegative: options.strict && summary.warnings > 0,
  });
}

/**
 * Lints the campaign and the targets of each letter, and finds groups of letters with the same texts. Targets are not
 * linted if the profiles come from standard input, which can be read only once.
 */
async function lint({ session, filter, plans }: Overview) {
  const alike: (readonly string[])[] = [];
  // Only if all letters are valid: a source or fact unused in the valid ones may be used in a letter with faults.
  const diagnostics: Diagnostic[] = plans.length === session.letters.length ? [...lintCampaign(plans)] : [];
  for (const plan of session.canReadAgain ? plans : []) {
    const targets = lintTargets(plan.campaign);
    // Faults of recipients are discarded here: `validateLetters` reports them.
    const walk = walkTargets({ session, filter, plans: [plan], diagnostics: [] });
    for await (const { target } of walk) targets.add(target);
    diagnostics.push(...targets.diagnostics());
    alike.push(...targets.alike());
  }
  return { diagnostics, alike };
}
