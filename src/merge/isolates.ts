import { conventionsOf } from '../languages/languages.ts';
import { hasRightToLeft } from '../model/direction.ts';
import type { Language } from '../model/language.ts';
import type { Text } from '../model/tree.ts';

/** Right-to-left letters, their marks, and the spaces between words of them. */
const RIGHT_TO_LEFT_WORDS = /^(?:[\u0620-\u065f\u066e-\u06d3\p{Script=Hebrew}]+(?: (?!$)|$))+$/u;

/**
 * Returns a merged value as a text node. It is an isolate if the direction of its own text, or of `around`, the text it
 * is merged into, can differ from that of a letter in this language; a value without digits, signs or letters of the
 * other direction needs none.
 */
export function valueNode(value: string, language: Language, around: string): Text {
  const isRightToLeft = conventionsOf(language).writingDirection === 'rtl';
  const needsIsolate = isRightToLeft
    ? !RIGHT_TO_LEFT_WORDS.test(value)
    : hasRightToLeft(value) || hasRightToLeft(around);
  return needsIsolate && value !== '' ? isolated(value) : { type: 'text', value };
}

/** Returns a text node that is an isolate as a whole. */
export function isolated(value: string): Text {
  return { type: 'text', value, isolates: [{ start: 0, end: value.length }] };
}

/** Returns two adjacent text nodes as one, with the isolates of both. */
export function joinedTexts(first: Text, second: Text): Text {
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

/** Returns a text node without the white space at its start and end. */
export function trimmedText(text: Text): Text {
  const value = text.value.trim();
  if (text.isolates === undefined || value === text.value) return { ...text, value };
  const removed = text.value.length - text.value.trimStart().length;
  const isolates = text.isolates
    .map(({ start, end }) => ({ start: Math.max(0, start - removed), end: Math.min(value.length, end - removed) }))
    .filter(({ start, end }) => start < end);
  return { ...text, value, isolates };
}
