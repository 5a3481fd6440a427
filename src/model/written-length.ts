import { type LengthUnit, POINTS_PER_UNIT } from './length.ts';
import { type Message, say } from './message.ts';

/** Matches a length as a file has it: digits and perhaps a unit, without which it is in points. */
export const LENGTH_PATTERN: RegExp = /^(\d{1,4}(?:\.\d{1,3})?)(pt|mm|cm|in)?$/u;

/**
 * Returns a length in points; NaN if the text is no length. Those of other units are rounded to a thousandth, which is
 * less than any printer sets.
 */
export function lengthInPoints(text: string): number {
  const [, digits] = LENGTH_PATTERN.exec(text) ?? [];
  const unit = unitOfLength(text);
  return unit === undefined || unit === 'pt'
    ? Number(digits)
    : Math.round(Number(digits) * POINTS_PER_UNIT[unit] * 1000) / 1000;
}

/** Returns the unit of a length; undefined if it has none. */
export function unitOfLength(text: string): LengthUnit | undefined {
  return LENGTH_PATTERN.exec(text)?.[2] as LengthUnit | undefined;
}

/** Returns the hint for a text that is no length; undefined if nothing shows what was meant. */
export function lengthHint(text: string): Message | undefined {
  if (/^\s*[-−]/u.test(text)) return say`no length here is less than 0`;
  const length = suggestLength(text);
  return length === undefined ? undefined : say`write ${length}`;
}

/** Returns the length that was probably meant by a text that is no length, as "1.5cm" for "1,5 cm". */
export function suggestLength(text: string): string | undefined {
  const [, digits, name = ''] = /^\s*(\d{0,4}(?:[.,]\d+)?)\s*([a-z]+\.?|["”″])?\s*$/iu.exec(text) ?? [];
  if (digits === undefined || digits === '') return undefined;
  const unit = UNIT_NAMES.find(([names]) => names.test(name.toLowerCase()))?.[1];
  const number = String(Math.round(Number(digits.replace(',', '.')) * 1000) / 1000);
  const suggestion = `${number}${unit ?? ''}`;
  return (name !== '' && unit === undefined) || suggestion === text ? undefined : suggestion;
}

/** What is often written for a unit. */
const UNIT_NAMES: readonly (readonly [RegExp, LengthUnit])[] = [
  [/^(?:pts?|points?)\.?$/u, 'pt'],
  [/^(?:mm|millimet(?:er|re)s?)\.?$/u, 'mm'],
  [/^(?:cm|centimet(?:er|re)s?)\.?$/u, 'cm'],
  [/^(?:in|inch|inches|["”″])\.?$/u, 'in'],
];
