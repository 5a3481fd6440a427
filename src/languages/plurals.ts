import type { Decimal } from '../model/decimal.ts';
import type { Language } from '../model/language.ts';
export const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralCategory = (typeof PLURAL_CATEGORIES)[number];
export function pluralCategoriesOf(language: Language): readonly PluralCategory[] {
  return language === 'pl' ? ['one', 'few', 'many', 'other'] : ['one', 'other'];
}
export function pluralCategory(value: Decimal, _language: Language): PluralCategory {
  return value === '1' ? 'one' : 'other';
}
