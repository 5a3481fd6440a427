/**
 * Matches the characters that are refused in files and in letters. Invisible characters are refused because a reviewer
 * would miss them; others because programs interpret them differently, or because no font can show them. Tabs, line
 * ends and variation selectors are not matched. Joiners are matched, but `refusedCharacters` allows them between
 * letters.
 */
const REFUSED_CHARACTERS =
  /(?![\t\n]|\r\n)[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/** The kinds of refused characters, each a pattern and a description. The first pattern that matches applies. */
const CHARACTER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, 'half of a character (a lone surrogate)'],
  [/\p{Cc}/u, 'a control character'],
  [/\p{Noncharacter_Code_Point}/u, 'a code point that is not a character'],
  [/\p{Co}/u, 'a private-use character, which every font shows as something else'],
  [/[\p{Zl}\p{Zp}]/u, 'a line or paragraph separator that only some programs treat as a line end'],
  [/\p{Bidi_Control}/u, 'an invisible character that changes the direction of what follows'],
  [/\uFFFD/u, 'the replacement character, which marks a character that could not be decoded'],
  [/[\s\S]/u, 'an invisible character'],
];

/** The zero-width non-joiner and joiner. Persian and Hindi are spelled with them between letters. */
const JOINERS = '\u200C\u200D';
const LETTER_BEFORE = /[\p{L}\p{M}]$/u;
const LETTER_AFTER = /^\p{L}/u;

/** A character of a text that is refused. */
export interface RefusedCharacter {
  readonly character: string;
  /** The offset of the character in the text, in UTF-16 code units. */
  readonly index: number;
  /** The code point of the character in Unicode notation: `U+200B`. */
  readonly codePoint: string;
  /** A description of the character for a message: "a control character". */
  readonly kind: string;
}

/** Returns the characters of a text that are allowed neither in a campaign's files nor in a letter. */
export function findRefusedCharacters(text: string): readonly RefusedCharacter[] {
  if (text.search(REFUSED_CHARACTERS) === -1) return [];
  return [...text.matchAll(REFUSED_CHARACTERS)].flatMap(({ 0: character, index }) => {
    if (JOINERS.includes(character) && joinsLetters(text, index)) return [];
    const kind = CHARACTER_KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? '';
    return [{ character, index, codePoint: codePointOf(character), kind }];
  });
}

/** Whether the joiner at an offset is between two letters. A letter has one or two UTF-16 code units. */
function joinsLetters(text: string, index: number): boolean {
  return (
    LETTER_BEFORE.test(text.slice(Math.max(0, index - 2), index)) && LETTER_AFTER.test(text.slice(index + 1, index + 3))
  );
}

/** Returns the code point of a character in Unicode notation: `U+0041`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
