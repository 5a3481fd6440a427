import { describe, expect, test } from 'vitest';
import { CURRENCY_CODES, minorUnitsOf } from '../../../src/languages/currencies.ts';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { embeddingLevels, visualOrder } from '../../../src/layout/paragraph/embedding-levels.ts';
import { cldrLocaleOf } from '../../support/cldr-locale.ts';
import { formatAmount, formatNumber } from '../../support/product-languages.ts';

const NUMBERS =
  '0 1 12 123 1234 9999 10000 12345 123456 1234567 0.5 0.05 1234.5 12345.678 1500.10 3.00 12345678901234567890.55 -1 -1234.5 -12345'.split(
    ' ',
  );

/** Returns CLDR's form with the minus sign of letters, and without direction marks, which pages do not need. */
function asInLetters(inCldr: string): string {
  return inCldr.replaceAll(/\p{Bidi_Control}/gu, '').replace('-', '\u2212');
}

describe.each(LANGUAGES)('numbers in %s', (language) => {
  test.each(NUMBERS)('%s is as in CLDR, but for the minus sign', (number) => {
    const decimals = number.split('.')[1]?.length ?? 0;
    const format = new Intl.NumberFormat(cldrLocaleOf(language), {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    expect(formatNumber(number, language)).toBe(asInLetters(format.format(number as Intl.StringNumericLiteral)));
  });

  test('have no place where a line may be broken', () => {
    for (const number of NUMBERS) expect(formatNumber(number, language)).not.toMatch(/[ \-\u2009]/u);
  });
});

describe('a number', () => {
  test('keeps every digit that was written', () => {
    expect(formatNumber('1500.10', 'en')).toBe('1,500.10');
    expect(formatNumber('12345678901234567890.5500', 'de')).toBe('12.345.678.901.234.567.890,5500');
  });

  test('has no leading zeros, and no sign if it is zero', () => {
    expect(formatNumber('007', 'en')).toBe('7');
    expect(formatNumber('000', 'en')).toBe('0');
    expect(formatNumber('-0.00', 'en')).toBe('0.00');
    expect(formatNumber('-0.01', 'en')).toBe('\u22120.01');
  });

  test.each(['', '-', '1.', '.5', '1,5', '1e3', ' 1', '1 ', '+1', '--1', '1\n', 'NaN', '١'])(
    '%j is refused',
    (text) => {
      expect(() => formatNumber(text, 'en')).toThrow('not a decimal number');
    },
  );
});

describe.each(LANGUAGES)('amounts in %s', (language) => {
  test.each(['0', '1500.00', '12345.5', '1234567', '-12.30'])(
    '%s EUR is as in CLDR, but for the minus sign',
    (value) => {
      const format = new Intl.NumberFormat(cldrLocaleOf(language), {
        style: 'currency',
        currency: 'EUR',
        currencyDisplay: 'code',
      });
      const inCldr = asInLetters(format.format(value as Intl.StringNumericLiteral));
      // In Arabic, the code is typed on the other side, so that it needs no mark.
      const expected = language === 'ar' ? inCldr.replace(/^(.+)\u00A0EUR$/u, 'EUR\u00A0$1') : inCldr;
      expect(formatAmount({ value, currency: 'EUR' }, language)).toBe(expected);
    },
  );

  test('have no place where a line may be broken', () => {
    expect(formatAmount({ value: '-1234567.5', currency: 'EUR' }, language)).not.toMatch(/[ \-\u2009]/u);
  });
});

describe('an amount', () => {
  test('has the decimals of its currency', () => {
    const amounts = ['JPY', 'EUR', 'KWD'].map((currency) => formatAmount({ value: '1500', currency }, 'en'));
    expect(amounts).toEqual(['JPY\u00A01,500', 'EUR\u00A01,500.00', 'KWD\u00A01,500.000']);
  });

  test('loses no decimals but zeros', () => {
    expect(formatAmount({ value: '1500.000', currency: 'JPY' }, 'en')).toBe('JPY\u00A01,500');
    expect(formatAmount({ value: '0.10000', currency: 'EUR' }, 'fr')).toBe('0,10\u00A0EUR');
    expect(() => formatAmount({ value: '1500.5', currency: 'JPY' }, 'en')).toThrow('1500.5 has more decimals than JPY');
    expect(() => formatAmount({ value: '0.105', currency: 'EUR' }, 'en')).toThrow('more decimals');
  });

  test.each(['', 'eur', 'EURO', 'XXX', 'CLF', '€', 'constructor'])('of the currency %j is refused', (currency) => {
    expect(() => formatAmount({ value: '1', currency }, 'en')).toThrow('no such currency');
  });
});

describe('on an Arabic page', () => {
  /** The value in visual order, from left to right, as an isolate among Arabic words. */
  function onPage(value: string): string {
    const text = `هو ${value} كله`;
    const levels = embeddingLevels(text, 'rtl', [{ start: 3, end: 3 + value.length, direction: 'auto' }]);
    if (levels === undefined) throw new Error('the text has no level');
    const characters = visualOrder([...levels]).map((index) => text[index] ?? '');
    return characters.filter((character) => /[^\p{Script=Arabic} ]/u.test(character)).join('');
  }

  test('the sign is to the left of the digits, and the code of a currency to the left of both', () => {
    expect(onPage(formatNumber('-1234.5', 'ar'))).toBe('\u22121,234.5');
    expect(onPage(formatAmount({ value: '1500', currency: 'EUR' }, 'ar'))).toBe('EUR\u00A01,500.00');
    expect(onPage(formatAmount({ value: '-1500', currency: 'EUR' }, 'ar'))).toBe('EUR\u00A0\u22121,500.00');
  });
});

describe('the currencies', () => {
  test('have each code once', () => {
    expect(CURRENCY_CODES.length).toBeGreaterThan(150);
    expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length);
    for (const code of CURRENCY_CODES) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  /** Currencies of which CLDR drops the decimals, because their small coins are not in use; ISO 4217 has them. */
  const WITHOUT_DECIMALS_IN_CLDR = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER';

  test('have the decimals of CLDR, or those of ISO 4217 that CLDR drops', () => {
    const supported = Intl.supportedValuesOf('currency');
    const known = CURRENCY_CODES.filter((code) => supported.includes(code));
    expect(known.length).toBeGreaterThan(140);
    const departures = known.filter((currency) => {
      const format = new Intl.NumberFormat('en', { style: 'currency', currency });
      return format.resolvedOptions().maximumFractionDigits !== minorUnitsOf(currency);
    });
    expect(departures.join(' ')).toBe(WITHOUT_DECIMALS_IN_CLDR);
  });
});
