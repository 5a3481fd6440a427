import { conventionsOf } from '../../../languages/languages.ts';
import { coversLanguage, type Language } from '../../../model/language.ts';
import { NO_LOCALES } from '../../../model/locale-data.ts';
import type { Gender } from '../../../model/recipient.ts';
import { foldName } from './fold-name.ts';
import { PRODUCT_LISTS } from './product-lists.ts';

/** Codes that say in any language that a gender is none of the two, or is not given. */
const NEITHER_CODES = 'x, d, n/a';

const setOf = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(',')
      .map(foldName)
      .filter((word) => word !== ''),
  );
/** Like an empty cell, these words are not worth a message. */
const NEITHER = setOf([NEITHER_CODES, ...PRODUCT_LISTS.map(({ genders }) => genders.unknown)].join());
const HONORIFICS = setOf(PRODUCT_LISTS.map(({ honorifics }) => honorifics).join());
const GENDERS_BY_WORD: ReadonlyMap<string, Gender> = new Map(
  PRODUCT_LISTS.flatMap(({ genders: { f, m } }) => [
    ...[...setOf(f)].map((word) => [word, 'f'] as const),
    ...[...setOf(m)].map((word) => [word, 'm'] as const),
  ]),
);
const LETTER_PAIRS = PRODUCT_LISTS.flatMap(({ language, genderLetters }) =>
  genderLetters.map(({ f, m }) => ({ f: foldName(f), m: foldName(m), language })),
);

/** What a form of address, or a word for a sex, says. */
export interface CourtesyMeaning {
  readonly gender: Gender;
  /** The title before the name that the letter prints; undefined if there is none. */
  readonly honorific: string | undefined;
  /** Whether all of it is in a closed list. A value that is not says nothing, and the gender is unknown. */
  readonly isKnown: boolean;
}

/** What a form of address that is in no list says. */
const NOTHING: CourtesyMeaning = { gender: 'unknown', honorific: undefined, isKnown: false };

/**
 * Returns what each value of a column says, by closed lists alone. `languages`: those of the column's name, which decide
 * what a letter stands for that stands for women in one language and for men in another (F, M); if they leave it open,
 * it says nothing. `language`: that of the letter.
 */
export function readCourtesyWords(
  values: Iterable<string>,
  languages: readonly Language[],
  language: Language,
): ReadonlyMap<string, CourtesyMeaning> {
  const list = [...values];
  const letters = gendersOfLetters(list.filter(isLetter).map(foldName), languages);
  const keptTitles = setOf(keptTitlesOf(language).join());
  const neutralTitles = new Set([...keptTitles].filter((title) => !ownGenderWords(language).has(title)));
  return new Map(list.map((value) => [value, readCourtesyWord(value, { letters, keptTitles, neutralTitles })]));
}

/** Returns the courtesy titles that the plain forms of a language can print and do not have themselves: "Mrs". */
function keptTitlesOf(language: Language): readonly string[] {
  const { plainForms } = conventionsOf(language, NO_LOCALES);
  if (plainForms === undefined) return [];
  const { honorifics, person } = plainForms;
  const envelopes = Object.values(person).map(({ envelope }) => envelope);
  // Some languages write a full stop after the title, and honorifics have none.
  const isInForm = (title: string): boolean =>
    envelopes.some((envelope) => envelope.startsWith(`${title} `) || envelope.startsWith(`${title}. `));
  return honorifics.filter((title) => !isInForm(title));
}

/** Returns the words of a language for a sex, and its forms of address that say one. */
function ownGenderWords(language: Language): ReadonlySet<string> {
  const own = PRODUCT_LISTS.find((list) => coversLanguage(list.language, language));
  return setOf([own?.genders.f, own?.genders.m].join());
}

/** What the words of a column are read with. */
interface CourtesyContext {
  /** What letters stand for in the column. */
  readonly letters: ReadonlyMap<string, Gender>;
  /** The titles that the letter can print before a name. */
  readonly keptTitles: ReadonlySet<string>;
  /** Those that say no sex in the language of the letter, as the Dutch "mr." of jurists. */
  readonly neutralTitles: ReadonlySet<string>;
}

function readCourtesyWord(value: string, { letters, keptTitles, neutralTitles }: CourtesyContext): CourtesyMeaning {
  if (NEITHER.has(foldName(value)) || value === '') {
    const isTitle = keptTitles.has(foldName(value));
    return { gender: 'unknown', honorific: isTitle ? value : undefined, isKnown: true };
  }
  const genders = new Set<Gender>();
  const honorifics: string[] = [];
  for (const word of value.split(/\s+/u)) {
    const key = foldName(word);
    // Monsieur is abbreviated with a full stop, and a letter without one is that of a sex.
    const genderOfWord = neutralTitles.has(key) ? undefined : GENDERS_BY_WORD.get(key);
    const gender = word.toUpperCase() === 'M.' ? 'm' : (letters.get(key) ?? genderOfWord);
    const isKept = HONORIFICS.has(key) || keptTitles.has(key);
    if (gender === undefined && !isKept) return NOTHING;
    if (gender !== undefined) genders.add(gender);
    if (isKept) honorifics.push(word);
  }
  const [gender = 'unknown', other] = genders;
  if (other !== undefined) return NOTHING;
  return { gender, honorific: honorifics.length === 0 ? undefined : honorifics.join(' '), isKnown: true };
}

/** Whether a value is a single letter. With a full stop it is an abbreviation. */
function isLetter(value: string): boolean {
  return /^\p{L}\p{M}*$/u.test(value) && !NEITHER.has(foldName(value));
}

/** Returns the genders for which the letters of a column stand; those that may stand for either are left out. */
function gendersOfLetters(letters: readonly string[], languages: readonly Language[]): ReadonlyMap<string, Gender> {
  const possible = LETTER_PAIRS.filter(({ f, m }) => letters.every((letter) => letter === f || letter === m));
  const ofLanguages = possible.filter(({ language }) => languages.includes(language));
  const agreed = (pairs: typeof LETTER_PAIRS, letter: string): Gender | undefined => {
    const genders = new Set(pairs.map(({ f }): Gender => (f === letter ? 'f' : 'm')));
    return genders.size === 1 ? [...genders][0] : undefined;
  };
  return new Map(
    letters.flatMap((letter): readonly (readonly [string, Gender])[] => {
      const gender = agreed(possible, letter) ?? agreed(ofLanguages, letter);
      return gender === undefined ? [] : [[letter, gender]];
    }),
  );
}
