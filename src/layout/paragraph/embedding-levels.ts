import bidiModule from 'bidi-js';
import type { Direction } from '../../model/page.ts';

// The library is CommonJS and exports a function; its types are those of the ES module that Node does not load.
const createBidi = bidiModule as unknown as typeof bidiModule.default;
const bidi = createBidi();

/** Hebrew to Arabic, their presentation forms, the old scripts of the Near East, and the mark that sets a direction. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}\u200f\u2067]/u;

/**
 * The direction of a paragraph: that of its letter, unless it begins with a letter of the other one and has at least twice
 * as many of them. So an address in The Hague stays one in an Arabic letter, and an Arabic name in an English one.
 */
export function directionOf(text: string, letter: Direction): Direction {
  if (letter === 'ltr' && !RIGHT_TO_LEFT.test(text)) return letter;
  const letters = text.match(/\p{L}/gu) ?? [];
  const isOther = (character: string): boolean => RIGHT_TO_LEFT.test(character) === (letter === 'ltr');
  const [first] = letters;
  const others = letters.filter(isOther).length;
  if (first === undefined || !isOther(first) || others < 2 * (letters.length - others)) return letter;
  return letter === 'ltr' ? 'rtl' : 'ltr';
}

/** A stretch of text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * How deep each UTF-16 unit is embedded (UAX #9): odd levels are written from right to left. Citations keep their own
 * order, as if isolated, and so do the given stretches: 87(7) stays 87(7). In a paragraph that is written from right to
 * left, so does all that is cited in Latin letters. Undefined: all of it is of level 0.
 */
export function embeddingLevels(
  text: string,
  direction: Direction,
  isolated: readonly TextRange[],
): Uint8Array | undefined {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return undefined;
  const stretches = [...isolated, ...citationsIn(text, direction, isolated)].toSorted((a, b) => a.start - b.start);
  let isolating = '';
  let end = 0;
  for (const stretch of stretches) {
    isolating += text.slice(end, stretch.start) + LEFT_TO_RIGHT_ISOLATE + text.slice(stretch.start, stretch.end) + POP;
    end = stretch.end;
  }
  isolating += text.slice(end);
  const { levels } = bidi.getEmbeddingLevels(isolating, direction);
  const added = new Set(stretches.flatMap(({ start, end: last }, index) => [start + 2 * index, last + 2 * index + 1]));
  return levels.filter((_, index) => !added.has(index));
}

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP = '\u2069';

// 87(7)(a), 2271/96, ICC-ASP/10/Res.5, office@example.org, 12.4, O'Neil
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[!-~]*[\w/]`;
const SIGNS = String.raw`[\p{Script=Latin}\p{M}\d]+`;
const JOINED = String.raw`(?:[./:@_'’–-]${SIGNS}|\(${SIGNS}\))`;
const BRACKETED = String.raw`\((?=[^()]*\p{Script=Latin})[^()\u0590-\u08ff]*\)`;
/** (EC) No 2271/96; Rome Statute, art. 70(1)(a), vol. 2187, p. 3 */
const PHRASE = String.raw`(?:${BRACKETED} )?(?=\d*\p{Script=Latin})${SIGNS}${JOINED}*(?:[.,;:]?[ \u00a0](?:${ADDRESS}|${SIGNS}${JOINED}*|${BRACKETED}))*`;
const CITATION = String.raw`${ADDRESS}|${SIGNS}${JOINED}+`;
const CITED: Readonly<Record<Direction, RegExp>> = {
  ltr: new RegExp(CITATION, 'gu'),
  rtl: new RegExp(`${ADDRESS}|${PHRASE}|${CITATION}`, 'gu'),
};

function citationsIn(text: string, direction: Direction, isolated: readonly TextRange[]): readonly TextRange[] {
  return [...text.matchAll(CITED[direction])]
    .map(({ index, 0: all }) => ({ start: index, end: index + all.length }))
    .filter(({ start, end }) => isolated.every((other) => end <= other.start || other.end <= start));
}

/**
 * The order in which the pieces of a line stand from left to right (UAX #9, L2), from their embedding levels as they are
 * read: from the deepest level up to the first, what is embedded so deep is turned round. The result are places in `levels`.
 */
export function orderOnLine(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    let start = 0;
    while (start < order.length) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      if (end - start > 1) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = end + 1;
    }
  }
  return order;
}
