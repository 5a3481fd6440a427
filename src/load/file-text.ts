/**
 * Helpers that all file readers share: stripping the byte order mark, mapping offsets to spans, refusing characters,
 * and limiting the number of faults.
 */
import { findRefusedCharacters } from '../model/character-policy.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/** Returns the text without a leading byte order mark (U+FEFF), which some editors write. */
export function stripByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/**
 * Returns a function that maps an offset in `text`, in UTF-16 code units, to its span in `file`. `firstLine` is the
 * 1-based number of the line of the file on which the text begins.
 */
export function createOffsetLocator(file: string, text: string, firstLine = 1): (offset: number) => Span {
  const lineStarts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lineStarts.push(index + 1);

  return (offset) => {
    const index = lastIndexUpTo(lineStarts, offset);
    return { file, line: firstLine + index, column: offset - (lineStarts[index] ?? 0) + 1 };
  };
}

/** Returns the index of the last of the ascending numbers that is at most `limit`, or 0 if there is none. */
export function lastIndexUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Returns a fault for each character that is refused in the files of a campaign: control characters, lone surrogates,
 * private-use and invisible characters. Offsets refer to `text` as it is, without Unicode normalisation.
 */
export function forbiddenCharacterFaults(text: string, locationAt: (offset: number) => Span): readonly Diagnostic[] {
  return findRefusedCharacters(text).map(({ character, index, codePoint, kind }) => {
    const message = [`${codePoint} is not allowed in a file: it is ${kind}`];
    return fault('file/forbidden-character', locationAt(index), message, { hint: hintForCharacter(character) });
  });
}

/**
 * The left-to-right, right-to-left and Arabic letter marks. They are refused although some authors type them on
 * purpose: a reviewer cannot see them, and merged values, telephone numbers and phrases are isolated by the layout.
 */
const DIRECTION_MARKS = '\u200E\u200F\u061C';

function hintForCharacter(character: string): Message {
  if (character === '\uFFFD') return say`type the word again; the file was once saved in another encoding`;
  if (DIRECTION_MARKS.includes(character)) {
    return say`delete it: names, numbers and phrases keep their own direction in letters without it`;
  }
  if (character === '\r') return say`save the file with the line ends of Unix or Windows`;
  return say`delete it; if it cannot be seen, delete the word around it and type that again`;
}

/**
 * The maximum number of faults of one kind that are listed for one file. A larger number usually has one cause: a wrong
 * format, or a file that is not text.
 */
const MAX_FAULTS = 100;

/**
 * Returns a list of at most 100 faults unchanged. A longer list is cut to its first 100 faults, and one more fault
 * gives the number of omitted faults.
 */
export function limitFaults(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const firstOmitted = faults[MAX_FAULTS];
  if (firstOmitted === undefined) return faults;
  const summary = `from here on, ${faults.length - MAX_FAULTS} more faults of this kind are not listed`;
  return [...faults.slice(0, MAX_FAULTS), { ...firstOmitted, message: [summary] }];
}
