import { withoutRepeats } from '../../model/diagnostic.ts';
import { profileFaults, profileId } from '../../validate/validate-recipient.ts';
import { alikeText } from './alike.ts';
import { parityText } from './text.ts';
import { counted } from '../../report/summary.ts';
import { checkLetters } from '../../run/check-letters.ts';
import { noteLacking } from '../../run/note-lacking.ts';
import { filterFrom, requireFound, requireSomebody } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import { FORMATS, type RecipientsOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import { lintRun } from './run-lint.ts';
import { validateTranslations } from './validate-translations.ts';

/** `demarche validate`: all faults of all files, at once; writes nothing. */
export async function runValidate(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly strict: boolean },
): Promise<number> {
  // Texts that nobody gets by default are checked all the same, before somebody asks for them.
  const session = await openSession(shell, { ...options, language: options.language ?? 'all' });
  const filter = filterFrom(ids, options);
  const { plans, diagnostics: met } = await openPlans(session, FORMATS);
  // Who is meant is known only where all letters are sound.
  if (plans.length === session.letters.length) await requireSomebody(plans, session, filter);
  const counts = { letters: 0, skipped: 0, failed: 0 };
  const lacking = noteLacking(met);
  // Without a sound letter nobody knows who gets what; what is wrong with a profile by itself is told all the same.
  if (plans.length === 0) {
    for await (const profile of session.profiles) {
      met.push(...profile.diagnostics, ...(profile.ok ? profileFaults(profile.value, options.date) : []));
      if (profile.ok) lacking.look(profile.value, profileId(profile.value));
    }
  }
  const translations = await validateTranslations(session.world, plans);
  const lint = await lintRun(plans, session, filter);
  met.push(...translations.diagnostics, ...lint.diagnostics);
  for (const plan of plans) {
    const checked = await checkLetters(plan, session.profiles, filter, { stop: shell.stop, strict: options.strict });
    counts.letters += checked.letters;
    counts.skipped += checked.skipped;
    counts.failed += checked.failed;
    met.push(...checked.diagnostics);
  }
  if (met.length === 0) requireFound(session, counts.letters + counts.skipped);
  const diagnostics = withoutRepeats(lacking.named(met));
  const faults = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - faults;
  if (options.json) {
    const summary = { ...counts, faults, warnings };
    const { gaps: parity } = translations;
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, summary, parity, diagnostics: records }, null, 2)}\n`);
  } else {
    await shell.out(parityText(translations.gaps));
    await session.reportDiagnostics(diagnostics);
  }
  if (!options.quiet) {
    await shell.err(
      `${counted(counts.letters, 'letter')} sound, ${counted(counts.skipped, 'recipient')} skipped, ${counts.failed} failed; ${counted(faults, 'fault')}, ${counted(warnings, 'warning')}\n`,
    );
  }
  if (!options.quiet && !options.json) await shell.err(alikeText(lint.alike));
  return faults > 0 || (options.strict && warnings > 0) ? EXIT.no : EXIT.done;
}
