import type { Campaign } from '../../model/campaign.ts';
import type { Data } from '../../model/data.ts';
import { type Diagnostic, isFault } from '../../model/diagnostic.ts';
import { type Language, inLanguage } from '../../model/language.ts';
import type { Outcome } from '../../model/outcome.ts';
import { holderName, type Recipient } from '../../model/recipient.ts';
import { type Target, recipientOf } from '../../model/selection.ts';
import type { Plan } from '../../plan.ts';
import { selectAddressees } from '../../run/addressees.ts';
import type { Filter } from '../../run/filter.ts';
import { conditionText } from '../explain/conditions.ts';
import { originalLanguage } from '../translations/translations.ts';
import type { PreviewRecipient } from './preview.ts';

/** A fault of a recipient, from which the preview makes the reason why there is no letter. */
export type ReasonOf = (fault: Diagnostic) => Promise<string>;

/** The recipients of a letter, and the faults and warnings of their profiles. */
export interface RecipientsOfLetter {
  readonly recipients: readonly PreviewRecipient[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists the recipients of a letter that the filter selects, each once. Of a profile with faults, little can be read:
 * `earlier` has the recipients as they were before, by id. While there are profiles whose id cannot be read, all of
 * `earlier` are listed, as the profiles may be theirs.
 */
export async function listRecipients(
  { campaign }: Pick<Plan, 'campaign'>,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
  { earlier, reasonOf }: { readonly earlier: ReadonlyMap<string, PreviewRecipient>; readonly reasonOf: ReasonOf },
): Promise<RecipientsOfLetter> {
  const diagnostics: Diagnostic[] = [];
  const recipients = new Map<string, PreviewRecipient>();
  let faultWithoutId: Diagnostic | undefined;
  for await (const addressee of selectAddressees({ campaign }, profiles, filter)) {
    if (addressee.kind === 'failed') {
      diagnostics.push(...addressee.faults);
      const { id } = addressee;
      const firstFault = addressee.faults.find(isFault);
      if (id === undefined) faultWithoutId ??= firstFault;
      if (id === undefined || recipients.has(id)) continue;
      const reason = firstFault === undefined ? '' : await reasonOf(firstFault);
      const known = earlier.get(id) ?? unreadRecipient(campaign, id);
      recipients.set(id, { ...known, outcome: 'fault', reason });
      continue;
    }
    diagnostics.push(...addressee.warnings);
    const recipient = describeTarget(campaign, addressee.target);
    const before = recipients.get(recipient.id);
    // A recipient has a target for each language of the run.
    const languages = [...new Set([...(before?.languages ?? []), ...recipient.languages])];
    recipients.set(recipient.id, { ...(before ?? recipient), languages });
  }
  if (faultWithoutId !== undefined) {
    const reason = await reasonOf(faultWithoutId);
    for (const [id, known] of earlier)
      if (!recipients.has(id)) recipients.set(id, { ...known, outcome: 'fault', reason });
  }
  return {
    recipients: [...recipients.values()].map((recipient) => withOtherLanguages(campaign, recipient)),
    diagnostics,
  };
}

function describeTarget(campaign: Campaign, target: Target): PreviewRecipient {
  const recipient = recipientOf(target);
  const { language, languages } = languagesOfTarget(campaign, target);
  const { id, roles, office, holder } = recipient;
  return {
    letter: campaign.letter.id,
    id,
    roles,
    state: stateName(campaign, recipient, language),
    office: (office && inLanguage(office.title, language)) ?? null,
    holder: holder === undefined ? null : holderName(holder),
    languages,
    outcome: target.kind,
    reason: reasonForNone(campaign, target),
  };
}

/** Returns the language in which a recipient is described, and those in which it is written to. */
function languagesOfTarget(
  campaign: Campaign,
  target: Target,
): { readonly language: Language; readonly languages: readonly Language[] } {
  if (target.kind === 'not-addressed') return { language: originalLanguage(campaign.letter), languages: [] };
  const { language } = target.kind === 'letter' ? target.selection : target.addressing;
  return { language, languages: target.kind === 'letter' ? [language] : [] };
}

function stateName({ register }: Campaign, { state: code }: Recipient, language: Language): string | null {
  if (code === undefined) return null;
  const names = register.states.get(code)?.names;
  return (names && inLanguage(names, language)?.short) ?? code;
}

function reasonForNone({ letter }: Campaign, target: Target): string {
  if (target.kind === 'letter') return '';
  return target.kind === 'skipped' ? target.skip.reason : `the letter goes to: ${conditionText(letter.to)}`;
}

function unreadRecipient({ letter }: Campaign, id: string): PreviewRecipient {
  const unknown = { roles: [], state: null, office: null, holder: null };
  const languages = [originalLanguage(letter)];
  return { letter: letter.id, id, ...unknown, languages, outcome: 'fault', reason: '' };
}

/** Adds the other languages of the letter, in which it can be shown too, to a recipient that is written to. */
function withOtherLanguages({ letter }: Campaign, recipient: PreviewRecipient): PreviewRecipient {
  if (recipient.languages.length === 0) return recipient;
  return { ...recipient, languages: [...new Set([...recipient.languages, ...Object.keys(letter.languages)])] };
}
