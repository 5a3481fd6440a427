import type { Day } from '../model/date.ts';
import { type Language, lookupTags } from '../model/language.ts';
import type { LocaleData, Locales } from '../model/locale-data.ts';
import { type Conventions, createConventions } from './conventions.ts';
import { LOCALE_DATA } from './locales.ts';

/**
 * The languages of the product, without variants. A campaign can bring others, and letters can be in a variant of each.
 */
export const LANGUAGES: readonly Language[] = [...LOCALE_DATA.keys()].filter((tag) => !tag.includes('-'));

/** The variants of these languages for which the product has words or conventions of their own. */
export const VARIANTS: readonly Language[] = [...LOCALE_DATA.keys()].filter((tag) => tag.includes('-'));

/** Returns the locale data of a language of the product. Throws an error if there is no such language. */
export function localeDataOf(language: Language): LocaleData {
  const data = LOCALE_DATA.get(language);
  if (data === undefined) throw new Error(`no locale data for the language ${language}`);
  return data;
}

/**
 * Returns the locale data for a language tag: those of the longest tag that has some (RFC 4647, 3.4), and of those with
 * the same tag the campaign's. Undefined if letters cannot be set in the language.
 */
export function findLocaleData(language: Language, locales: Locales): LocaleData | undefined {
  for (const tag of lookupTags(language)) {
    const data = locales.get(tag) ?? LOCALE_DATA.get(tag);
    if (data !== undefined) return data;
  }
  return undefined;
}

/**
 * Returns the tag of the campaign's words for a language: letters print those, and not words of the product. Undefined if
 * the campaign has none for it.
 */
export function tagOfOwnWords(language: Language, locales: Locales): Language | undefined {
  const tag = lookupTags(language).find((candidate) => locales.has(candidate) || LOCALE_DATA.has(candidate));
  return tag !== undefined && locales.has(tag) ? tag : undefined;
}

/** Whether letters can be set in a language, with the locales of the campaign. */
export function supportsLanguage(language: Language, locales: Locales): boolean {
  return findLocaleData(language, locales) !== undefined;
}

/** Returns the locale data of all languages: those of the product, then those of the campaign. */
export function allLocaleData(locales: Locales): readonly LocaleData[] {
  return [...LOCALE_DATA.values(), ...locales.values()];
}

/** The conventions that were asked for: a run has letters in few of the languages. */
const conventionsByData = new WeakMap<LocaleData, Conventions>();

/**
 * Returns the conventions of a language, with the locales of the campaign. They are created once. Undefined if letters
 * cannot be set in the language, as while a campaign is validated.
 */
export function findConventions(language: Language, locales: Locales): Conventions | undefined {
  const data = findLocaleData(language, locales);
  if (data === undefined) return undefined;
  const conventions = conventionsByData.get(data) ?? createConventions(data);
  conventionsByData.set(data, conventions);
  return conventions;
}

/** Returns the conventions of a language. Throws an error if it is not supported; validation refuses such languages. */
export function conventionsOf(language: Language, locales: Locales): Conventions {
  const conventions = findConventions(language, locales);
  if (conventions === undefined) throw new Error(`no locale data for the language ${language}`);
  return conventions;
}

/**
 * Returns a date as letters print it: "1 December 2025". `Intl.DateTimeFormat` is not used, because its output depends
 * on the version of the runtime and is wrong for the first day of a French month. A test compares the two. Throws an
 * error if the month does not exist.
 */
export function formatLongDate(day: Day, { months, date }: Pick<Conventions, 'months' | 'date'>): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const monthName = months[month - 1];
  if (monthName === undefined) throw new Error(`no such day: ${day}`);
  return date(dayOfMonth, monthName, year);
}
