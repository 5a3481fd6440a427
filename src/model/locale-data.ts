import type { Direction } from './direction.ts';
import type { Language } from './language.ts';
import type { LetterStatus } from './letter-status.ts';
import type { ListWords } from './list-words.ts';
import type { Paper } from './page-settings.ts';
import type { PlainForms } from './plain-form.ts';
import type { PluralCategory, PluralConditions } from './plural-category.ts';

/**
 * The languages that a campaign brings, or has words of its own for. Each is complete: what the campaign leaves out is
 * that of the product. They win over the product's.
 */
export type Locales = ReadonlyMap<Language, LocaleData>;

/** The locales of a campaign that has none of its own, so that its letters have the languages of the product. */
export const NO_LOCALES: Locales = new Map();

/**
 * The locale data of a language: the fixed words of a letter that belong to the program, and the conventions for
 * writing and typesetting. Words that belong to a campaign are in its files. All of it is plain data, as a file could
 * have it, but for the loader of hyphenation patterns. Some texts are patterns, with places for values in braces; each
 * of the places that are named here has to be in it (`languages/pattern.ts`). Every key is required, so that what a
 * language lacks is an explicit `undefined`. `createConventions` turns the data into what the stages use.
 */
export interface LocaleData {
  /** The names of the months in the form that dates have: the genitive, if the language has one. Twelve. */
  readonly months: readonly string[];
  /**
   * A date, as the pattern "{day} de {month} de {year}". `{month}` is the name of the month. A word between the day and
   * the month stays on one line with both, in texts too.
   */
  readonly date: string;
  /** The first day of a month, if dates have it as an ordinal number: "1er"; otherwise undefined. */
  readonly firstDay: string | undefined;
  readonly numbers: NumberData;
  /** The rule that selects the form of a noun after a number, as in CLDR 48. */
  readonly plural: PluralConditions;
  /**
   * Proclitics: words of one character that are written without a space before the next word, such as the name of a
   * month. Empty if there are none.
   */
  readonly attachedPrefixes: readonly string[];
  /** The place and the date at the head of a letter, as the pattern "{place}, {date}". */
  readonly placeAndDate: string;
  /** The folio (page number), as the pattern "Page {page} of {pages}". */
  readonly pageOf: string;
  /** The heading of the list of enclosures: "Enclosure", "Enclosures". It does not state their number. */
  readonly enclosures: NounForms;
  /** The heading of the list of persons and offices that get a copy: "Copy to". */
  readonly copies: string;
  /**
   * The sentence of an e-mail to which the letter is attached, if the campaign has no text for it, as the pattern "Please
   * find attached our letter of {date}."; undefined if a campaign states the words of a language without it.
   */
  readonly attachedLetter: string | undefined;
  readonly labels: Labels;
  /**
   * Names in a signature the person or office in whose name a person signs, as the pattern "for {principal}". The
   * campaign writes the principal with the article and in the case that the pattern needs.
   */
  readonly onBehalfOf: string;
  /**
   * Names the first of many signatories and the number of the others, by the plural category of that number, as the
   * pattern "{name} and {count} others". A category that is not stated has the form of `other`.
   */
  readonly andOthers: { readonly other: string } & Readonly<Partial<Record<PluralCategory, string>>>;
  /** The notice that a letter is not final, a sentence. It is printed on every page. */
  readonly notice: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** The notice that the signed text is in another language, a sentence. It is printed on every page of a translation. */
  readonly translation: {
    /** The notice for a translation from English. */
    readonly ofEnglish: string;
    /** The notice for a translation from any other language, which the notice does not name. */
    readonly ofAnother: string;
  };
  /** The author in the document properties of a letter that is not final, and therefore not signed: "Draft". */
  readonly unsignedAuthor: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  readonly demandNumbers: DemandNumbers;
  /**
   * The comma that separates the parts of a footnote and the items of a list, with its space, and without it the marks
   * of two notes: ", ".
   */
  readonly comma: string;
  /**
   * A list, as the pattern "{items} and {last}". `{items}` are the items before the last one, separated by the `comma`.
   */
  readonly list: string;
  /**
   * Refers from a footnote to one above it on the page, which gives the same source in full, as the pattern
   * "as note {note}". The name of the source, if it has a short one, is before it, and the pinpoint after it, separated
   * by commas. A reference that begins the footnote gets an initial capital.
   */
  readonly noteAbove: string;
  /**
   * The forms of address for persons and offices for which the campaign has none of its own. Undefined if the language
   * has none: a recipient then needs a form of the campaign, or words of its own.
   */
  readonly plainForms: PlainForms | undefined;
  /** The alternative text of a link whose text is only its URL, as the pattern "Link to {url}". */
  readonly linkDescription: string;
  /**
   * The alternative text of the link that leads from a footnote back to its mark in the text, as the pattern
   * "Back to the mark of note {note}".
   */
  readonly markDescription: string;
  readonly quotationMarks: QuotationMarks;
  readonly writingDirection: Direction;
  /** Punctuation that takes a thin space; undefined if none does. Other spaces are set as they are typed. */
  readonly thinSpaces: ThinSpaces | undefined;
  /** Punctuation that takes a no-break space of full width; undefined if none does. */
  readonly noBreakSpaces: NoBreakSpaces | undefined;
  /** The endings of ordinal numbers that are raised, as in "1er"; undefined if none are. */
  readonly raisedEndings: RaisedEndings | undefined;
  /**
   * Words that stay on one line with an adjacent word or number; undefined if there are none. In every language, dates,
   * initials, and signs such as % and € also stay on one line with what belongs to them.
   */
  readonly keptTogether: KeptTogether | undefined;
  /** The hyphenation of words; undefined if words are not hyphenated. */
  readonly hyphenation: Hyphenation | undefined;
  /** Notes that writers leave in drafts. A letter must not contain such notes. */
  readonly workingNotes: WorkingNotes;
  /** The paper of a letter for which the campaign chooses none. */
  readonly paper: Paper;
  readonly sources: WordSources;
  readonly lists: ListWords;
}

