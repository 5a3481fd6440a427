import { requireSelectionAfterRun } from '../../cli/choose-recipients.ts';
import { type Overview, openOverview, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { appendAll } from '../../model/append-all.ts';
import { DEFAULT_FORMATS } from '../../model/artifact.ts';
import { type Diagnostic, countBySeverity, removeRepeats } from '../../model/diagnostic.ts';
import { selectsAll } from '../../run/filter.ts';
import { profileFaults, profileId } from '../../validate/validate-recipient.ts';
import { validateLetters, validateSummary } from './validate-letters.ts';
import { lintCampaign, unusedLanguageWarnings } from './lint-campaign.ts';
import { lintPowers, unusedPowerWarnings } from './lint-powers.ts';
import { jointLetterHints, createTargetLint } from './lint-targets.ts';
import { createMissingKeyRecord } from './missing-keys.ts';
import { createRecipientNotes, languageNotes, letterNotes, resultNoteLines } from './notes.ts';
import { parityText, validateTranslations } from './parity.ts';

/** `demarche validate`: reports all faults and warnings of all files; writes nothing. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly strict: boolean },
): Promise<number> {
  // All editions (languages) are validated, including those that `generate` writes only with --language.
  const overview = await openOverview(shell, ids, { ...options, language: options.language ?? 'all' }, DEFAULT_FORMATS);
  const { session, filter, plans, diagnostics: collectedDiagnostics } = overview;
  const missingKeys = createMissingKeyRecord(collectedDiagnostics);
  // Without a valid letter, no condition selects recipients. Each profile is then validated by itself.
  if (plans.length === 0) {
    for await (const profile of session.profiles) {
      appendAll(collectedDiagnostics, profile.diagnostics);
      if (profile.ok) appendAll(collectedDiagnostics, profileFaults(profile.value, options.date));
      if (profile.ok) missingKeys.recordProfile(profile.value, profileId(profile.value));
    }
  }
  const translations = await validateTranslations(session.world, plans);
  const lintResult = await lint(overview);
  const campaigns = plans.map(({ campaign }) => campaign);
  // A letter that was not asked for, or has faults, may be in a language that no other is in, or need a power.
  const isWholeCampaign = options.letter.length === 0 && plans.length === session.letters.length;
  appendAll(collectedDiagnostics, [
    ...translations.diagnostics,
    ...lintResult.diagnostics,
    ...campaigns.flatMap(lintPowers),
    ...(isWholeCampaign ? unusedPowerWarnings(campaigns) : []),
  ]);
  const recipientNotes = createRecipientNotes([
    'not-verified',
    ...(options.strict ? (['no-source'] as const) : []),
    'cannot-be-sent',
  ]);
  const validateOptions = {
    stop: session.stop,
    strict: options.strict,
    keepsAll: options.verbose,
    notes: recipientNotes,
  };
  const { counts, collector, languages } = await validateLetters(plans, session.profiles, filter, validateOptions);
  appendAll(collectedDiagnostics, [
    ...(isWholeCampaign ? unusedLanguageWarnings(campaigns, languages, selectsAll(filter) && counts.failed === 0) : []),
    ...collector.all(),
  ]);
  if (collectedDiagnostics.length === 0)
    await requireSelectionAfterRun(session, overview, counts.letters + counts.skipped);
  const diagnostics = removeRepeats(missingKeys.addProfiles(collectedDiagnostics));
  const shownCounts = countBySeverity(diagnostics);
  const notKept = collector.notKept();
  const summary = {
    ...counts,
    faults: shownCounts.faults + notKept.faults,
    warnings: shownCounts.warnings + notKept.warnings,
  };
  const notes = [
    ...plans.flatMap(({ campaign }) => letterNotes(campaign.letter)),
    ...languageNotes(campaigns, languages),
    ...recipientNotes.list(session.style.pathOf),
  ];
  return session.printResult({
    fields: { summary, parity: translations.gaps, notes },
    text: () => parityText(translations.gaps),
    diagnostics,
    summary: `${collector.notKeptText()}${validateSummary(summary)}${options.json ? '' : `${jointLetterHints(lintResult.alike)}${resultNoteLines(notes)}`}`,
    isNegative: options.strict && summary.warnings > 0,
  });
}

/**
 * Lints the campaign and the targets of each letter. Returns the warnings, and groups of letters with the same texts.
 * Targets are not linted if profiles come from standard input, which can be read only once.
 */
async function lint({ session, filter, plans }: Overview) {
  const alike: (readonly string[])[] = [];
  // The campaign is not linted if a letter has faults, because that letter may use a source or fact that no other uses.
  const diagnostics: Diagnostic[] = plans.length === session.letters.length ? [...lintCampaign(plans)] : [];
  for (const plan of session.canReadAgain ? plans : []) {
    const targets = createTargetLint(plan.campaign);
    // Faults of recipients are discarded here, because `validateLetters` reports them.
    const walk = walkTargets({ session, filter, plans: [plan], diagnostics: [] });
    for await (const { target } of walk) targets.add(target);
    appendAll(diagnostics, targets.diagnostics());
    appendAll(alike, targets.alikeGroups());
  }
  return { diagnostics, alike };
}
