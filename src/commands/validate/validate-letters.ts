import { type DiagnosticCollector, createDiagnosticCollector } from '../../report/diagnostic-collector.ts';
import type { Data } from '../../model/data.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { Language } from '../../model/language.ts';
import { say } from '../../model/message.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Recipient } from '../../model/recipient.ts';
import { composeLetter } from '../../pipeline.ts';
import type { Plan } from '../../plan.ts';
import { formatCount } from '../../report/format-count.ts';
import { selectAddressees } from '../../run/addressees.ts';
import type { Filter } from '../../run/filter.ts';
import type { RecipientNotes } from './notes.ts';

/** Options of `validateLetters`. */
interface ValidateLettersOptions {
  readonly stop: AbortSignal;
  readonly strict: boolean;
  readonly keepsAll: boolean;
  readonly notes: RecipientNotes;
}

/** The result of `validateLetters`. */
interface ValidatedLetters {
  readonly counts: Omit<ValidateTally, 'faults' | 'warnings'>;
  readonly collector: DiagnosticCollector;
  /** The languages of the letters, among them variants that only a profile names. */
  readonly languages: ReadonlySet<Language>;
}

/**
 * Merges and typesets every letter of these plans, and keeps only counts, and faults and warnings of each kind. A
 * letter without faults can be written. The recipients of letters are added to `notes`. With `strict`, unchecked texts
 * and unverified profiles are faults. With `keepsAll`, no diagnostic is only counted. Returns early if `stop` is
 * aborted.
 */
export async function validateLetters(
  plans: readonly Plan[],
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
  { stop, strict, keepsAll, notes }: ValidateLettersOptions,
): Promise<ValidatedLetters> {
  const counts = { letters: 0, skipped: 0, failed: 0 };
  const languages = new Set<Language>();
  const collector = createDiagnosticCollector(keepsAll ? Infinity : undefined);
  for (const plan of plans) {
    if (strict) collector.add(uncheckedTextFaults(plan));
    for await (const addressee of selectAddressees(plan, profiles, filter)) {
      if (stop.aborted) break;
      if (addressee.kind === 'failed') {
        counts.failed += 1;
        collector.add(addressee.faults);
        continue;
      }
      collector.add(addressee.warnings);
      if (addressee.target.kind === 'skipped') counts.skipped += 1;
      if (addressee.target.kind !== 'letter') continue;
      languages.add(addressee.target.selection.language);
      notes.add(addressee.target.selection.recipient);
      if (strict) collector.add(unverifiedProfileFaults(addressee.target.selection.recipient));
      const composed = await composeLetter(plan, addressee.target.selection);
      collector.add(composed.diagnostics);
      if (composed.ok) counts.letters += 1;
      else counts.failed += 1;
    }
  }
  return { counts, collector, languages };
}

/** Returns faults for the languages whose texts `letter.yaml` marks `unchecked`. */
function uncheckedTextFaults({ campaign: { letter } }: Plan): readonly Diagnostic[] {
  return Object.keys(letter.languages)
    .filter((language) => letter.languages[language] === 'unchecked')
    .map((language) => {
      const revised = Object.entries({ ...letter.languages, [language]: 'revised' });
      const line = `languages: { ${revised.map(([code, status]) => `${code}: ${status}`).join(', ')} }`;
      return fault('letter/unchecked', letter.span, say`nobody has checked the texts in ${language}`, {
        hint: letter.statesLanguages
          ? say`have them read, and write ${`${language}: revised`} under languages`
          : say`have them read, and write in letter.yaml: ${line}`,
      });
    });
}

/**
 * Returns a fault if a profile states that it is not verified. The span identifies the recipient, so the message does
 * not.
 */
function unverifiedProfileFaults({ verified, span }: Recipient): readonly Diagnostic[] {
  if (verified !== false) return [];
  return [
    fault('profile/unverified', span, say`nobody has verified this profile`, {
      hint: say`check it against its source, and write verified: with the day on which you did`,
    }),
  ];
}

/** The counts of a validation: letters without faults, skipped recipients, letters with faults, and diagnostics. */
type ValidateTally = Readonly<Record<'letters' | 'skipped' | 'failed' | 'faults' | 'warnings', number>>;

/** Formats the summary line of `demarche validate`. */
export function validateSummary({ letters, skipped, failed, faults, warnings }: ValidateTally): string {
  const recipients = `${formatCount(letters, 'letter')} sound, ${formatCount(skipped, 'recipient')} skipped, ${failed} failed`;
  return `${recipients}; ${formatCount(faults, 'fault')}, ${formatCount(warnings, 'warning')}\n`;
}
