import type { Day } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import { arabic } from './arabic.ts';
import type { Conventions } from './conventions.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import { polish } from './polish.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** By ISO 639-1 code. A new language is a file of its own and a line here, with its import. */
const CONVENTIONS: ReadonlyMap<Language, Conventions> = new Map([
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

/** The languages in which a letter can be set. */
export const LANGUAGES: readonly Language[] = [...CONVENTIONS.keys()];

/** The conventions of a language. Throws for one that is not in the table: validation refuses it before. */
export function conventionsOf(language: Language): Conventions {
  const conventions = CONVENTIONS.get(language);
  if (conventions === undefined) throw new Error(`no conventions for the language ${language}`);
  return conventions;
}

/**
 * "1 December 2025": a date as letters write it. The words are a table of our own, because the one in the run time
 * changes with its version (and writes the first of a French month wrongly); a test compares the two.
 */
export function longDate(day: Day, language: Language): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const { months, date } = conventionsOf(language);
  const name = months[month - 1];
  if (name === undefined) throw new Error(`no such day: ${day}`);
  return date(dayOfMonth, name, year);
}
