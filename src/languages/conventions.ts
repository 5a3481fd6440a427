import type { LetterStatus } from '../model/campaign.ts';
import type { Direction } from '../model/direction.ts';
import type { PlainForms } from './plain-forms.ts';
import type { PluralRule } from './plural-rule.ts';

/**
 * The conventions of a language: the fixed words of a letter that belong to the program, and the rules for writing and
 * typesetting. Words that belong to a campaign are in its files. Every property is required, so that a convention that
 * a language lacks is an explicit `undefined`.
 */
export interface Conventions {
  /** The names of the months in the form that dates have: the genitive, if the language has one. */
  readonly months: readonly string[];
  /** Formats a date from the day of the month, the name of the month and the year: "1 December 2025". */
  readonly date: (day: number, month: string, year: number) => string;
  readonly numbers: NumberConventions;
  /** The rule that selects the form of a noun after a number. */
  readonly plural: PluralRule;
  /** Text that can be between the day and the month of a date. No line is broken there. */
  readonly dateConnectors: {
    /** A suffix of the day: "er" in "1er décembre". A full stop and º are recognised in every language. */
    readonly ordinalSuffix: string | undefined;
    /** A separate word before the month: "de" in "4 de diciembre". */
    readonly wordBeforeMonth: string | undefined;
  };
  /**
   * Proclitics: words of one character that are written without a space before the next word, such as the name of a
   * month.
   */
  readonly attachedPrefixes: readonly string[];
  /** Formats the folio (page number): "Page 2 of 3". */
  readonly pageOf: (page: number, pages: number) => string;
  /** Returns the heading of the list of enclosures, in the singular or plural. */
  readonly enclosures: (count: number) => string;
  /** The heading of the list of persons and offices that get a copy. */
  readonly copies: string;
  /** The notice that a letter is not final. It is printed on every page. */
  readonly notice: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** The notice that the signed text is in another language. It is printed on every page of a translation. */
  readonly translation: {
    /** The notice for a translation from English. */
    readonly ofEnglish: string;
    /** The notice for a translation from any other language, which the notice does not name. */
    readonly ofAnother: string;
  };
  /** The author in the document properties of a letter that is not final, and therefore not signed. */
  readonly unsignedAuthor: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /**
   * Formats the numbers of demands in the published letter: "open letter, demands 6 and 2". A demand is one thing that
   * a letter asks the recipient to do. `published` is the name of the published letter.
   */
  readonly demandNumbers: (published: string, numbers: readonly number[]) => string;
  /** The comma that separates the parts of a footnote, with its space, and without it the marks of two notes. */
  readonly comma: string;
  /**
   * Refers from a footnote to one above it on the page, which gives the same source in full: "as note 1". The name of
   * the source, if it has a short one, is before it, and the pinpoint after it, separated by commas. A reference that
   * begins the footnote gets an initial capital.
   */
  readonly noteAbove: (note: number) => string;
  /** The forms of address for persons and offices for which the campaign has none of its own. */
  readonly plainForms: PlainForms;
  /** Returns the alternative text of a link whose text is only its URL. */
  readonly linkDescription: (url: string) => string;
  /** Returns the alternative text of the link that leads from a footnote back to its mark in the text. */
  readonly markDescription: (note: number) => string;
  /** Whether a quotation is in guillemets without spaces, so that a single word in them is an ordinary quotation. */
  readonly quotesInGuillemets: boolean;
  readonly writingDirection: Direction;
  /** Punctuation that takes a thin space; undefined if none does. Spaces are then set as they are typed. */
  readonly thinSpaces: ThinSpaces | undefined;
  /**
   * Words that stay on one line with an adjacent word or number; undefined if there are none. In every language, dates,
   * initials, and signs such as % and € also stay on one line with what belongs to them.
   */
  readonly keptTogether: KeptTogether | undefined;
  /** The hyphenation of words; undefined if words are not hyphenated. */
  readonly hyphenation: Hyphenation | undefined;
  /** Patterns of notes that writers leave in drafts. A letter must not contain such notes. */
  readonly draftMarks: WorkingNotes;
}

/** How numbers and amounts are written, as in CLDR 48. Digits are 0 to 9 in every language. */
export interface NumberConventions {
  /** What separates groups of three digits before the decimal sign. */
  readonly groupSeparator: string;
  /** The number of digits before the decimal sign from which on they are grouped. */
  readonly minGrouped: number;
  readonly decimalSign: string;
  /** Composes an amount from its minus sign (empty if there is none), its digits and the code of the currency. */
  readonly amount: (minus: string, digits: string, currency: string) => string;
}

/** Composes an amount with the code after the digits, as the EU's Interinstitutional Style Guide, 7.3.3, has it. */
export function codeAfterDigits(minus: string, digits: string, currency: string): string {
  return `${minus}${digits}\u00A0${currency}`;
}

/** Punctuation that takes a narrow no-break space (U+202F). The patterns have no capturing groups. */
export interface ThinSpaces {
  /** Punctuation that has a narrow space before it. */
  readonly before: RegExp;
  /** Punctuation that has a narrow space after it. */
  readonly after: RegExp;
  /**
   * Characters after which no narrow space is inserted before the punctuation of `before`, as between the two marks of
   * "?!".
   */
  readonly noSpaceAfter: RegExp;
}

/**
 * Words that no line break separates from an adjacent word or number. Each word is the source of a regular expression.
 */
export interface KeptTogether {
  /** Words that stay with the number after them: "art. 70", "recommendation 169". */
  readonly beforeNumbers: readonly string[];
  /** Titles that stay with the name after them: "Ms Őry". */
  readonly beforeNames: readonly string[];
  /**
   * Function words: a line break may separate them from the number before them ("2 and"). All other words stay with the
   * number before them ("125 States").
   */
  readonly notCounted: readonly string[];
  /** Conjunctions that stay with the last number of a list: "6 and 2". */
  readonly conjunctions: readonly string[];
}

/**
 * The hyphenation of a language. Patterns are used only if their licence allows redistribution with the program; see
 * NOTICE.
 */
export interface Hyphenation {
  /** Imports the hyphenation patterns, in the format of the library `hyphen`. */
  readonly patterns: () => Promise<{ readonly default: unknown }>;
  /**
   * Whether words with an initial capital are hyphenated. In most languages they are not, because most of them are
   * names.
   */
  readonly dividesCapitalised: boolean;
}

/** Patterns of notes that writers leave in drafts. Those of all languages are searched for in every template. */
export interface WorkingNotes {
  /**
   * A global pattern that matches alternatives of which the writer still has to choose one, such as "his/her".
   * Undefined if none have been collected for the language.
   */
  readonly openChoices: RegExp | undefined;
  /** Words that mark a request to verify something, if they follow an opening parenthesis: "(check". */
  readonly requests: readonly string[];
}

/** Joins numbers to a list: "6, 2 and 4". `conjunction` includes the spaces around it. */
export function joinNumbers(numbers: readonly number[], conjunction: string): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')}${conjunction}${numbers.at(-1)}`;
}
