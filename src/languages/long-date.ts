import type { Day } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import { conventionsOf } from './languages.ts';

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
