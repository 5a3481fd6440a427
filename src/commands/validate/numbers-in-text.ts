import type { Conventions } from '../../languages/conventions.ts';
import { anyOf, literalPattern } from '../../model/literal-pattern.ts';

/** A number in a text: digits with separators inside, such as 2271/96, 1,000 or 1 000. */
const NUMBER = /\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[/.,]\d+)*/gu;

/**
 * A document symbol, such as ICC-ASP/20/Res.5: a capital, then letters and digits joined by slashes, full stops or
 * hyphens, with at least one slash and a digit after it.
 */
const SYMBOL = /\p{Lu}[\p{L}\p{N}]*(?:[-/.][\p{L}\p{N}]+)*\/[\p{L}\p{N}.]*\d[\p{L}\p{N}./-]*/gu;

/**
 * The number of UTF-16 units before and after the name of a month in which a digit of the same date must be. It leaves
 * room for a word such as Spanish "de".
 */
const MAX_MONTH_DISTANCE = 6;

/** The names of months in a language, and what is written before them without a space. */
type MonthNames = Pick<Conventions, 'months' | 'attachedPrefixes'>;

/** Returns the numbers of a text, and the months of its dates as `month 12`, sorted. They do not depend on language. */
export function numbersAndMonthsIn(words: string, conventions: MonthNames): readonly string[] {
  const numbers = [...words.matchAll(NUMBER)].map(([number]) => normalisedNumber(number));
  return [...numbers, ...monthsIn(words, conventions)].toSorted();
}

/** Returns the document symbols in a text, sorted. They are the same in every language. */
export function documentSymbolsIn(words: string): readonly string[] {
  return [...words.matchAll(SYMBOL)].map(([symbol]) => symbol.replace(/[.,/-]+$/u, '')).toSorted();
}

/** Removes thousands separators, so that "1,000", "1.000" and "1 000" are equal. Other numbers are unchanged. */
function normalisedNumber(number: string): string {
  return /^\d{1,3}(?:[.,\s]\d{3})+$/u.test(number) ? number.replaceAll(/\D/gu, '') : number;
}

/** Returns the months in a text. The name of a month counts only with a digit nearby, as it may be a word (May, آب). */
function monthsIn(words: string, { months, attachedPrefixes }: MonthNames): readonly string[] {
  const prefix = `(?:${anyOf(attachedPrefixes)})?`;
  return months.flatMap((month, index) => {
    const pattern = new RegExp(`(?<!\\p{L}|\\p{L}\\p{M})${prefix}${literalPattern(month)}(?![\\p{L}\\p{M}])`, 'gu');
    return [...words.matchAll(pattern)].flatMap(({ index: start, 0: { length } }) => {
      const textBefore = words.slice(Math.max(0, start - MAX_MONTH_DISTANCE), start);
      const textAfter = words.slice(start + length, start + length + MAX_MONTH_DISTANCE);
      return /\d/u.test(textBefore) || /\d/u.test(textAfter) ? [`month ${index + 1}`] : [];
    });
  });
}
