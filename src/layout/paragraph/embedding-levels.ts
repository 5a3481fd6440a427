import bidiModule from 'bidi-js';
import type { Direction } from '../../model/page.ts';

// The package is CommonJS and exports a function, but its types describe the ES module, which Node does not load.
const createBidi = bidiModule as unknown as typeof bidiModule.default;
const bidi = createBidi();

/**
 * Characters of right-to-left scripts: Hebrew to Arabic Extended-A, their presentation forms and the right-to-left
 * blocks of plane 1; and the controls RLM and RLI.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}\u200f\u2067]/u;

/**
 * The paragraph direction, set by a higher-level protocol (UAX #9, HL1): that of the letter, unless the first
 * alphabetic character is of the other direction and at least twice as many are. An address in The Hague is set
 * left-to-right in an Arabic letter, an Arabic name right-to-left in an English one.
 */
export function paragraphDirection(text: string, letterDirection: Direction): Direction {
  if (letterDirection === 'ltr' && !RIGHT_TO_LEFT.test(text)) return letterDirection;
  const letters = text.match(/\p{L}/gu) ?? [];
  const isOpposite = (character: string): boolean => RIGHT_TO_LEFT.test(character) === (letterDirection === 'ltr');
  const [first] = letters;
  const opposite = letters.filter(isOpposite).length;
  if (first === undefined || !isOpposite(first) || opposite < 2 * (letters.length - opposite)) return letterDirection;
  return letterDirection === 'ltr' ? 'rtl' : 'ltr';
}

/** A range of text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The embedding level of each UTF-16 unit (UAX #9); odd levels are right-to-left. The given ranges and all citations
 * are resolved as left-to-right isolates, so that 87(7) stays 87(7); in a right-to-left paragraph, phrases in Latin
 * script too. Undefined: all of the text is of level 0.
 */
export function embeddingLevels(
  text: string,
  direction: Direction,
  isolated: readonly TextRange[],
): Uint8Array | undefined {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return undefined;
  const ranges = [...isolated, ...citationsIn(text, direction, isolated)].toSorted((a, b) => a.start - b.start);
  let withIsolates = '';
  let end = 0;
  for (const range of ranges) {
    withIsolates +=
      text.slice(end, range.start) + LEFT_TO_RIGHT_ISOLATE + text.slice(range.start, range.end) + POP_ISOLATE;
    end = range.end;
  }
  withIsolates += text.slice(end);
  // The levels of the added isolate characters are dropped from the result.
  const { levels } = bidi.getEmbeddingLevels(withIsolates, direction);
  const isolates = new Set(ranges.flatMap(({ start, end: last }, index) => [start + 2 * index, last + 2 * index + 1]));
  return levels.filter((_, index) => !isolates.has(index));
}

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

// Citations and addresses, for example: 87(7)(a), 2271/96, ICC-ASP/10/Res.5, office@example.org, 12.4, O'Neil.
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[!-~]*[\w/]`;
const ALPHANUMERICS = String.raw`[\p{Script=Latin}\p{M}\d]+`;
/** What follows the first part of a citation without a space: the `/96` of 2271/96, the `(7)` of 87(7). */
const JOINED_PART = String.raw`(?:[./:@_'’–-]${ALPHANUMERICS}|\(${ALPHANUMERICS}\))`;
/** Round brackets that hold Latin letters and no right-to-left ones: (EC). */
const BRACKETED = String.raw`\((?=[^()]*\p{Script=Latin})[^()\u0590-\u08ff]*\)`;
/** Latin words, citations and addresses in a row: "(EC) No 2271/96", "Rome Statute, art. 70(1)(a), vol. 2187, p. 3". */
const PHRASE = String.raw`(?:${BRACKETED} )?(?=\d*\p{Script=Latin})${ALPHANUMERICS}${JOINED_PART}*(?:[.,;:]?[ \u00a0](?:${ADDRESS}|${ALPHANUMERICS}${JOINED_PART}*|${BRACKETED}))*`;
const CITATION = String.raw`${ADDRESS}|${ALPHANUMERICS}${JOINED_PART}+`;
/** What is isolated, by paragraph direction. */
const ISOLATED: Readonly<Record<Direction, RegExp>> = {
  ltr: new RegExp(CITATION, 'gu'),
  rtl: new RegExp(`${ADDRESS}|${PHRASE}|${CITATION}`, 'gu'),
};

/** The citations of a text that overlap none of the given ranges. */
function citationsIn(text: string, direction: Direction, isolated: readonly TextRange[]): readonly TextRange[] {
  return [...text.matchAll(ISOLATED[direction])]
    .map(({ index, 0: match }) => ({ start: index, end: index + match.length }))
    .filter(({ start, end }) => isolated.every((other) => end <= other.start || other.end <= start));
}

/**
 * Reorders the level runs of a line (UAX #9, rule L2): takes their embedding levels in logical order and returns
 * indices into `levels` in visual order, from left to right. From the highest level down to 1, each sequence of runs at
 * that level or higher is reversed.
 */
export function visualOrder(levels: readonly number[]): readonly number[] {
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
