import type { Language } from '../../model/language.ts';
import type { Hyphenation } from '../../languages/conventions.ts';
import { conventionsOf } from '../../languages/languages.ts';

/** Returns the positions in a word, in UTF-16 units, at which it may be hyphenated. */
export type Hyphenate = (word: string) => readonly number[];

/** A `Hyphenate` function that divides no word. */
export const noHyphenation: Hyphenate = () => [];

/** Words shorter than this, in UTF-16 units, are not hyphenated. */
const SHORTEST_WORD = 6;
/** The least number of UTF-16 units before and after a hyphen. */
const SHORTEST_PART = 3;
const SOFT_HYPHEN = '\u00AD';

/** Loads the hyphenation patterns of one language. A language without patterns is not hyphenated. */
export async function openHyphenation(language: Language): Promise<Hyphenate> {
  const rules = conventionsOf(language).hyphenation;
  if (rules === undefined) return noHyphenation;
  const [{ default: createHyphenator }, { default: patterns }] = await Promise.all([
    import('hyphen/hyphen.js'),
    rules.patterns(),
  ]);
  const divide = createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST_WORD });

  return (word) => {
    if (word.length < SHORTEST_WORD || isName(word, rules)) return [];
    let length = 0;
    return divide(word)
      .split(SOFT_HYPHEN)
      .slice(0, -1)
      .map((part) => (length += part.length))
      .filter((position) => position >= SHORTEST_PART && word.length - position >= SHORTEST_PART);
  };
}

/**
 * Whether a word has a capital letter, as names and abbreviations do; the first word of a sentence is taken for a name
 * too. Where all nouns are capitalised, the first letter does not count.
 */
function isName(word: string, { dividesCapitalised: capitalised }: Hyphenation): boolean {
  return /\p{Lu}/u.test(capitalised ? word.slice(1) : word);
}
