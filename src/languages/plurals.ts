import type { Language } from '../model/language.ts';
import { parseDecimal } from './decimal.ts';
import { conventionsOf } from './languages.ts';
import type { PluralCategory } from './plural-rule.ts';

/**
 * Returns the plural category of a decimal number (`parseDecimal`) in a language: `one` for "1" in English, `other` for
 * "1.0". The sign does not count. `Intl.PluralRules` is not used, because its rules depend on the version of the
 * runtime, and it takes binary floats. A test compares the two.
 */
export function pluralCategory(number: string, language: Language): PluralCategory {
  const { integer, fraction } = parseDecimal(number);
  const i = BigInt(integer);
  const f = BigInt(fraction === '' ? 0 : fraction);
  const significant = fraction.replace(/0+$/, '');
  const t = BigInt(significant === '' ? 0 : significant);
  return conventionsOf(language).plural.select({ i, v: fraction.length, f, t, n: t === 0n ? i : undefined });
}

/** Returns the plural categories of a language, in the order of CLDR: zero, one, two, few, many, other. */
export function pluralCategoriesOf(language: Language): readonly PluralCategory[] {
  return conventionsOf(language).plural.categories;
}
