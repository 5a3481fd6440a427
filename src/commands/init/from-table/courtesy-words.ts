import type { Language } from '../../../model/language.ts';
import type { Gender } from '../../../model/recipient.ts';
import { foldName } from './fold-name.ts';

/** The words for a sex, and the forms of address, of each language. A form of address not in the list says nothing. */
const GENDER_WORDS: Readonly<Record<Language, Readonly<Record<'f' | 'm', string>>>> = {
  en: { f: 'Ms, Mrs, Miss, Madam, female, woman', m: 'Mr, male, man, Mister' },
  fr: { f: 'Mme, Madame, Mlle, Mademoiselle, femme, féminin', m: 'Monsieur, homme, masculin' },
  es: {
    f: 'Sra, Señora, Srta, Señorita, Doña, Dña, mujer, femenino, femenina',
    m: 'Sr, Señor, Don, hombre, varón, masculino',
  },
  ar: { f: 'السيدة, سيدة, الآنسة, آنسة, أنثى, امرأة, مؤنث', m: 'السيد, سيد, ذكر, رجل, مذكر' },
  de: { f: 'Frau, Fräulein, weiblich', m: 'Herr, Herrn, männlich' },
  el: {
    f: 'κα, κυρία, δις, δεσποινίς, γυναίκα, θήλυ, θηλυκό',
    m: 'κος, κύριος, άνδρας, άντρας, άρρεν, αρσενικό',
  },
  hu: { f: 'nő, asszony, hölgy, kisasszony', m: 'férfi, úr' },
  pl: { f: 'Pani, kobieta, żeńska', m: 'Pan, mężczyzna, męska' },
  ru: {
    f: 'госпожа, г-жа, женский, жен, женщина',
    m: 'господин, г-н, мужской, муж, мужчина',
  },
};

/** Letters that stand for the two sexes in a table, with the languages in which they do. */
const LETTER_PAIRS: readonly { readonly f: string; readonly m: string; readonly languages: readonly Language[] }[] = [
  { f: 'f', m: 'm', languages: ['en', 'fr', 'es', 'de'] },
  { f: 'f', m: 'h', languages: ['fr'] },
  { f: 'm', m: 'h', languages: ['es'] },
  { f: 'w', m: 'm', languages: ['de'] },
  { f: 'k', m: 'm', languages: ['pl'] },
  { f: 'n', m: 'f', languages: ['hu'] },
  { f: 'θ', m: 'α', languages: ['el'] },
  { f: 'γ', m: 'α', languages: ['el'] },
  { f: 'ж', m: 'м', languages: ['ru'] },
];

/** Words that say that a gender is none of the two, or is not given. Like an empty cell, they are not worth a message. */
const NEITHER_WORDS = 'Mx, x, d, divers, diverse, other, autre, otro, otra, n/a, unknown, unbekannt, inconnu';

/** Titles that stand before a name and say nothing of a sex. */
const HONORIFIC_WORDS =
  'Dr, Prof, Professor, Doctor, Dr med, Dr iur, Dr phil, Dr habil, Pr, Professeur, Docteur, Me, Maître, Dra, Doctora, Profesor, Profesora, Doktor, Mag, Dipl Ing, Ing, hab, inż, mgr, Δρ, Καθηγητής, Καθηγήτρια, д-р, проф, доктор, профессор, دكتور, الدكتور, دكتورة, الدكتورة, د, أستاذ, الأستاذ, الأستاذة, Rev, Hon, Sir, Dame, Lord, Lady';

/** Courtesy titles of English that differ from those which the plain form of address has itself. */
const KEPT_COURTESY_TITLES = 'Mrs, Miss, Mx';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(',').map(foldName));
const NEITHER = setOf(NEITHER_WORDS);
const HONORIFICS = setOf(HONORIFIC_WORDS);
const KEPT_IN_ENGLISH = setOf(KEPT_COURTESY_TITLES);
const GENDERS_BY_WORD: ReadonlyMap<string, Gender> = new Map(
  Object.values(GENDER_WORDS).flatMap(({ f, m }) => [
    ...[...setOf(f)].map((word) => [word, 'f'] as const),
    ...[...setOf(m)].map((word) => [word, 'm'] as const),
  ]),
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
  return new Map(list.map((value) => [value, readCourtesyWord(value, letters, language)]));
}

function readCourtesyWord(value: string, letters: ReadonlyMap<string, Gender>, language: Language): CourtesyMeaning {
  if (NEITHER.has(foldName(value)) || value === '') {
    const isTitle = language === 'en' && KEPT_IN_ENGLISH.has(foldName(value));
    return { gender: 'unknown', honorific: isTitle ? value : undefined, isKnown: true };
  }
  const genders = new Set<Gender>();
  const honorifics: string[] = [];
  for (const word of value.split(/\s+/u)) {
    const key = foldName(word);
    // Monsieur is abbreviated with a full stop, and a letter without one is that of a sex.
    const gender = word.toUpperCase() === 'M.' ? 'm' : (letters.get(key) ?? GENDERS_BY_WORD.get(key));
    const isKept = HONORIFICS.has(key) || (language === 'en' && KEPT_IN_ENGLISH.has(key));
    if (gender === undefined && !HONORIFICS.has(key)) return NOTHING;
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
  const ofLanguages = possible.filter((pair) => pair.languages.some((each) => languages.includes(each)));
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
