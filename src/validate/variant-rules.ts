import type { Campaign } from '../model/campaign.ts';
import { type Data, spanAt } from '../model/data.ts';
import { periodStatus } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Language, inLanguage, lookupTags } from '../model/language.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import { isWritten } from './editions.ts';
import { joinNames } from './hints.ts';

/**
 * Returns a fault if the letter is in no language that the recipient reads, but in another variant of one of them: in
 * "pt-BR", and not in "pt" or "pt-PT". Which of them will do is not for the program to decide. Without such a variant,
 * the recipient gets the letter in its original language.
 */
export function otherVariantFaults(recipient: Recipient, data: Data, campaign: Campaign): readonly Diagnostic[] {
  const { languages, skip } = recipient;
  const { letter, editions } = campaign;
  const written = Object.keys(letter.languages).filter((tag) => letter.languages[tag] !== 'unchecked');
  // Editions in some languages alone are requested for all recipients, without regard to what they read.
  if (editions.each === 'every' && !written.every((tag) => editions.languages.includes(tag))) return [];
  const chosen = { letter, editions: { ...editions, languages: written } };
  if (languages.some((language) => isWritten(language, chosen))) return [];
  if (skip !== undefined && periodStatus(skip, letter.date) === 'current') return [];
  return languages.flatMap((language, index) => {
    const others = written.filter((tag) => withoutSubtags(tag) === withoutSubtags(language));
    if (others.length === 0) return [];
    const message = [...say`the letter is in `, ...joinNames(others), ...say`, and not in ${profileEcho(language)}`];
    const folder = `templates/${letter.id}/${withoutSubtags(language)}`;
    const hint = say`write ${others[0] ?? ''} if this recipient reads it; texts for all variants belong in ${folder}`;
    return [fault('profile/no-edition', spanAt(data, ['languages', index]), message, { hint })];
  });
}

function withoutSubtags(language: Language): Language {
  return lookupTags(language).at(-1) ?? language;
}

/**
 * Returns a fault if a final letter that needs approvals would be in a variant that `letter.yaml` does not have. What is
 * approved are the words in its languages, and a variant can have other forms of address and other names of sources.
 */
export function unapprovedVariantFaults(
  { languages, skip }: Recipient,
  data: Data,
  { letter }: Campaign,
  language: Language,
): readonly Diagnostic[] {
  const isApproved = letter.status !== 'final' || (letter.needs.final ?? []).length === 0;
  if (isApproved || Object.hasOwn(letter.languages, language)) return [];
  if (skip !== undefined && periodStatus(skip, letter.date) === 'current') return [];
  const status = inLanguage(letter.languages, language) ?? 'original';
  const message = say`the letter is final, and its approvals do not cover ${language}`;
  const hint = say`add ${`${language}: ${status}`} to languages in letter.yaml; what is the same in ${withoutSubtags(language)} needs no approval of its own`;
  return [fault('letter/not-approved', spanAt(data, ['languages', languages.indexOf(language)]), message, { hint })];
}
