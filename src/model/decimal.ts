/**
 * An exact decimal number as text: a hyphen if it is negative, digits without leading zeros, and decimals after a full
 * stop: `-1500.00`. Decimals are kept as they are typed; no binary floating-point number is ever made of one.
 */
export type DecimalText = string;

/** Two texts of this length can be compared at once. */
const MAX_LENGTH = 40;

/**
 * Whether a text is a decimal number as {@link DecimalText} describes it, of at most 40 characters. Minus zero is none.
 */
export function isDecimal(text: string): boolean {
  return text.length <= MAX_LENGTH && /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text);
}

/** The parts of a decimal number, exactly as it was written. */
export interface Decimal {
  /** False for zero, even if a minus sign was written. */
  readonly isNegative: boolean;
  /** The digits before the decimal point, without leading zeros: at least one. */
  readonly integer: string;
  /** The digits after the decimal point, with trailing zeros; empty if there are none. */
  readonly fraction: string;
}

const DECIMAL = /^(-?)0*(\d+)(?:\.(\d+))?$/;

/**
 * Parses a decimal number: digits, with a minus sign before them and a decimal point within them, if there are any. It
 * is never a binary float, which has no 0.1 and not all digits of 12345678901234567890. Throws an error if the text is
 * anything else; validation refuses such texts.
 */
export function parseDecimal(text: string): Decimal {
  const match = DECIMAL.exec(text);
  if (match === null) throw new Error(`not a decimal number: ${text}`);
  const [, minus = '', integer = '', fraction = ''] = match;
  return { isNegative: minus !== '' && /[1-9]/.test(integer + fraction), integer, fraction };
}

/** Returns the number of decimals, as they are typed. */
export function decimalsOf(decimal: DecimalText): number {
  return parseDecimal(decimal).fraction.length;
}

/** Compares two numbers exactly. Returns a negative number, 0 or a positive number, as a function for sorting does. */
export function compareDecimals(a: DecimalText, b: DecimalText): number {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const [first, second] = [scaled(a, decimals), scaled(b, decimals)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Returns a number multiplied by ten to the power of `decimals`, which makes it an integer. */
function scaled(decimal: DecimalText, decimals: number): bigint {
  const { isNegative, integer, fraction } = parseDecimal(decimal);
  const digits = BigInt(integer + fraction.padEnd(decimals, '0'));
  return isNegative ? -digits : digits;
}
