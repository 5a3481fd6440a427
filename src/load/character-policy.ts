import { refusedCharacters } from '../model/character-policy.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/**
 * A fault for every character that may not stand in a campaign's files. Text is otherwise left as typed: it is not
 * brought into a Unicode normalisation form.
 */
export function forbiddenCharacters(text: string, placeAt: (offset: number) => Span): readonly Diagnostic[] {
  return refusedCharacters(text).map(({ character, index, codePoint, kind }) => {
    const message = [`${codePoint} may not stand in a file: it is ${kind}`];
    return fault('file/forbidden-character', placeAt(index), message, { hint: hintFor(character) });
  });
}

/** The text without the mark of its encoding that some editors put first. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function hintFor(character: string): ReturnType<typeof say> {
  if (character === '\uFFFD') return say`type the word again; the file was once saved in another encoding`;
  if (character === '\r') return say`save the file with the line ends of Unix or Windows`;
  return say`delete it; if it cannot be seen, delete the word around it and type that again`;
}
