import { type Direction, hasRightToLeftCharacter } from '../model/direction.ts';
import { createTextNode, type Text } from '../model/tree.ts';

/** Matches a text that consists of Arabic or Hebrew words with single spaces between them. */
const RIGHT_TO_LEFT_WORDS = /^(?:[\u0620-\u065f\u066e-\u06d3\p{Script=Hebrew}]+(?: (?!$)|$))+$/u;

/**
 * Creates a text node for a merged value. It is an isolate if the value and the text around it could change each
 * other's order; `direction` is that of the letter. In a right-to-left letter, this cannot happen to right-to-left
 * words; in a left-to-right letter, it can only happen if the value or the text around it has a right-to-left
 * character.
 */
export function createValueNode(value: string, direction: Direction, surroundingText: string): Text {
  const needsIsolate =
    direction === 'rtl'
      ? !RIGHT_TO_LEFT_WORDS.test(value)
      : hasRightToLeftCharacter(value) || hasRightToLeftCharacter(surroundingText);
  return needsIsolate && value !== '' ? createIsolateNode(value) : { type: 'text', value };
}

/** The character that marks the place of a value in words of a language: U+FFFC, which stands for an object in text. */
const PLACE_OF_VALUE = '\uFFFC';

/**
 * Creates a text node of words of a language with a value in them, as "London, 2 March 2026" with the place. `fill`
 * returns the words with what it is given in the place of the value.
 */
export function createFilledNode(fill: (value: string) => string, value: string, direction: Direction): Text {
  const [before = '', after = ''] = fill(PLACE_OF_VALUE).split(PLACE_OF_VALUE);
  const node = joinTextNodes(createTextNode(before), createValueNode(value, direction, before + after));
  return joinTextNodes(node, createTextNode(after));
}

/** Creates a text node that is an isolate as a whole. */
function createIsolateNode(value: string): Text {
  return { type: 'text', value, isolates: [{ start: 0, end: value.length }] };
}

/** Joins two adjacent text nodes, with the isolates of both. */
export function joinTextNodes(first: Text, second: Text): Text {
  const value = first.value + second.value;
  const isolates = [
    ...(first.isolates ?? []),
    ...(second.isolates ?? []).map(({ start, end }) => ({
      start: start + first.value.length,
      end: end + first.value.length,
    })),
  ];
  return isolates.length === 0 ? { type: 'text', value } : { type: 'text', value, isolates };
}

/** Returns the first characters of a text node, as far as `end`, with the isolates among them. */
export function startOfTextNode(text: Text, end: number): Text {
  const value = text.value.slice(0, end);
  if (text.isolates === undefined) return { ...text, value };
  const isolates = text.isolates
    .map((isolate) => ({ start: isolate.start, end: Math.min(isolate.end, end) }))
    .filter((isolate) => isolate.start < isolate.end);
  return { ...text, value, isolates };
}

/** Removes the white space at the start and end of a text node. */
export function trimTextNode(text: Text): Text {
  const value = text.value.trim();
  if (text.isolates === undefined || value === text.value) return { ...text, value };
  const trimmedAtStart = text.value.length - text.value.trimStart().length;
  const isolates = text.isolates
    .map(({ start, end }) => ({
      start: Math.max(0, start - trimmedAtStart),
      end: Math.min(value.length, end - trimmedAtStart),
    }))
    .filter(({ start, end }) => start < end);
  return { ...text, value, isolates };
}
