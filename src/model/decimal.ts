/**
 * An exact decimal number as text: a hyphen if it is negative, digits without leading zeros, and decimals after a full
 * stop: `-1500.00`. Decimals are kept as they are typed; no binary floating-point number is ever made of one.
 */
export type DecimalText = string;

/** Two texts of this length can be compared at once. */
const MAX_LENGTH = 40;

/** Whether a text is a decimal number as {@link DecimalText} describes it, of at most 40 characters. Minus zero is none. */
export function isDecimal(text: string): boolean {
  return text.length <= MAX_LENGTH && /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text);
}

/** Returns the number of decimals, as they are typed. */
export function decimalsOf(decimal: DecimalText): number {
  return decimal.split('.')[1]?.length ?? 0;
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
  const [integer = '', fraction = ''] = decimal.split('.');
  return BigInt(integer + fraction.padEnd(decimals, '0'));
}
