import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { cldrLocaleOf } from '../../support/cldr-locale.ts';
import { pluralCategoriesOf, pluralCategory } from '../../support/product-languages.ts';

/** Integers in which every rule has both its cases and the ends of its ranges, and fractions of each of them. */
const LARGE_INTEGERS = [100_000, 999_999, 1_000_000, 1_000_001, 1_000_002, 1_000_011, 2_000_000, 1_000_000_000];
const INTEGERS = [...Array.from({ length: 1250 }, (_, index) => index), ...LARGE_INTEGERS];
const FRACTIONS = ['0', '1', '2', '5', '00', '01', '10', '11', '21', '001'];

describe.each(LANGUAGES)('the plural categories of %s', (language) => {
  test('are those of CLDR, in its order', () => {
    const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
    const inCldr: readonly string[] = new Intl.PluralRules(cldrLocaleOf(language)).resolvedOptions().pluralCategories;
    expect(pluralCategoriesOf(language)).toEqual(order.filter((category) => inCldr.includes(category)));
  });

  test.each(['', ...FRACTIONS])('of numbers with the decimals %j are those of CLDR', (fraction) => {
    const rules = new Intl.PluralRules(cldrLocaleOf(language), {
      minimumFractionDigits: fraction.length,
      maximumFractionDigits: fraction.length,
    });
    const suffix = fraction === '' ? '' : `.${fraction}`;
    const differences = INTEGERS.map((integer) => `${integer}${suffix}`).filter(
      (number) => pluralCategory(number, language) !== rules.select(Number(number)),
    );
    expect(differences).toEqual([]);
  });

  test('are each returned for some number', () => {
    const numbers = ['0', '1', '2', '3', '7', '11', '100', '1.5', '1000000'];
    const returned = new Set(numbers.map((number) => pluralCategory(number, language)));
    expect([...returned].toSorted()).toEqual(pluralCategoriesOf(language).toSorted());
  });
});

describe('a plural category', () => {
  test('does not depend on the sign or on leading zeros', () => {
    expect(pluralCategory('-1', 'en')).toBe('one');
    expect(pluralCategory('001', 'en')).toBe('one');
  });

  test('counts decimals that are zeros, where the language does', () => {
    expect(['en', 'el', 'pl'].map((language) => pluralCategory('1.0', language))).toEqual(['other', 'one', 'other']);
  });

  test('is exact for integers that no binary float has', () => {
    expect(pluralCategory('9007199254740993000000', 'fr')).toBe('many');
    expect(pluralCategory('12345678901234567890123', 'ru')).toBe('few');
    expect(pluralCategory('12345678901234567890112', 'ru')).toBe('many');
  });

  test.each(['', '1e3', '1,5', 'one'])('of %j is refused', (text) => {
    expect(() => pluralCategory(text, 'en')).toThrow('not a decimal number');
  });
});
