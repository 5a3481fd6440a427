import type { Hyphenation } from '../../model/locale-data.ts';

/** Returns the positions in a word, in UTF-16 units, at which it may be hyphenated. */
export type Hyphenate = (word: string) => readonly number[];

/** The function for text that is not hyphenated. */
export const noHyphenation: Hyphenate = () => [];

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
    if (word.length < MIN_WORD_LENGTH || mayBeName(word, hyphenation)) return [];
    const parts = insertSoftHyphens(word).split(SOFT_HYPHEN);
    let partEnd = 0;
    return parts
      .slice(0, -1)
      .map((part, index) => {
        partEnd += part.length;
        // Patterns that leave a consonant alone contradict each other: one of the places beside it is wrong.
        const isCertain = !LONE_CONSONANT.test(part) && !LONE_CONSONANT.test(parts[index + 1] ?? '');
        return isCertain ? partEnd : 0;
      })
      .filter((position) => position >= MIN_PART_LENGTH && word.length - position >= MIN_PART_LENGTH);
  };
}

/**
 * Whether a word has a capital letter, as names and abbreviations have. The first word of a sentence is treated like a
 * name too. If the language capitalises all nouns, the first letter is not considered.
 */
function mayBeName(word: string, { dividesCapitalised }: Hyphenation): boolean {
  return /\p{Lu}/u.test(dividesCapitalised ? word.slice(1) : word);
}
