import * as v from 'valibot';
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

/** What lists of recipients have in the place of a gender, in lower case and without a full stop. */
const GENDER_WORDS: readonly (readonly [Gender, string])[] = [
  [
    'f',
    'f female woman fem ms mrs miss madam w weiblich frau femme féminin madame mme mlle mujer femenino señora sra srta ж kobieta',
  ],
  ['m', 'm male man masc mr sir mann männlich herr h homme masculin monsieur hombre masculino señor sr м mężczyzna'],
  ['unknown', 'x d n/a na u unspecified other diverse divers none null - -- ? unbekannt inconnu desconocido'],
];

const GENDERS_BY_WORD: ReadonlyMap<string, Gender> = new Map(
  GENDER_WORDS.flatMap(([gender, words]) => words.split(' ').map((word) => [word, gender] as const)),
);

/** Returns the gender that a word in its place means: `f` for "Ms". Undefined if the word is not known. */
export function genderOfWord(word: string): Gender | undefined {
  return GENDERS_BY_WORD.get(word.trim().toLowerCase().replace(/\.$/u, ''));
}
