import type { LetterStatus } from '../model/campaign.ts';
import type { Direction } from '../model/page.ts';

/**
 * What belongs to a language: the program's own words in a letter, and how text is written and set. Words of a campaign
 * are in the campaign. Every field is required, so that a language that lacks something says so.
 */
export interface Conventions {
  /** The months as a date names them: in the genitive where a language has one. */
  readonly months: readonly string[];
  /** "1 December 2025", of a day of the month, such a name and a year. */
  readonly date: (day: number, month: string, year: number) => string;
  /** What may stand between a day and its month where a text writes a date, so that no line ends between the two. */
  readonly dayWords: {
    /** Right after the number: "1er décembre". A full stop and º are known in every language. */
    readonly ordinal: string | undefined;
    /** A word of its own: "4 de diciembre". */
    readonly link: string | undefined;
  };
  /** Words of one letter that are written together with the word after them, also with a month. */
  readonly prefixes: readonly string[];
  /** "Page 2 of 3". */
  readonly pageOf: (page: number, pages: number) => string;
  readonly enclosures: (count: number) => string;
  readonly copies: string;
  /** Printed on every page of all letters but final ones. */
  readonly notice: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** Printed on every page of a translation: that the text which is signed is another one. */
  readonly translation: {
    readonly ofEnglish: string;
    /** The original is in any other language, which goes unnamed. */
    readonly ofAnother: string;
  };
  /** Stands for the author in the properties of a letter that nobody has signed yet. */
  readonly unsigned: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** Where a demand stands in the published letter: "open letter, demands 6 and 2". */
  readonly demandNumbers: (published: string, numbers: readonly number[]) => string;
  /** After a note, where in the source: ", art. 70; art. 112". */
  readonly pinpoints: (places: readonly string[]) => string;
  /** What a screen reader says of a link that only shows an address. */
  readonly linkTo: (url: string) => string;
  readonly writingDirection: Direction;
  /** Signs beside which a thin space stands; undefined: all signs stand close to their word, as they are typed. */
  readonly thinSpaces: ThinSpaces | undefined;
  /** Words after or before which no line ends; undefined: lines may end at any space but those of dates and the like. */
  readonly companions: Companions | undefined;
  /** How words are divided at the end of a line; undefined: they are not. */
  readonly hyphenation: Hyphenation | undefined;
  /** What drafts in the language hold and letters must not. */
  readonly workingNotes: WorkingNotes;
}

/** Signs beside which a thin no-break space (U+202F) stands, as patterns without groups that capture. */
export interface ThinSpaces {
  /** Signs that have one before them. */
  readonly before: RegExp;
  /** Signs that have one after them. */
  readonly after: RegExp;
  /** Signs right after which those of `before` have none: "?!". */
  readonly closeAfter: RegExp;
}

/** Words that stay on one line with the word or the number beside them, as sources of regular expressions. */
export interface Companions {
  /** Before a number: "art. 70", "recommendation 169". */
  readonly numbered: readonly string[];
  /** Before a name: "Ms Őry". */
  readonly titles: readonly string[];
  /** After a number, but no thing that it counts: "2 and". */
  readonly small: readonly string[];
  /** Between the last numbers of a list: "6 and 2". */
  readonly joins: readonly string[];
}

/** Where the words of a language may be divided. Only patterns whose licence lets them travel with the program: see NOTICE. */
export interface Hyphenation {
  /** Loads the patterns, for the library that reads them. */
  readonly patterns: () => Promise<{ readonly default: unknown }>;
  /** Are words divided that begin with a capital? Most are names, unless all nouns begin with one. */
  readonly capitalised: boolean;
}

/** Notes of a draft to whoever goes on writing it. They are looked for in templates of every language. */
export interface WorkingNotes {
  /** Words of which one is to be chosen, "his/her", as a global pattern; undefined: none are known. */
  readonly alternatives: RegExp | undefined;
  /** The words after an opening bracket that ask for something to be checked: "(check". */
  readonly checks: readonly string[];
}

/** Numbers in a row, the last after a word: "6, 2 and 4". The word has its spaces with it. */
export function inARow(numbers: readonly number[], and: string): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')}${and}${numbers.at(-1)}`;
}

/** ", art. 70; art. 112": what follows a note and says where in the source, nothing if that is not said. */
export function pinpoints(places: readonly string[]): string {
  return places.length === 0 ? '' : `, ${places.join('; ')}`;
}
