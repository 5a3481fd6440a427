import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/**
 * Everything that is refused in files: what nobody can see in a review, what changes its meaning from one program to the
 * next, and what no font can show. Tab and line ends pass here; variation selectors and the two joiners are looked at
 * more closely below.
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

/**
 * A fault for every character that may not stand in a campaign's files. Text is otherwise left as typed: it is not
 * brought into a Unicode normalisation form.
 */
export function forbiddenCharacters(text: string, placeAt: (offset: number) => Span): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  for (const { 0: character, index } of text.matchAll(SUSPECT)) {
    if (JOINERS.includes(character) && joinsLetters(text, index)) continue;
    const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? '';
    const message = [`${codePoint(character)} may not stand in a file: it is ${kind}`];
    faults.push(fault('file/forbidden-character', placeAt(index), message, { hint: hintFor(character) }));
  }
  return faults;
}

/** The text without the mark of its encoding that some editors put first. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function joinsLetters(text: string, index: number): boolean {
  return (
    LETTER_BEFORE.test(text.slice(Math.max(0, index - 2), index)) && LETTER_AFTER.test(text.slice(index + 1, index + 3))
  );
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function hintFor(character: string): ReturnType<typeof say> {
  if (character === '\uFFFD') return say`type the word again; the file was once saved in another encoding`;
  if (character === '\r') return say`save the file with the line ends of Unix or Windows`;
  return say`delete it; if it cannot be seen, delete the word around it and type that again`;
}
