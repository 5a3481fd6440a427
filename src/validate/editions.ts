import type { Campaign, LanguageStatus } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import type { Editions, RequestedEditions } from '../model/edition.ts';
import type { Language } from '../model/language.ts';
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
  return {
    languages:
      requestedEditions === 'all' ? languages : languages.filter((language) => requestedEditions.includes(language)),
    each: 'every',
  };
}

/**
 * Returns the languages of the editions that a recipient gets. If the user requested editions, these are all languages
 * of the run. Otherwise it is one language: the recipient's first language in which the run makes an edition, or else
 * the original language of the letter. A recipient with a current `skip` (its profile says not to write to it) gets one
 * language, so that it is listed as skipped only once.
 */
export function editionLanguagesFor(
  { languages, skip }: Recipient,
  { letter, editions }: Campaign,
): readonly Language[] {
  if (editions.each === 'every') {
    const isSkipped = skip !== undefined && periodStatus(skip, letter.date) === 'current';
    return isSkipped ? editions.languages.slice(0, 1) : editions.languages;
  }
  const preferredLanguage = languages.find((language) => editions.languages.includes(language));
  const language =
    preferredLanguage ?? editions.languages.find((candidate) => letter.languages[candidate] === 'original');
  if (language === undefined) throw new Error('a letter without an original language passed validation');
  return [language];
}