/** The labels of the references and of the date, without a colon. */
export interface Labels {
  /** The sender's reference: "Our reference". */
  readonly ours: string;
  /** The recipient's reference: "Your reference". */
  readonly yours: string;
  readonly date: string;
}

/** The marks around a quotation, each one character, without spaces. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
}

/** A key of the words that letters print of themselves, which a reader of the language could know better. */
export type SourcedWord =
  | 'pageOf'
  | 'enclosures'
  | 'copies'
  | 'labels'
  | 'onBehalfOf'
  | 'andOthers'
  | 'noteAbove'
  | 'demandNumbers'
  | 'notice'
  | 'translation'
  | 'unsignedAuthor';

/**
 * Where the words that letters print of themselves were found: a style guide, a standard or a program. A source has all
 * words of its key, as the singular and the plural of a heading. Without one, no reader of the language has confirmed the
 * words either.
 */
export type WordSources = Readonly<Partial<Record<SourcedWord, string>>>;

/**
 * A noun, or a phrase with one, by the number of things that it stands for. The number is not beside it in the text, so
 * that the plural rule of the language does not apply: a Russian heading of 21 enclosures is in the plural.
 */
export interface NounForms<Form = string> {
  /** For one. */
  readonly singular: Form;
  /** For two; undefined if the language has no dual, and uses the plural. */
  readonly dual: Form | undefined;
  /** For more than one or, after a dual, than two. */
  readonly plural: Form;
}

/**
 * How a letter names the numbers that demands have in the published letter. A demand is one thing that a letter asks the
 * recipient to do. The phrases are patterns, as "{published}, demands {numbers}": `{published}` is the name of the
 * published letter, and `{numbers}` are the numbers as a `list`.
 */
export interface DemandNumbers extends NounForms {
  /**
   * The bookmark of the demands in the document outline: "Demands". It is not printed on a page. Undefined if the
   * language has no word for it; the demands then have no bookmark.
   */
  readonly heading: string | undefined;
  /** One of the numbers, as the pattern "{number}"; "{number}." if the language has an ordinal number there. */
  readonly number: string;
}

/** How numbers and amounts are written, as in CLDR 48. Digits are 0 to 9 in every language. */
export interface NumberData {
  /** What separates groups of three digits before the decimal sign. */
  readonly groupSeparator: string;
  /** The least number of digits before the decimal sign that are grouped: 4 or 5. */
  readonly minGrouped: number;
  readonly decimalSign: string;
  /**
   * An amount of money, as the pattern "{minus}{digits} {currency}", with a no-break space. `{minus}` is the minus sign,
   * or nothing; `{currency}` is the code of the currency, which the EU's Interinstitutional Style Guide, 7.3.3, has
   * after the digits in most languages.
   */
  readonly amount: string;
}

/** Punctuation that takes a narrow no-break space (U+202F). Each mark is one character. */
export interface ThinSpaces {
  /**
   * Punctuation that has a narrow space before it. A colon gets one only if white space or the end of the text follows;
   * this excludes URLs and times of day.
   */
  readonly before: readonly string[];
  /** Punctuation that has a narrow space after it. */
  readonly after: readonly string[];
  /**
   * Characters after which no space, narrow or not, is inserted before punctuation, as between the two marks of "?!".
   */
  readonly noSpaceAfter: readonly string[];
}

/**
 * Punctuation that takes a no-break space (U+00A0). Each mark is one character. A mark that is in `ThinSpaces` too takes
 * the thin space.
 */
export interface NoBreakSpaces {
  /** Punctuation that has the space before it; a colon as in `ThinSpaces`. */
  readonly before: readonly string[];
  /** Punctuation that has the space after it. */
  readonly after: readonly string[];
}

/**
 * The endings of ordinal numbers in figures and in Roman numerals. They are set as superior letters; the text, and what
 * readers copy, has them as they are typed.
 */
export interface RaisedEndings {
  /** The endings of the number one: "er" and "re", as in "1er" and "Ire". */
  readonly afterOne: readonly string[];
  /** The endings of the other numbers: "e", as in "2e" and "XXIe". */
  readonly afterOthers: readonly string[];
}

/**
 * Words that no line break separates from an adjacent word or number, each as it is written: with its full stop, and in
 * both cases if both occur.
 */
export interface KeptTogether {
  /**
   * Words that stay with any word or number after them: prepositions and conjunctions of one letter, which must not end a
   * line in Czech ("v domě"). Empty if the language has no such rule.
   */
  readonly beforeWords: readonly string[];
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

/** Notes that writers leave in drafts. Those of all languages are searched for in every template, in any case. */
export interface WorkingNotes {
  /**
   * Words of which the writer still has to choose one, joined by a slash: "his/her" stands for "her/his" too. Empty if
   * none have been collected for the language.
   */
  readonly openChoices: readonly string[];
  /** Words that mark a request to verify something, if they follow an opening parenthesis: "(check". */
  readonly requests: readonly string[];
}
