import { describe, expect, test } from 'vitest';
import { compilePluralRule } from '../../../src/languages/plural-rule.ts';
import type { PluralConditions } from '../../../src/model/plural-category.ts';
import { pluralOperands } from '../../../src/languages/plurals.ts';

/** Languages that no letter is set in yet, whose conditions in CLDR use the rest of the syntax. */
const CONDITIONS: Readonly<Record<string, PluralConditions>> = {
  cs: { one: 'i = 1 and v = 0', few: 'i = 2..4 and v = 0', many: 'v != 0' },
  da: { one: 'n = 1 or t != 0 and i = 0,1' },
  ga: { one: 'n = 1', two: 'n = 2', few: 'n = 3..6', many: 'n = 7..10' },
  hr: {
    one: 'v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11',
    few: 'v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14',
  },
  ja: {},
  lt: {
    one: 'n % 10 = 1 and n % 100 != 11..19',
    few: 'n % 10 = 2..9 and n % 100 != 11..19',
    many: 'f != 0',
  },
  lv: {
    zero: 'n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19',
    one: 'n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1',
  },
  mt: { one: 'n = 1', two: 'n = 2', few: 'n = 0 or n % 100 = 3..10', many: 'n % 100 = 11..19' },
  ro: { one: 'i = 1 and v = 0', few: 'v != 0 or n = 0 or n != 1 and n % 100 = 1..19' },
  sl: { one: 'v = 0 and i % 100 = 1', two: 'v = 0 and i % 100 = 2', few: 'v = 0 and i % 100 = 3..4 or v != 0' },
};

test.each(Object.entries(CONDITIONS))(
  'the conditions of %s select what Intl.PluralRules does',
  (language, conditions) => {
    const rule = compilePluralRule(conditions);
    expect(new Set(rule.categories)).toEqual(
      new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories),
    );
    for (const fraction of ['', '0', '1', '5', '00', '01', '10', '11', '12', '21', '001', '113']) {
      const digits = { minimumFractionDigits: fraction.length, maximumFractionDigits: fraction.length };
      const rules = new Intl.PluralRules(language, digits);
      const numbers = Array.from({ length: 250 }, (_, integer) =>
        fraction === '' ? `${integer}` : `${integer}.${fraction}`,
      );
      const differences = numbers.filter(
        (number) => rule.select(pluralOperands(number)) !== rules.select(Number(number)),
      );
      expect(differences).toEqual([]);
    }
  },
);

describe('a condition', () => {
  const select = (condition: string, number: string): string =>
    compilePluralRule({ one: condition }).select(pluralOperands(number));

  test('has a list of numbers and ranges', () => {
    expect(['1', '2', '3', '5', '6', '7'].filter((number) => select('i = 1, 3..5,7', number) === 'one')).toEqual([
      '1',
      '3',
      '5',
      '7',
    ]);
  });

  test('binds "and" more tightly than "or"', () => {
    expect(select('i = 1 or i = 2 and v = 1', '1')).toBe('one');
    expect(select('i = 1 or i = 2 and v = 1', '2')).toBe('other');
  });

  test('takes a number with decimals for none of the integers', () => {
    expect(select('n = 1..3', '2.5')).toBe('other');
    expect(select('n != 1..3', '2.5')).toBe('one');
    expect(select('n = 2', '2.00')).toBe('one');
  });

  test('can ask for the number of decimals without zeros', () => {
    expect(select('w = 1', '1.50')).toBe('one');
    expect(select('w = 1', '1.55')).toBe('other');
  });

  test('takes the exponents of compact numbers for zero', () => {
    expect(select('e = 0 and c = 0', '3')).toBe('one');
  });

  test.each(['', 'n is 1', 'n = 1 @integer 1', 'x = 1', 'n = 1 and', 'n % 0 = 1', 'n = 1.5', 'n == 1', 'n = -1'])(
    'is refused if it is %j',
    (condition) => {
      expect(() => compilePluralRule({ one: condition })).toThrow('not a relation of a plural rule');
    },
  );
});
