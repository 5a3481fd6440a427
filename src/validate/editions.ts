import type { Campaign, LanguageStatus } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import type { Editions, RequestedEditions } from '../model/edition.ts';
import type { Language } from '../model/language.ts';
import type { Recipient } from '../model/recipient.ts';

/**
 * Selects the languages of the editions that a run makes. If none are requested, languages with the status `unchecked`
 * are left out, because their texts have not been revised and may be incomplete.
 */
export function editionsOf(
  statuses: Readonly<Record<Language, LanguageStatus>>,
  requested: RequestedEditions | undefined,
): Editions {
  const languages = Object.keys(statuses);
  if (requested === undefined) {
    return { languages: languages.filter((language) => statuses[language] !== 'unchecked'), each: 'first-read' };
  }
  return {
    languages: requested === 'all' ? languages : languages.filter((language) => requested.includes(language)),
    each: 'every',
  };
}

/**
 * Returns the languages of the editions that a recipient gets. If languages were requested: all of them. Otherwise: the
 * recipient's first language in which an edition is made, or else the original language of the letter. For a recipient
 * with a current `skip`, one language is returned, so that it is listed as skipped only once.
 */
export function languagesFor({ languages, skip }: Recipient, { letter, editions }: Campaign): readonly Language[] {
  if (editions.each === 'every') {
    const isSkipped = skip !== undefined && periodStatus(skip, letter.date) === 'current';
    return isSkipped ? editions.languages.slice(0, 1) : editions.languages;
  }
  const preferred = languages.find((language) => editions.languages.includes(language));
  const language = preferred ?? editions.languages.find((sent) => letter.languages[sent] === 'original');
  if (language === undefined) throw new Error('a letter without an original language passed validation');
  return [language];
}
