import type { Language } from '../../model/language.ts';
import type { Hyphenation } from '../../languages/conventions.ts';
import { conventionsOf } from '../../languages/languages.ts';

/** Where a word may be divided: how many UTF-16 units may stand before the hyphen. */
export type Hyphenate = (word: string) => readonly number[];

/** Nothing is ever divided. */
export const undivided: Hyphenate = () => [];

/** Words shorter than this stay whole. */
const SHORTEST_WORD = 6;
/** No part of a word is shorter. */
const SHORTEST_PART = 3;
const MARK = '\u00AD';

/** Loads the rules of a language and no others; in a language without rules nothing is divided. */
export async function openHyphenation(language: Language): Promise<Hyphenate> {
  const rules = conventionsOf(language).hyphenation;
  if (rules === undefined) return undivided;
  const [{ default: createHyphenator }, { default: patterns }] = await Promise.all([
    import('hyphen/hyphen.js'),
    rules.patterns(),
  ]);
  const divide = createHyphenator(patterns, { hyphenChar: MARK, minWordLength: SHORTEST_WORD });

  return (word) => {
    if (word.length < SHORTEST_WORD || isName(word, rules)) return [];
    let length = 0;
    return divide(word)
      .split(MARK)
      .slice(0, -1)
      .map((part) => (length += part.length))
      .filter((place) => place >= SHORTEST_PART && word.length - place >= SHORTEST_PART);
  };
}

/** Names and abbreviations have capitals; a word that begins a sentence stays whole with them. */
function isName(word: string, { capitalised }: Hyphenation): boolean {
  return /\p{Lu}/u.test(capitalised ? word.slice(1) : word);
}
