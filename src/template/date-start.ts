/** Dates at the beginning of a line, which CommonMark takes for items of a list. */
import { allLocaleData, findLocaleData } from '../languages/languages.ts';
import type { Language } from '../model/language.ts';
import { anyOf, literalPattern } from '../model/literal-pattern.ts';
import type { LocaleData, Locales } from '../model/locale-data.ts';

/**
 * Tests whether a list is a date that begins a line, as "1. Mai", which CommonMark takes for an item. `items`: the number
 * of its items.
 */
export type DateStartTest = (list: string, items: number) => boolean;

/**
 * Creates the test for texts in a language. It knows the months of every language that writes the day with a full stop,
 * and those of the campaign, in the form that dates have. In the language of the text, it also knows other cases, as
 * "1. septembriks": a single item that begins with a word like a month.
 */
export function createDateStartTest(language: Language, locales: Locales): DateStartTest {
  const months = allLocaleData(locales)
    .filter(hasOrdinalDay)
    .flatMap((data) => data.months);
  const date = dateStartPattern(anyOf([...new Set(months)]));
  const ownData = findLocaleData(language, locales);
  const otherCases =
    ownData !== undefined && hasOrdinalDay(ownData)
      ? dateStartPattern(ownData.months.map(otherCasesPattern).join('|'))
      : undefined;
  return (list, items) => date.test(list) || (items === 1 && otherCases?.test(list) === true);
}

function dateStartPattern(months: string): RegExp {
  return new RegExp(String.raw`^\d{1,2}\.[ \t]+(?:${months})(?![\p{L}\p{N}])`, 'u');
}

/** Whether dates of a language have a full stop between the day and the month. */
function hasOrdinalDay({ date, firstDay }: LocaleData): boolean {
  return date.includes('{day}. {month}') || firstDay === '1.';
}

/** Returns the pattern of the cases of a month: its name with other last letters. Short names change less. */
function otherCasesPattern(month: string): string {
  const changing = month.length > 3 ? Math.min(3, Math.max(1, month.length - 4)) : 0;
  const stem = month.slice(0, month.length - changing);
  return String.raw`${literalPattern(stem)}\p{L}{0,${changing + 3}}`;
}
