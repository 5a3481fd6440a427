/** What all readers do with the text of a file: take its mark away, place offsets, refuse characters, limit faults. */
import { refusedCharacters } from '../model/character-policy.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/** The text without the byte order mark that some editors put first. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Turns offsets into a text into the places that editors show. `firstLine`: where the text begins in its file. */
export function locationsIn(file: string, text: string, firstLine = 1): (offset: number) => Span {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file, line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/**
 * A fault for every character that may not stand in a campaign's files. Text is otherwise left as typed: it is not
 * brought into a Unicode normalisation form.
 */
export function forbiddenCharacters(text: string, placeAt: (offset: number) => Span): readonly Diagnostic[] {
  return refusedCharacters(text).map(({ character, index, codePoint, kind }) => {
    const message = [`${codePoint} may not stand in a file: it is ${kind}`];
    return fault('file/forbidden-character', placeAt(index), message, { hint: hintForCharacter(character) });
  });
}

function hintForCharacter(character: string): Message {
  if (character === '\uFFFD') return say`type the word again; the file was once saved in another encoding`;
  if (character === '\r') return say`save the file with the line ends of Unix or Windows`;
  return say`delete it; if it cannot be seen, delete the word around it and type that again`;
}

/** More faults of one kind than this in one file are one mistake: a wrong format, or a file that is not text. */
const ENOUGH = 100;

/** The first faults of a list, and how many more there are. */
export function enough(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = faults[ENOUGH];
  if (next === undefined) return faults;
  const more = `from here on, ${faults.length - ENOUGH} more faults of this kind are not listed`;
  return [...faults.slice(0, ENOUGH), { ...next, message: [more] }];
}
