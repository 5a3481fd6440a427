import type { LetterStatus } from '../model/campaign.ts';
import type { Direction } from '../model/page.ts';

/**
 * The conventions of a language: the program's own words in a letter, and the rules for writing and typesetting. Words
 * that belong to a campaign are in its files. Every field is required, so that a missing convention is an explicit
 * `undefined`.
 */
export interface Conventions {
  /** The names of the months as dates use them: in the genitive where the language has one. */
  readonly months: readonly string[];
  /** Composes a date from the day of the month, the name of the month and the year: "1 December 2025". */
  readonly date: (day: number, month: string, year: number) => string;
  /** What texts can have between the day and the month of a date, so that no line is broken there. */
  readonly dateConnectors: {
    /** A suffix of the number: "er" in "1er décembre". A full stop and º are recognised in every language. */
    readonly ordinalSuffix: string | undefined;
    /** A separate word: "de" in "4 de diciembre". */
    readonly wordBeforeMonth: string | undefined;
  };
  /** Proclitics: words of one character that are written without a space before the next word, such as a month. */
  readonly attachedPrefixes: readonly string[];
  /** The folio: "Page 2 of 3". */
  readonly pageOf: (page: number, pages: number) => string;
  /** The heading of the list of enclosures, singular or plural. */
  readonly enclosures: (count: number) => string;
  /** The heading of the list of those who get a copy. */
  readonly copies: string;
  /** The notice on every page of a letter that is not final. */
  readonly notice: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** The notice on every page of a translation, that the signed text is in another language. */
  readonly translation: {
    /** For an English original. */
    readonly ofEnglish: string;
    /** For an original in any other language, which the notice does not name. */
    readonly ofAnother: string;
  };
  /** The author in the document properties of a letter that is not final, and so not signed. */
  readonly unsignedAuthor: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** The numbers of a demand in the published letter: "open letter, demands 6 and 2". `published` is its name. */
  readonly demandNumbers: (published: string, numbers: readonly number[]) => string;
  /** The suffix of a note that locates the cited passages in the source: ", art. 70; art. 112". Empty without any. */
  readonly pinpoints: (places: readonly string[]) => string;
  /** The alternative text of a link whose text is only its URL. */
  readonly linkDescription: (url: string) => string;
  readonly writingDirection: Direction;
  /** Punctuation that takes a thin space; undefined if none does: punctuation is then set as typed. */
  readonly thinSpaces: ThinSpaces | undefined;
  /**
   * Words that stay on one line with their neighbour; undefined if none do. Dates, initials, and signs such as % and €
   * stay with theirs in every language.
   */
  readonly keptTogether: KeptTogether | undefined;
  /** The hyphenation of the language; undefined if words are not hyphenated. */
  readonly hyphenation: Hyphenation | undefined;
  /** Writers' notes in drafts, which letters must not contain. */
  readonly draftMarks: WorkingNotes;
}

/** Punctuation that takes a narrow no-break space (U+202F), as patterns without capturing groups. */
export interface ThinSpaces {
  /** Punctuation with a narrow space before it. */
  readonly before: RegExp;
  /** Punctuation with a narrow space after it. */
  readonly after: RegExp;
  /** Characters right after which the punctuation of `before` has no narrow space, as in "?!". */
  readonly noSpaceAfter: RegExp;
}

/** Words that no line break separates from an adjacent word or number; each is the source of a regular expression. */
export interface KeptTogether {
  /** Words that stay with the number after them: "art. 70", "recommendation 169". */
  readonly beforeNumbers: readonly string[];
  /** Titles, which stay with the name after them: "Ms Őry". */
  readonly beforeNames: readonly string[];
  /**
   * Function words, which a line break may separate from a number before them: "2 and". Other words stay with it: "125
   * States".
   */
  readonly notCounted: readonly string[];
  /** Conjunctions before the last number of a list, which stay with that number: "6 and 2". */
  readonly conjunctions: readonly string[];
}

/**
 * The hyphenation of a language. Only patterns whose licence allows redistribution with the program are used: see
 * NOTICE.
 */
export interface Hyphenation {
  /** Imports the patterns, in the format of the library `hyphen`. */
  readonly patterns: () => Promise<{ readonly default: unknown }>;
  /** Whether words with an initial capital are hyphenated. They are mostly names, except where all nouns have one. */
  readonly dividesCapitalised: boolean;
}

/** Patterns of writers' notes in a language. They are searched for in the templates of all languages. */
export interface WorkingNotes {
  /**
   * Matches alternatives of which the writer has to choose one, as "his/her" (a global pattern); undefined if not
   * collected.
   */
  readonly openChoices: RegExp | undefined;
  /** Words that after an opening parenthesis mark what has to be verified: "(check". */
  readonly requests: readonly string[];
}

/** Joins numbers as a list: "6, 2 and 4". `and` is the conjunction with its spaces. */
export function joinNumbers(numbers: readonly number[], and: string): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')}${and}${numbers.at(-1)}`;
}

/** The `pinpoints` of most languages: ", art. 70; art. 112", or an empty text without places. */
export function defaultPinpoints(places: readonly string[]): string {
  return places.length === 0 ? '' : `, ${places.join('; ')}`;
}
