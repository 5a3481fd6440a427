/** A decimal number as a text, exactly as it was written: "1500.10". */
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
