import * as v from 'valibot';
import { allLocaleData } from '../languages/languages.ts';
import type { ListWords } from '../model/list-words.ts';
import { NO_LOCALES } from '../model/locale-data.ts';
import { type Gender, GENDERS } from '../model/recipient.ts';
import { ONE_OF_PREFIX } from './value-schemas.ts';

/** The message of `genderSchema`, by which `issue-faults.ts` recognises that a gender is expected. */
export const GENDER_MESSAGE: string = `${ONE_OF_PREFIX}${GENDERS.join(', ')}`;

/**
 * The schema of the gender of a holder. It may be missing, and blank as in an empty cell: the gender is unknown then,
 * and the letter names the office. A form of address is never guessed from other words.
 */
export const genderSchema: v.GenericSchema<unknown, Gender> = v.pipe(
  v.unknown(),
  v.transform((input) => (input === null || (typeof input === 'string' && input.trim() === '') ? 'unknown' : input)),
  v.picklist(GENDERS, GENDER_MESSAGE),
  v.metadata({ jsonSchema: { enum: [...GENDERS, '', null] } }),
);

/** Codes that lists of recipients have in the place of a gender, in any language. They win over the words. */
const GENDER_CODES: Readonly<Record<Gender, readonly string[]>> = {
  f: ['f'],
  m: ['m'],
  unknown: ['x', 'd', 'n/a', 'na', 'n', 'u', 'none', 'null', '-', '--', '?'],
};

/**
 * Returns the gender that a word in its place means in a language of the product: `f` for "Ms". Undefined if the word is
 * not known, or means another gender in another language.
 */
export function genderOfWord(word: string): Gender | undefined {
  const typed = word.trim().toLowerCase().replace(/\.$/u, '');
  if (typed === '') return undefined;
  const ofCode = GENDERS.find((gender) => GENDER_CODES[gender].includes(typed));
  if (ofCode !== undefined) return ofCode;
  const [found, ...others] = GENDERS.filter((gender) =>
    allLocaleData(NO_LOCALES).some(({ lists }) => genderWordsOf(lists, gender).includes(typed)),
  );
  return others.length > 0 ? undefined : found;
}

/** Returns the words and letters that say a gender in a language, in lower case. */
function genderWordsOf({ genders, genderLetters }: ListWords, gender: Gender): readonly string[] {
  const letters = gender === 'unknown' ? [] : genderLetters.map((pair) => pair[gender]);
  return [...genders[gender].split(',').map((word) => word.trim().toLowerCase()), ...letters];
}
