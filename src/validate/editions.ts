import type { Campaign, LanguageStatus } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import type { Editions, RequestedEditions } from '../model/edition.ts';
import { type Language, inLanguage, lookUp } from '../model/language.ts';
import type { Recipient } from '../model/recipient.ts';

/**
 * Selects the languages of the editions that a run makes; an edition is a letter in one language. Languages with the
 * status `unchecked` are included only on request, because their texts have not been revised and may be incomplete.
 */
export function selectEditions(
  statuses: Readonly<Record<Language, LanguageStatus>>,
  requestedEditions: RequestedEditions | undefined,
): Editions {
  const languages = Object.keys(statuses);
  if (requestedEditions === undefined) {
    return { languages: languages.filter((language) => statuses[language] !== 'unchecked'), each: 'first-read' };
  }
  if (requestedEditions === 'all') return { languages, each: 'all' };
  // A variant that is no language of the letter, as "en-US" beside "en", has the texts of its language.
  const variants = requestedEditions.filter(
    (tag) => !Object.hasOwn(statuses, tag) && inLanguage(statuses, tag) !== undefined,
  );
  return {
    languages: [...languages.filter((language) => requestedEditions.includes(language)), ...new Set(variants)],
    each: 'every',
  };
}

/**
 * Whether the run makes editions in a language. A variant that is no language of the letter has an edition if its
 * language has one: "en-US" then has the texts in "en".
 */
export function isWritten(language: Language, { letter, editions }: Pick<Campaign, 'letter' | 'editions'>): boolean {
  const languageOfLetter = lookUp(language, (tag) => (Object.hasOwn(letter.languages, tag) ? tag : undefined));
  return languageOfLetter !== undefined && editions.languages.includes(languageOfLetter);
}

/**
 * Returns the languages of the editions that a recipient gets. If the user requested editions, these are all languages
 * of the run and, if all were requested, also the variants of them that the recipient reads. Otherwise it is one
 * language: the recipient's first language in which the run makes an edition, or else the original language of the
 * letter. A variant is written if the letter has it or its language. A recipient with a current `skip` (its profile says
 * not to write to it) gets one language, so that it is listed as skipped only once.
 */
export function editionLanguagesFor(
  { languages, skip }: Recipient,
  { letter, editions }: Campaign,
): readonly Language[] {
  if (editions.each !== 'first-read') {
    const isSkipped = skip !== undefined && periodStatus(skip, letter.date) === 'current';
    if (isSkipped) return editions.languages.slice(0, 1);
    if (editions.each === 'every') return editions.languages;
    return [...new Set([...editions.languages, ...languages.filter((tag) => isWritten(tag, { letter, editions }))])];
  }
  const preferredLanguage = languages.find((language) => isWritten(language, { letter, editions }));
  const language =
    preferredLanguage ?? editions.languages.find((candidate) => letter.languages[candidate] === 'original');
  if (language === undefined) throw new Error('a letter without an original language passed validation');
  return [language];
}
