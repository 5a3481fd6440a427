import type { LocaleData } from '../model/locale-data.ts';
import { arabic } from './arabic.ts';

/** What differs from the Arabic of the Levant: the names of the months, as in CLDR. */
export const egyptianArabic: LocaleData = {
  ...arabic,
  months: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
};
