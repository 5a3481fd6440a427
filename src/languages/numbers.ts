import { type Decimal, parseDecimal } from '../model/decimal.ts';
import type { Amount } from '../model/field.ts';
import type { Conventions, NumberConventions } from './conventions.ts';
import { minorUnitsOf } from './currencies.ts';

/**
 * Returns a decimal number (`parseDecimal`) as letters print it: "1,234.50". All digits are kept, and no line is broken
 * within it. `Intl.NumberFormat` is not used, because its output depends on the version of the runtime. A test compares
 * the two.
 */
export function formatNumber(number: string, { numbers }: Pick<Conventions, 'numbers'>): string {
  const decimal = parseDecimal(number);
  return `${minusOf(decimal)}${formatDigits(decimal, numbers)}`;
}

/**
 * Returns an amount as letters print it: "EUR 1,500.00", "1 500,00 EUR". It has the code of the currency, which is the
 * same in all languages and has one meaning, and as many decimals as the currency. No line is broken within it. Throws
 * an error if ISO 4217 has no such currency, or the value has more decimals than it; validation refuses such amounts.
 */
export function formatAmount({ value, currency }: Amount, { numbers }: Pick<Conventions, 'numbers'>): string {
  const decimals = minorUnitsOf(currency);
  if (decimals === undefined) throw new Error(`no such currency: ${currency}`);
  const decimal = parseDecimal(value);
  const significant = decimal.fraction.replace(/0+$/, '');
  if (significant.length > decimals) throw new Error(`${value} has more decimals than ${currency}`);
  const digits = formatDigits({ ...decimal, fraction: significant.padEnd(decimals, '0') }, numbers);
  return numbers.amount(minusOf(decimal), digits, currency);
}

/**
 * Returns the minus sign of a negative number: U+2212, because a line may be broken after a hyphen, which is shorter
 * too. No direction mark is needed in right-to-left languages: `model/direction-rules.ts` keeps the sign on the left.
 */
function minusOf({ isNegative }: Decimal): string {
  return isNegative ? '\u2212' : '';
}

/** Returns the digits of a number, grouped by thousands, without its sign. */
function formatDigits({ integer, fraction }: Decimal, numbers: NumberConventions): string {
  const { groupSeparator, minGrouped, decimalSign } = numbers;
  const grouped =
    integer.length < minGrouped ? integer : integer.replaceAll(/\B(?=(?:\d{3})+$)/g, () => groupSeparator);
  return fraction === '' ? grouped : `${grouped}${decimalSign}${fraction}`;
}
