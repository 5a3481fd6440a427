import type { LetterStatus } from './campaign.ts';
import { arabic } from './furniture/arabic.ts';
import { english } from './furniture/english.ts';
import { french } from './furniture/french.ts';
import { german } from './furniture/german.ts';
import { greek } from './furniture/greek.ts';
import { hungarian } from './furniture/hungarian.ts';
import { polish } from './furniture/polish.ts';
import { russian } from './furniture/russian.ts';
import { spanish } from './furniture/spanish.ts';
import type { Language } from './language.ts';

/** The product's own words in a letter, one row per language. Campaign words are in the campaign. */
export interface Furniture {
  /** The months as a date names them: in the genitive where a language has one. */
  readonly months: readonly string[];
  /** "1 December 2025", of a day of the month, such a name and a year. */
  readonly date: (day: number, month: string, year: number) => string;
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
  readonly writingDirection: 'ltr' | 'rtl';
}

/** Adding a language is a file of its words, and a line here. */
const FURNITURE: ReadonlyMap<Language, Furniture> = new Map([
  ['en', english],
  ['fr', french],
  ['es', spanish],
  ['ar', arabic],
  ['de', german],
  ['el', greek],
  ['hu', hungarian],
  ['pl', polish],
  ['ru', russian],
]);

/** The languages in which a letter can be set. */
export const FURNISHED_LANGUAGES: readonly Language[] = [...FURNITURE.keys()];

/** The row of a language; asking for one that has none is a bug, as settings are checked before. */
export function furnitureOf(language: Language): Furniture {
  const row = FURNITURE.get(language);
  if (row === undefined) throw new Error(`no furniture for the language ${language}`);
  return row;
}
