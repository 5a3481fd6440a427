import { parseDecimal } from '../model/decimal.ts';
import type { PluralCategory } from '../model/plural-category.ts';
import type { PluralOperands, PluralRule } from './plural-rule.ts';

/**
 * Returns the plural category of a decimal number (`parseDecimal`) in a language: `one` for "1" in English, `other` for
 * "1.0". The sign does not count. `Intl.PluralRules` is not used, because its rules depend on the version of the
 * runtime, and it takes binary floats. A test compares the two.
 */
export function pluralCategory(number: string, { plural }: { readonly plural: PluralRule }): PluralCategory {
  return plural.select(pluralOperands(number));
}

/** Returns what plural rules ask of a decimal number (`parseDecimal`). */
export function pluralOperands(number: string): PluralOperands {
  const { integer: i, fraction: f } = parseDecimal(number);
  const t = f.replace(/0+$/, '');
  return {
    i: BigInt(i),
    v: BigInt(f.length),
    w: BigInt(t.length),
    // BigInt takes an empty text for zero.
    f: BigInt(f),
    t: BigInt(t),
    n: t === '' ? BigInt(i) : undefined,
  };
}
