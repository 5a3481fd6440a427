import type { DemandNumbers, LocaleData, NounForms, NumberData } from '../model/locale-data.ts';
import { compilePattern, type FillPattern } from './pattern.ts';
import { pluralCategory } from './plurals.ts';
import { compilePluralRule, type PluralRule } from './plural-rule.ts';

/**
 * The conventions of a language as the stages use them: its locale data, with the patterns as functions. They are
 * compiled once for a language.
 */
export interface Conventions extends Omit<
  LocaleData,
  | 'date'
  | 'firstDay'
  | 'numbers'
  | 'plural'
  | 'placeAndDate'
  | 'pageOf'
  | 'attachedLetter'
  | 'onBehalfOf'
  | 'andOthers'
  | 'enclosures'
  | 'demandNumbers'
  | 'list'
  | 'noteAbove'
  | 'linkDescription'
  | 'markDescription'
> {
  /** Formats a date from the day of the month, the name of the month and the year: "1 December 2025". */
  readonly date: (day: number, month: string, year: number) => string;
  /** Text beside the day, the month and the year of a date. No line is broken between it and them. */
  readonly dateConnectors: DateConnectors;
  readonly numbers: NumberConventions;
  /** The rule that selects the form of a noun after a number. */
  readonly plural: PluralRule;
  /** Formats the place and the date at the head of a letter: "London, 2 March 2026". */
  readonly placeAndDate: (place: string, date: string) => string;
  /** The sentence of an e-mail with the letter of a date; undefined if the language has none. */
  readonly attachedLetter: ((date: string) => string) | undefined;
  /** Names the person or office in whose name a person signs: "for the Director". */
  readonly onBehalfOf: (principal: string) => string;
  /** Names the first of many signatories and the number of the others: "Al-Haq and 299 others". */
  readonly andOthers: (name: string, count: number) => string;
  /** Formats the folio (page number): "Page 2 of 3". */
  readonly pageOf: (page: number, pages: number) => string;
  /** Returns the heading of the list of enclosures for their number. */
  readonly enclosures: (count: number) => string;
  /**
   * Formats the numbers of demands in the published letter: "open letter, demands 6 and 2". `published` is the name of
   * the published letter.
   */
  readonly demandNumbers: (published: string, numbers: readonly number[]) => string;
  /** The bookmark of the demands: "Demands"; undefined if there is no word for it. */
  readonly demandsHeading: string | undefined;
  /** Refers to a note above another on the page: "as note 1". */
  readonly noteAbove: (note: number) => string;
  /** Returns the alternative text of a link whose text is only its URL. */
  readonly linkDescription: (url: string) => string;
  /** Returns the alternative text of the link that leads from a footnote back to its mark in the text. */
  readonly markDescription: (note: number) => string;
}

/** Text that stays on one line with the day, the month or the year of a date. */
export interface DateConnectors {
  /** A suffix of the day: "er" in "1er décembre". A full stop and º are recognised in every language. */
  readonly ordinalSuffix: string | undefined;
  /** A separate word before the month: "de" in "4 de diciembre". */
  readonly wordBeforeMonth: string | undefined;
  /** Whether the month is before the day, with only a space between them: "December 4". */
  readonly isMonthBeforeDay: boolean;
  /** A separate word after a day that ends the date: "d." in "gruodžio 4 d.". */
  readonly wordAfterDay: string | undefined;
  /** A separate word after the year: "gada" in "2025. gada 4. decembris". */
  readonly wordAfterYear: string | undefined;
}

/** The number format of a language with its pattern as a function. */
export interface NumberConventions extends Omit<NumberData, 'amount'> {
  /** Composes an amount from its minus sign (empty if there is none), its digits and the code of the currency. */
  readonly amount: (minus: string, digits: string, currency: string) => string;
}

