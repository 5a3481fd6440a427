import type { Gender } from './recipient.ts';

/**
 * What a column of a table can be for, by its name. `name`: a full name, or the part of it that no other column has.
 * `title`: a form of address or the title of an office, which only its values tell. `number`: the number of a row,
 * which changes when rows are sorted. `line`: a line of an address besides the street. `locality`: postcode and town.
 */
export type ColumnKind =
  | 'country'
  | 'department'
  | 'email'
  | 'family'
  | 'full-name'
  | 'function'
  | 'given'
  | 'honorific'
  | 'house'
  | 'id'
  | 'language'
  | 'line'
  | 'locality'
  | 'middle'
  | 'name'
  | 'number'
  | 'organisation'
  | 'postcode'
  | 'region'
  | 'sex'
  | 'street'
  | 'title'
  | 'town';

/**
 * The words by which tables of recipients in a language are read. Words are separated by commas, and are found without
 * regard to case, accents and full stops. A list is closed: a word that is not in it says nothing.
 */
export interface ListWords {
  /** Codes and names of the language: in itself, and in the languages in which tables often have them. */
  readonly names: string;
  /**
   * Words for a sex, and forms of address, by the gender that they say; `unknown` are those that say none or neither.
   * Empty if none have been collected.
   */
  readonly genders: Readonly<Record<Gender, string>>;
  /** Pairs of letters that stand for the two sexes in a column. */
  readonly genderLetters: readonly { readonly f: string; readonly m: string }[];
  /** Titles that stand before a name and say nothing of a sex. */
  readonly honorifics: string;
  /** The names that columns have. */
  readonly columns: Readonly<Partial<Record<ColumnKind, string>>>;
}
