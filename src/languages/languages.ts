import type { Day } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import { type Conventions, createConventions } from './conventions.ts';
import type { LocaleData } from './locale-data.ts';
import { LOCALE_DATA } from './locales.ts';

/** The languages in which letters can be set. */
export const LANGUAGES: readonly Language[] = [...LOCALE_DATA.keys()];

/**
 * Returns the locale data of a language. Throws an error if the language is not supported; validation refuses such
 * languages.
 */
export function localeDataOf(language: Language): LocaleData {
  const data = LOCALE_DATA.get(language);
  if (data === undefined) throw new Error(`no locale data for the language ${language}`);
  return data;
}

/** The conventions that were asked for: a run has letters in few of the languages. */
const conventionsByLanguage = new Map<Language, Conventions>();

/**
 * Returns the conventions of a language, which are created once. Throws an error if the language is not supported;
 * validation refuses such languages.
 */
export function conventionsOf(language: Language): Conventions {
  const created = conventionsByLanguage.get(language);
  if (created !== undefined) return created;
  const conventions = createConventions(localeDataOf(language));
  conventionsByLanguage.set(language, conventions);
  return conventions;
}

/**
 * Returns a date as letters print it: "1 December 2025". `Intl.DateTimeFormat` is not used, because its output depends
 * on the version of the runtime and is wrong for the first day of a French month. A test compares the two. Throws an
 * error if the month does not exist.
 */
export function formatLongDate(day: Day, language: Language): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const { months, date } = conventionsOf(language);
  const monthName = months[month - 1];
  if (monthName === undefined) throw new Error(`no such day: ${day}`);
  return date(dayOfMonth, monthName, year);
}
