import type { Day } from './date.ts';
import { furnitureOf } from './furniture.ts';
import type { Language } from './language.ts';

/**
 * "1 December 2025": a date as letters write it. The words are a table of our own, because the one in the run time
 * changes with its version (and writes the first of a French month wrongly); a test compares the two.
 */
export function longDate(day: Day, language: Language): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const { months, date } = furnitureOf(language);
  const name = months[month - 1];
  if (name === undefined) throw new Error(`no such day: ${day}`);
  return date(dayOfMonth, name, year);
}
