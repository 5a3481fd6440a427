import type { Day } from './date.ts';
import type { Language } from './language.ts';

/**
 * Dates as letters write them. A table of our own, because the one in the run time changes with its version (and writes
 * the first of a French month wrongly); a test compares the two.
 */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** "1 December 2025". */
export function longDate(day: Day, language: Language): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const name = MONTHS[language]?.[(month ?? 0) - 1];
  if (name === undefined) throw new Error(`no month names for ${language} or no such day: ${day}`);
  return `${dayOfMonth} ${name} ${year}`;
}
