/**
 * Everything that is refused in files and in letters: what nobody can see in a review, what changes its meaning from one
 * program to the next, and what no font can show. Tab and line ends pass here; variation selectors and the two joiners
 * are looked at more closely below.
 */
const SUSPECT =
  /(?![\t\n]|\r\n)[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/** The first pattern that a character matches says what it is. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, 'half of a character (a lone surrogate)'],
  [/\p{Cc}/u, 'a control character'],
  [/\p{Noncharacter_Code_Point}/u, 'a code that stands for no character'],
  [/\p{Co}/u, 'a private-use character, which every font shows as something else'],
  [/[\p{Zl}\p{Zp}]/u, 'a line separator that only some programs take for one'],
  [/\p{Bidi_Control}/u, 'an invisible character that changes the direction of what follows'],
  [/\uFFFD/u, 'the sign for a character that was lost'],
  [/[\s\S]/u, 'an invisible character'],
];

/** Zero-width joiner and non-joiner are letters' business in Persian or Hindi, and nobody's elsewhere. */
const JOINERS = '\u200C\u200D';
const LETTER_BEFORE = /[\p{L}\p{M}]$/u;
const LETTER_AFTER = /^\p{L}/u;

/** A character that is refused. */
export interface RefusedCharacter {
  readonly character: string;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly index: number;
  /** As Unicode writes it: `U+200B`. */
  readonly codePoint: string;
  /** What it is, in words: "a control character". */
  readonly kind: string;
}

/** Every character of a text that may stand neither in a campaign's files nor in a letter. */
export function refusedCharacters(text: string): readonly RefusedCharacter[] {
  if (text.search(SUSPECT) === -1) return [];
  return [...text.matchAll(SUSPECT)].flatMap(({ 0: character, index }) => {
    if (JOINERS.includes(character) && joinsLetters(text, index)) return [];
    const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? '';
    return [{ character, index, codePoint: codePointOf(character), kind }];
  });
}

function joinsLetters(text: string, index: number): boolean {
  return (
    LETTER_BEFORE.test(text.slice(Math.max(0, index - 2), index)) && LETTER_AFTER.test(text.slice(index + 1, index + 3))
  );
}

/** A character as Unicode counts it: "U+0041". */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
