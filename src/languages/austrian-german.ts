import type { LocaleData } from '../model/locale-data.ts';
import { german } from './german.ts';

/** What differs from the German of the other countries: January, and the space between groups of digits, as in CLDR. */
export const austrianGerman: LocaleData = {
  ...german,
  months: ['Jänner', ...german.months.slice(1)],
  numbers: { ...german.numbers, groupSeparator: '\u00A0' },
};
