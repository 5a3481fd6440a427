import type { LetterStatus } from './campaign.ts';
import type { Language } from './language.ts';

/** The product's own words in a letter, one row per language. Campaign words are in the campaign. */
export interface Furniture {
  /** "Page 2 of 3". */
  readonly pageOf: (page: number, pages: number) => string;
  readonly enclosures: (count: number) => string;
  readonly copies: string;
  /** Printed on every page of all letters but final ones. */
  readonly notice: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** Stands for the author in the properties of a letter that nobody has signed yet. */
  readonly unsigned: Readonly<Record<Exclude<LetterStatus, 'final'>, string>>;
  /** Where a demand stands in the published letter: "open letter, demands 6 and 2". */
  readonly demandNumbers: (published: string, numbers: readonly number[]) => string;
  /** What a screen reader says of a link that only shows an address. */
  readonly linkTo: (url: string) => string;
  readonly writingDirection: 'ltr' | 'rtl';
}

const english: Furniture = {
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  enclosures: (count) => (count === 1 ? 'Enclosure' : 'Enclosures'),
  copies: 'Copy to',
  notice: {
    specimen: 'Specimen: a paraphrase, not approved by the organisations named; not to be sent.',
    draft: 'Draft: not approved; not to be sent.',
  },
  unsigned: { specimen: 'Specimen', draft: 'Draft' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'demand' : 'demands'} ${joined(numbers, 'and')}`,
  linkTo: (url) => `Link to ${url}`,
  writingDirection: 'ltr',
};

const FURNITURE: ReadonlyMap<Language, Furniture> = new Map([['en', english]]);

/** The languages in which a letter can be set. */
export const FURNISHED_LANGUAGES: readonly Language[] = [...FURNITURE.keys()];

/** The row of a language; asking for one that has none is a bug, as settings are checked before. */
export function furnitureOf(language: Language): Furniture {
  const row = FURNITURE.get(language);
  if (row === undefined) throw new Error(`no furniture for the language ${language}`);
  return row;
}

function joined(numbers: readonly number[], and: string): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')} ${and} ${numbers.at(-1)}`;
}
