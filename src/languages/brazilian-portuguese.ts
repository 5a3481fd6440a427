import type { LocaleData } from '../model/locale-data.ts';
import { portuguese } from './portuguese.ts';

/**
 * What differs from the Portuguese of Portugal: numbers, plurals and quotation marks as in CLDR, and the first of a month
 * as an ordinal number, as the Manual de Redação da Presidência da República has it. The forms of address are those of
 * Portugal.
 */
export const brazilianPortuguese: LocaleData = {
  ...portuguese,
  firstDay: '1º',
  numbers: { ...portuguese.numbers, groupSeparator: '.', minGrouped: 4 },
  plural: { ...portuguese.plural, one: 'i = 0..1' },
  quotationMarks: { open: '“', close: '”' },
};
