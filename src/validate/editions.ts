import type { Campaign, LanguageStatus } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import type { Editions, EditionsWanted } from '../model/edition.ts';
import type { Language } from '../model/language.ts';
import type { Recipient } from '../model/recipient.ts';

/**
 * The languages in which letters go out. Unless they are asked for: those in which somebody who can has read the texts,
 * so that nobody gets a text unchecked by default; the texts of the others may be incomplete.
 */
export function editionsOf(
  statuses: Readonly<Record<Language, LanguageStatus>>,
  wanted: EditionsWanted | undefined,
): Editions {
  const languages = Object.keys(statuses);
  if (wanted === undefined) {
    return { languages: languages.filter((language) => statuses[language] !== 'unchecked'), each: 'first-read' };
  }
  return {
    languages: wanted === 'all' ? languages : languages.filter((language) => wanted.includes(language)),
    each: 'every',
  };
}

/**
 * In which languages this recipient is written to: in every one that was asked for; or in the first it reads of those
 * that go out, else in the one that the letter was written in. Who is skipped is skipped once.
 */
export function languagesFor({ languages, skip }: Recipient, { letter, editions }: Campaign): readonly Language[] {
  if (editions.each === 'every') {
    const isSkipped = skip !== undefined && periodStatus(skip, letter.date) === 'current';
    return isSkipped ? editions.languages.slice(0, 1) : editions.languages;
  }
  const read = languages.find((language) => editions.languages.includes(language));
  const language = read ?? editions.languages.find((sent) => letter.languages[sent] === 'original');
  if (language === undefined) throw new Error('a letter without an original language passed validation');
  return [language];
}
