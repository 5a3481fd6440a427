import { conventionsOf } from '../../languages/languages.ts';
import type { Language } from '../../model/language.ts';

/** Numbers as texts write them: digits, and what binds them: 2271/96, 1,000, 1 000. */
const NUMBER = /\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[/.,]\d+)*/gu;

/** Symbols of documents: letters and digits that are bound by slashes, stops or hyphens: ICC-ASP/20/Res.5. */
const SYMBOL = /\p{Lu}[\p{L}\p{N}]*(?:[-/.][\p{L}\p{N}]+)*\/[\p{L}\p{N}.]*\d[\p{L}\p{N}./-]*/gu;

/** How far from a number a word stands that is the month of a date: "de", and the like. */
const NEAR = 6;

/** The numbers of a text, and the months of its dates as `month 12`, whatever the language writes. */
export function figuresIn(words: string, language: Language): readonly string[] {
  const numbers = [...words.matchAll(NUMBER)].map(([number]) => normal(number));
  return [...numbers, ...monthsIn(words, language)].toSorted();
}

/** The symbols of documents in a text: the same in every language. */
export function symbolsIn(words: string): readonly string[] {
  return [...words.matchAll(SYMBOL)].map(([symbol]) => symbol.replace(/[.,/-]+$/u, '')).toSorted();
}

/** "1,000", "1.000" and "1 000" are one number. */
function normal(number: string): string {
  return /^\d{1,3}(?:[.,\s]\d{3})+$/u.test(number) ? number.replaceAll(/\D/gu, '') : number;
}

/** A month counts where a number stands near it: elsewhere it may be another word (May, آب). */
function monthsIn(words: string, language: Language): readonly string[] {
  const { months, prefixes } = conventionsOf(language);
  const prefix = `(?:${prefixes.join('|')})?`;
  return months.flatMap((month, index) => {
    const pattern = new RegExp(`(?<!\\p{L}|\\p{L}\\p{M})${prefix}${month}(?![\\p{L}\\p{M}])`, 'gu');
    return [...words.matchAll(pattern)].flatMap(({ index: at, 0: { length } }) => {
      const before = words.slice(Math.max(0, at - NEAR), at);
      const after = words.slice(at + length, at + length + NEAR);
      return /\d/u.test(before) || /\d/u.test(after) ? [`month ${index + 1}`] : [];
    });
  });
}
