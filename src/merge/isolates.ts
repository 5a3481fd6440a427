import { type Direction, hasRightToLeftCharacter, type TextRange } from '../model/direction.ts';
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

/** Marks all of a text node as the value at a path. */
export function markValue(text: Text, path: string): Text {
  return text.value === '' ? text : { ...text, values: [{ start: 0, end: text.value.length, path }] };
}

/** Joins two adjacent text nodes, with the isolates and the values of both. */
export function joinTextNodes(first: Text, second: Text): Text {
  const joined: Text = { type: 'text', value: first.value + second.value };
  const isolates = joinRanges(first.isolates, second.isolates, first.value.length);
  const values = joinRanges(first.values, second.values, first.value.length);
  return {
    ...joined,
    ...(isolates === undefined ? {} : { isolates }),
    ...(values === undefined ? {} : { values }),
  };
}

/** Returns the ranges of two joined texts. `offset` is the length of the first. */
function joinRanges<Range extends TextRange>(
  first: readonly Range[] | undefined,
  second: readonly Range[] | undefined,
  offset: number,
): readonly Range[] | undefined {
  if (second === undefined || offset === 0) return first ?? second;
  const moved = second.map((range) => ({ ...range, start: range.start + offset, end: range.end + offset }));
  return first === undefined ? moved : [...first, ...moved];
}

/** Returns the first characters of a text node, as far as `end`, with the isolates and values among them. */
export function startOfTextNode(text: Text, end: number): Text {
  return clipTextNode(text, 0, end);
}

/** Removes the white space at the start and end of a text node. */
export function trimTextNode(text: Text): Text {
  return clipTextNode(text, text.value.length - text.value.trimStart().length, text.value.trimEnd().length);
}

/** Returns the characters of a text node from `start` to `end` (exclusive), with the isolates and values among them. */
function clipTextNode(whole: Text, start: number, end: number): Text {
  if (start === 0 && end === whole.value.length) return whole;
  const { isolates, values, ...text } = whole;
  return {
    ...text,
    value: text.value.slice(start, end),
    ...(isolates === undefined ? {} : { isolates: clipRanges(isolates, start, end) }),
    ...(values === undefined ? {} : { values: clipRanges(values, start, end) }),
  };
}

function clipRanges<Range extends TextRange>(ranges: readonly Range[], start: number, end: number): readonly Range[] {
  return ranges
    .map((range) => ({ ...range, start: Math.max(start, range.start) - start, end: Math.min(end, range.end) - start }))
    .filter((range) => range.start < range.end);
}
