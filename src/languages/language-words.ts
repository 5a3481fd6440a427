import type { LocaleData } from '../model/locale-data.ts';

/** A key of the file of a language: for a word, a pattern, a rule or a list of words. */
export interface LanguageWord {
  /** The keys that lead to it in the file. */
  readonly path: readonly string[];
  /** What it is for, as a noun phrase. */
  readonly purpose: string;
  /** Whether a language that the product lacks has to have it. */
  readonly isRequired: boolean;
}

/** Words of a language that belong together, under a heading for readers of its file. */
export interface LanguageWordGroup {
  readonly heading: string;
  readonly words: readonly LanguageWord[];
}

/** The keys of the file of a language, in its order. */
export const LANGUAGE_WORD_GROUPS: readonly LanguageWordGroup[] = [
  {
    heading: 'Dates',
    words: [
      requiredWord('months', 'the names of the twelve months, in the form that they have in a date'),
      requiredWord('date', 'a date'),
      optionalWord('first-day', 'the first day of a month, if it is an ordinal number in dates, as 1er in French'),
      requiredWord('place-and-date', 'the place and the date at the head of a letter'),
    ],
  },
  {
    heading: 'Numbers',
    words: [
      requiredWord('numbers.group-separator', 'what separates groups of three digits'),
      requiredWord('numbers.min-grouped', 'the number of digits from which on they are grouped, 4 or 5'),
      requiredWord('numbers.decimal-sign', 'the sign before decimals'),
      requiredWord('numbers.amount', 'an amount of money'),
      requiredWord('plural', 'the rule for the form of a noun after a number, as CLDR has it; {} if there is one form'),
    ],
  },
  {
    heading: 'Punctuation',
    words: [
      requiredWord('comma', 'the comma between the items of a list, with its space'),
      requiredWord('list', 'a list of several items'),
      requiredWord('quotation-marks.open', 'the mark before a quotation'),
      requiredWord('quotation-marks.close', 'the mark after a quotation'),
    ],
  },
  {
    heading: 'What letters print around their texts',
    words: [
      requiredWord('page-of', 'the page number'),
      requiredWord('labels.ours', 'the label of the sender’s reference'),
      requiredWord('labels.yours', 'the label of the recipient’s reference'),
      requiredWord('labels.date', 'the label of the date'),
      requiredWord('on-behalf-of', 'the person or office on whose behalf a letter is signed'),
      requiredWord('and-others.other', 'the first of many signatories and the number of the others'),
      ...(['zero', 'one', 'two', 'few', 'many'] as const).map((category) =>
        optionalWord(`and-others.${category}`, `the same for numbers of the plural form ${category}, if it differs`),
      ),
      requiredWord('enclosures.singular', 'the heading over one enclosure'),
      optionalWord('enclosures.dual', 'the heading over two enclosures, if the language has a dual'),
      requiredWord('enclosures.plural', 'the heading over several enclosures'),
      requiredWord('copies', 'the heading over those who get a copy'),
      optionalWord(
        'attached-letter',
        'the sentence of an e-mail with the letter, where the campaign has no cover text',
      ),
      requiredWord('note-above', 'what a footnote says in the place of a source that a note above it gives in full'),
      optionalWord('demand-numbers.heading', 'the bookmark of the demands, which no page has'),
      optionalWord('demand-numbers.number', 'one of the numbers below, if it is not the digits alone'),
      requiredWord('demand-numbers.singular', 'the number that one demand has in the published letter'),
      optionalWord('demand-numbers.dual', 'the numbers of two demands, if the language has a dual'),
      requiredWord('demand-numbers.plural', 'the numbers of several demands'),
    ],
  },
  {
    heading: 'Drafts and translations',
    words: [
      requiredWord('notice.draft', 'the line on every page of a draft'),
      requiredWord('notice.specimen', 'the line on every page of a specimen'),
      requiredWord('translation.of-english', 'the line on every page of a translation from English'),
      requiredWord('translation.of-another', 'the line on every page of a translation from another language'),
      requiredWord('unsigned-author.draft', 'the author of a draft, in the properties of the PDF'),
      requiredWord('unsigned-author.specimen', 'the author of a specimen, in the properties of the PDF'),
    ],
  },
  {
    heading: 'What is read aloud',
    words: [
      requiredWord('link-description', 'what is read aloud for a link that is only an address'),
      requiredWord('mark-description', 'what is read aloud for the link from a footnote back to the text'),
    ],
  },
  {
    heading: 'What may be left out',
    words: [
      optionalWord('plain-forms', 'the forms of address for those for whom recipients/forms/ has none'),
      optionalWord('writing-direction', 'the direction of writing, if it is not that of the months: ltr or rtl'),
      optionalWord('raised-endings.after-one', 'raised endings of the number one, as er in 1er'),
      optionalWord('raised-endings.after-others', 'raised endings of other numbers, as e in 2e'),
      optionalWord('thin-spaces.before', 'marks with a thin space before them'),
      optionalWord('thin-spaces.after', 'marks with a thin space after them'),
      optionalWord('thin-spaces.no-space-after', 'marks between which and the next mark there is no space'),
      optionalWord('no-break-spaces.before', 'marks with a no-break space of full width before them'),
      optionalWord('no-break-spaces.after', 'marks with a no-break space of full width after them'),
      optionalWord('kept-together.before-words', 'words that stay on one line with any word after them'),
      optionalWord('kept-together.before-numbers', 'words that stay on one line with the number after them'),
      optionalWord('kept-together.before-names', 'titles that stay on one line with the name after them'),
      optionalWord('kept-together.not-counted', 'words that a line break may separate from the number before them'),
      optionalWord('kept-together.conjunctions', 'words that stay on one line with the last number of a list'),
      optionalWord('attached-prefixes', 'words of one letter that are written together with the next word'),
      optionalWord('paper', 'the paper, if letter.yaml chooses none: a4 or us-letter'),
      optionalWord('source', 'where the words were found, or who has read them; it is never printed'),
    ],
  },
];

/** The words that letters print, and that a language must therefore have: without one, letters would have a hole. */
export const PRINTED_WORDS: readonly LanguageWord[] = LANGUAGE_WORD_GROUPS.flatMap(({ words }) =>
  words.filter(({ isRequired }) => isRequired),
);

/** Returns what a language has for a word of its file; undefined if it has nothing there. */
export function wordIn(data: Partial<LocaleData>, { path }: LanguageWord): unknown {
  const value = path.reduce<unknown>((part, key) => (isWordMapping(part) ? part[nameOf(key)] : undefined), data);
  // In the numbers of a file, a space is a no-break space.
  return path[0] === 'numbers' && typeof value === 'string' ? value.replaceAll('\u00A0', ' ') : value;
}

/** Whether a value of locale data is a mapping of further values. */
export function isWordMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a value as it is in a file, with the keys of files as the names of locale data: `page-of` is `pageOf`. */
export function fromFileKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]): [string, unknown] => [nameOf(key), fromFileKeys(part)]),
  );
}

function nameOf(key: string): string {
  return key.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** Returns the key of a file for a name of locale data. */
export function fileKeyOf(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function requiredWord(path: string, purpose: string): LanguageWord {
  return { path: path.split('.'), purpose, isRequired: true };
}

function optionalWord(path: string, purpose: string): LanguageWord {
  return { path: path.split('.'), purpose, isRequired: false };
}
