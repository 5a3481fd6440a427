import type { Hyphenation } from '../../model/locale-data.ts';

/** Where a word may be hyphenated. */
export interface Hyphens {
  /** The positions in the word, in UTF-16 units. */
  readonly positions: readonly number[];
  /** Whether the word may be a name, which is divided only to prevent a very loose line. */
  readonly mayBeName: boolean;
}

/** Returns where a word may be hyphenated. */
export type Hyphenate = (word: string) => Hyphens;

const NO_HYPHENS: Hyphens = { positions: [], mayBeName: false };

/** The function for text that is not hyphenated. */
export const noHyphenation: Hyphenate = () => NO_HYPHENS;

/** The greatest number of letters of a word that ragged text does not divide. */
const MAX_UNDIVIDED_LENGTH = 12;
const LETTERS = /\p{L}/gu;

/** Returns the function for ragged text, in which only long words are hyphenated, and none that may be a name. */
export function longWordsOnly(hyphenate: Hyphenate): Hyphenate {
  return (word) => {
    if (word.length <= MAX_UNDIVIDED_LENGTH || (word.match(LETTERS)?.length ?? 0) <= MAX_UNDIVIDED_LENGTH)
      return NO_HYPHENS;
    const hyphens = hyphenate(word);
    return hyphens.mayBeName ? NO_HYPHENS : hyphens;
  };
}

/** Words shorter than this, in UTF-16 units, are not hyphenated. */
const MIN_WORD_LENGTH = 6;
/** The least number of UTF-16 units of a word before and after a hyphen. */
const MIN_PART_LENGTH = 3;
const SOFT_HYPHEN = '\u00AD';
/** A part of a word that is a single consonant of the Latin script, and so no syllable. */
const LONE_CONSONANT = /^[bcdfghjklmnpqrstvwxzçðñþłß]$/iu;

/** Loads the hyphenation patterns of a language. A language without patterns is not hyphenated. */
export async function loadHyphenation(hyphenation: Hyphenation | undefined): Promise<Hyphenate> {
  if (hyphenation === undefined) return noHyphenation;
  const [{ default: createHyphenator }, { default: patterns }] = await Promise.all([
    import('hyphen/hyphen.js'),
    hyphenation.patterns(),
  ]);
  const insertSoftHyphens = createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: MIN_WORD_LENGTH });

  return (word) => {
    if (word.length < MIN_WORD_LENGTH || hasInnerCapital(word)) return NO_HYPHENS;
    const parts = insertSoftHyphens(word).split(SOFT_HYPHEN);
    let partEnd = 0;
    const positions = parts
      .slice(0, -1)
      .map((part, index) => {
        partEnd += part.length;
        // Patterns that leave a consonant alone contradict each other: one of the places beside it is wrong.
        const isCertain = !LONE_CONSONANT.test(part) && !LONE_CONSONANT.test(parts[index + 1] ?? '');
        return isCertain ? partEnd : 0;
      })
      .filter((position) => position >= MIN_PART_LENGTH && word.length - position >= MIN_PART_LENGTH);
    return { positions, mayBeName: !hyphenation.dividesCapitalised && CAPITAL_AT_START.test(word) };
  };
}

/**
 * Matches a word with a capital at its start, as names have. The first word of a sentence is treated like a name too. If
 * the language capitalises all nouns, the first letter is not considered.
 */
const CAPITAL_AT_START = /^\p{Lu}/u;

/** Whether a word has a capital after its first letter, as abbreviations have. Such a word is never divided. */
function hasInnerCapital(word: string): boolean {
  return /\p{Lu}/u.test(word.slice(1));
}
