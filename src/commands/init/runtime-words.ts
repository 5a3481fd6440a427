import { LOCALE_DATA } from '../../languages/locales.ts';
import type { LocaleData, NumberData } from '../../model/locale-data.ts';
import type { PluralConditions } from '../../model/plural-category.ts';
import { compilePluralRule, type PluralRule } from '../../languages/plural-rule.ts';
import { pluralOperands } from '../../languages/plurals.ts';
import { findRefusedCharacters } from '../../model/character-policy.ts';
import type { Language } from '../../model/language.ts';

/**
 * Returns what the runtime's copy of CLDR knows of a language: months, the pattern of dates, numbers, and the plural
 * rule if it is one of those that are known here. Empty if it does not know the language. Letters are never set with
 * words that the runtime gives at that time: they are written into a file, for a person to read.
 */
export function runtimeWords(language: Language): Partial<LocaleData> {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return {};
  const months = monthsOf(language);
  // Where months are numbers, as 3月, a pattern may have the rest of the name.
  const date = months === undefined ? undefined : datePatternOf(language);
  const numbers = numbersOf(language);
  const plural = pluralOf(language);
  return {
    ...(months === undefined ? {} : { months }),
    ...(date === undefined ? {} : { date }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(plural === undefined ? {} : { plural }),
  };
}

/** Options for dates of the Gregorian calendar in Western digits, which letters have in every language. */
const LONG_DATE = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;

/** The names of the months as they are in dates; undefined if they are not twelve names. */
function monthsOf(language: Language): readonly string[] | undefined {
  const format = new Intl.DateTimeFormat(language, LONG_DATE);
  const months = Array.from({ length: 12 }, (_, index) =>
    joinFormattedParts(format.formatToParts(Date.UTC(2026, index, 2)), { month: (value) => value }),
  );
  const areNames = months.every((month) => isPrintable(month) && /\p{L}/u.test(month));
  return areNames && new Set(months).size === 12 ? months : undefined;
}

/** The pattern of a date; undefined if it does not consist of day, month and year, and the words between them. */
function datePatternOf(language: Language): string | undefined {
  const parts = new Intl.DateTimeFormat(language, LONG_DATE).formatToParts(Date.UTC(2026, 2, 2));
  const pattern = joinFormattedParts(parts, {
    day: () => '{day}',
    month: () => '{month}',
    year: () => '{year}',
    literal: (value) => value,
  });
  const places = pattern.match(/\{\w+\}/gu) ?? [];
  return isPrintable(pattern) && places.toSorted().join('') === '{day}{month}{year}' ? pattern : undefined;
}

/** How numbers are written; undefined if they are not grouped, or an amount has other parts. */
function numbersOf(language: Language): NumberData | undefined {
  const digits = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
  const parts = digits.formatToParts(1_234_567.5);
  const groupSeparator = parts.find(({ type }) => type === 'group')?.value;
  const decimalSign = parts.find(({ type }) => type === 'decimal')?.value;
  const isFourGrouped = digits.formatToParts(1234).some(({ type }) => type === 'group');
  const money = new Intl.NumberFormat(language, {
    numberingSystem: 'latn',
    style: 'currency',
    currency: 'EUR',
    currencyDisplay: 'code',
    maximumFractionDigits: 0,
  });
  const amount = joinFormattedParts(money.formatToParts(-1), {
    minusSign: () => '{minus}',
    currency: () => '{currency}',
    integer: () => '{digits}',
    literal: (value) => value,
  });
  const places = amount.match(/\{\w+\}/gu) ?? [];
  const isWhole =
    groupSeparator?.length === 1 &&
    decimalSign?.length === 1 &&
    isPrintable(amount) &&
    places.toSorted().join('') === '{currency}{digits}{minus}';
  return isWhole ? { groupSeparator, minGrouped: isFourGrouped ? 4 : 5, decimalSign, amount } : undefined;
}

/** Plural rules of CLDR that no language of the product has. */
const OTHER_RULES: readonly PluralConditions[] = [
  {},
  { one: 'n = 1' },
  { one: 'i = 0 or n = 1' },
  { one: 'n = 0..1' },
  { one: 'n = 0,1 or i = 0 and f = 1' },
  { one: 't = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11' },
  { one: 'n = 1 or t != 0 and i = 0,1' },
];

/** Numbers by which two plural rules are compared: whole ones, and some with decimals. */
const SAMPLES: readonly string[] = [
  ...Array.from({ length: 1101 }, (_, index) => String(index)),
  '1000000',
  '0.0',
  '1.0',
  '2.0',
  '0.1',
  '0.5',
  '1.1',
  '1.5',
  '2.1',
  '10.1',
  '11.1',
  '0.11',
  '1.21',
  '0.01',
  '5.12',
];

/** The first plural rule that agrees with that of the runtime; undefined if none does. */
function pluralOf(language: Language): PluralConditions | undefined {
  const candidates = [...OTHER_RULES, ...[...LOCALE_DATA.values()].map(({ plural }) => plural)];
  return candidates.find((conditions) => agrees(compilePluralRule(conditions), language));
}

function agrees(rule: PluralRule, language: Language): boolean {
  const rules = new Map<number, Intl.PluralRules>();
  return SAMPLES.every((sample) => {
    const digits = sample.split('.')[1]?.length ?? 0;
    const ofRuntime =
      rules.get(digits) ??
      new Intl.PluralRules(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    rules.set(digits, ofRuntime);
    return rule.select(pluralOperands(sample)) === ofRuntime.select(Number(sample));
  });
}

/** Joins those parts of a formatted value for whose type there is a text. */
function joinFormattedParts(
  parts: readonly { readonly type: string; readonly value: string }[],
  textOf: Readonly<Record<string, (value: string) => string>>,
): string {
  return parts.map(({ type, value }) => textOf[type]?.(value) ?? '').join('');
}

/**
 * Whether a text is on one line and has no characters that the files of a campaign may not have, as marks of direction.
 */
function isPrintable(text: string): boolean {
  return findRefusedCharacters(text).length === 0 && !/\{\{|\n/u.test(text);
}
