import type { Day } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import { arabic } from './arabic.ts';
import { type Conventions, createConventions } from './conventions.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import type { LocaleData } from './locale-data.ts';
import { polish } from './polish.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** The locale data by ISO 639-1 code. A new language needs a file of its own, an import and a row here. */
const LOCALE_DATA: ReadonlyMap<Language, LocaleData> = new Map([
  ['en', english],
  ['fr', french],
  ['es', spanish],
  ['ar', arabic],
  ['de', german],
  ['el', greek],
  ['hu', hungarian],
  ['pl', polish],
  ['ru', russian],
]);

const CONVENTIONS: ReadonlyMap<Language, Conventions> = new Map(
  [...LOCALE_DATA].map(([language, data]) => [language, createConventions(data)]),
);

/** The languages in which letters can be set. */
export const LANGUAGES: readonly Language[] = [...CONVENTIONS.keys()];

/**
 * Returns the conventions of a language. Throws an error if the language is not supported; validation refuses such
 * languages.
 */
export function conventionsOf(language: Language): Conventions {
  const conventions = CONVENTIONS.get(language);
  if (conventions === undefined) throw new Error(`no conventions for the language ${language}`);
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