/** Creates the conventions of a language from its data. Throws an error if a pattern has other places than it needs. */
export function createConventions(data: LocaleData): Conventions {
  const date = compilePattern(data.date, ['day', 'month', 'year']);
  const amount = compilePattern(data.numbers.amount, ['minus', 'digits', 'currency']);
  const placeAndDate = compilePattern(data.placeAndDate, ['place', 'date']);
  const onBehalfOf = compilePattern(data.onBehalfOf, ['principal']);
  const attachedLetter = data.attachedLetter === undefined ? undefined : compilePattern(data.attachedLetter, ['date']);
  const plural = compilePluralRule(data.plural);
  const pageOf = compilePattern(data.pageOf, ['page', 'pages']);
  const noteAbove = compilePattern(data.noteAbove, ['note']);
  const linkDescription = compilePattern(data.linkDescription, ['url']);
  const markDescription = compilePattern(data.markDescription, ['note']);
  return {
    ...data,
    date: (day, month, year) => date({ day: day === 1 ? (data.firstDay ?? day) : day, month, year }),
    dateConnectors: dateConnectorsOf(data),
    numbers: {
      ...data.numbers,
      amount: (minus, digits, currency) => amount({ minus, digits, currency }),
    },
    plural,
    placeAndDate: (place, dateOfLetter) => placeAndDate({ place, date: dateOfLetter }),
    // A date that ends with a full stop, as in Croatian, ends the sentence too.
    attachedLetter: attachedLetter && ((letterDate) => attachedLetter({ date: letterDate }).replace(/\.\.$/u, '.')),
    onBehalfOf: (principal) => onBehalfOf({ principal }),
    andOthers: createAndOthers(data.andOthers, plural),
    pageOf: (page, pages) => pageOf({ page, pages }),
    enclosures: (count) => selectByCount(count, data.enclosures),
    demandNumbers: createDemandNumbers(data.demandNumbers, createList(data)),
    demandsHeading: data.demandNumbers.heading,
    noteAbove: (note) => noteAbove({ note }),
    linkDescription: (url) => linkDescription({ url }),
    markDescription: (note) => markDescription({ note }),
  };
}

/** Finds in the pattern and the first day of dates what stays on one line with a day, a month or a year. */
function dateConnectorsOf({ date, firstDay }: LocaleData): DateConnectors {
  return {
    ordinalSuffix: firstDay === undefined ? undefined : /^\d+(\D+)$/u.exec(firstDay)?.[1],
    wordBeforeMonth: /\{day\} (\S+) \{month\}/u.exec(date)?.[1],
    isMonthBeforeDay: /\{month\}\s\{day\}/u.test(date),
    wordAfterDay: /\{day\}\s([^\s{]+)$/u.exec(date)?.[1],
    wordAfterYear: /\{year\}\.?\s([^\s{]+)/u.exec(date)?.[1],
  };
}

/** Compiles the forms of `andOthers`. */
function createAndOthers(forms: LocaleData['andOthers'], plural: PluralRule): Conventions['andOthers'] {
  const { other, ...patterns } = forms;
  const compile = (pattern: string): FillPattern<'name' | 'count'> => compilePattern(pattern, ['name', 'count']);
  const otherwise = compile(other);
  const byCategory = new Map<string, FillPattern<'name' | 'count'>>(
    Object.entries(patterns).map(([category, pattern]) => [category, compile(pattern)]),
  );
  return (name, count) => {
    const fill = byCategory.get(pluralCategory(String(count), { plural })) ?? otherwise;
    return fill({ name, count });
  };
}

function createDemandNumbers(
  { number: numberPattern, ...phrasePatterns }: DemandNumbers,
  list: (items: readonly string[]) => string,
): Conventions['demandNumbers'] {
  const number = compilePattern(numberPattern, ['number']);
  const compilePhrase = (pattern: string) => compilePattern(pattern, ['published', 'numbers']);
  const phrases = {
    singular: compilePhrase(phrasePatterns.singular),
    dual: phrasePatterns.dual === undefined ? undefined : compilePhrase(phrasePatterns.dual),
    plural: compilePhrase(phrasePatterns.plural),
  };
  return (published, numbers) =>
    selectByCount(
      numbers.length,
      phrases,
    )({ published, numbers: list(numbers.map((each) => number({ number: each }))) });
}

/** Returns a function that joins items to a list: "6, 2 and 4". */
function createList({ list: pattern, comma }: LocaleData): (items: readonly string[]) => string {
  const list = compilePattern(pattern, ['items', 'last']);
  return (items) => {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : list({ items: items.slice(0, -1).join(comma), last });
  };
}

/** Returns the form for a number of things: singular, dual or plural. */
function selectByCount<Form>(count: number, { singular, dual, plural }: NounForms<Form>): Form {
  if (count === 1) return singular;
  return count === 2 ? (dual ?? plural) : plural;
}
