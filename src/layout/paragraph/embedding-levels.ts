import bidiModule from 'bidi-js';
import { hasRightToLeftCharacter, type Direction, type TextRange } from '../../model/direction.ts';
import { leftToRightRanges } from './direction-rules.ts';

// The package is a CommonJS module that exports a function, but its types describe its ES module, which Node does not
// load.
const createBidi = bidiModule as unknown as typeof bidiModule.default;
const bidi = createBidi();

/**
 * Returns the direction of a paragraph, as a higher-level protocol may define it (UAX #9, HL1): that of the letter,
 * unless the first alphabetic character has the opposite direction and so have at least two thirds of all. An address
 * in The Hague is thus left-to-right in an Arabic letter, and an Arabic name right-to-left in an English one. Isolates
 * count only if no alphabetic character is outside them (P2), so that the place before a date does not decide.
 */
export function paragraphDirection(
  text: string,
  letterDirection: Direction,
  isolates: readonly TextRange[] = [],
): Direction {
  if (letterDirection === 'ltr' && !hasRightToLeftCharacter(text)) return letterDirection;
  const alphabeticCharacters = withoutRanges(text, isolates).match(/\p{L}/gu) ?? text.match(/\p{L}/gu) ?? [];
  const isOpposite = (character: string): boolean => hasRightToLeftCharacter(character) === (letterDirection === 'ltr');
  const [firstCharacter] = alphabeticCharacters;
  const oppositeCount = alphabeticCharacters.filter(isOpposite).length;
  if (
    firstCharacter === undefined ||
    !isOpposite(firstCharacter) ||
    oppositeCount < 2 * (alphabeticCharacters.length - oppositeCount)
  )
    return letterDirection;
  return letterDirection === 'ltr' ? 'rtl' : 'ltr';
}

/** Returns a text without the given ranges, which must not overlap and must be in ascending order. */
function withoutRanges(text: string, ranges: readonly TextRange[]): string {
  return [0, ...ranges.map(({ end }) => end)].map((start, index) => text.slice(start, ranges[index]?.start)).join('');
}

/**
 * A range of text that is laid out by itself (UAX #9). `auto`: in the direction of its first letter, or in that of the
 * paragraph if it has no letter.
 */
export interface Isolate extends TextRange {
  readonly direction: Direction | 'auto';
}

/**
 * Returns the embedding level of each UTF-16 unit (UAX #9); odd levels are right-to-left. Returns undefined if the
 * whole text is of level 0. The given isolates must not overlap. Text that `DIRECTION_RULES` match, inside isolates and
 * outside, is isolated too.
 */
export function embeddingLevels(
  text: string,
  direction: Direction,
  isolates: readonly Isolate[],
): Uint8Array | undefined {
  if (direction === 'ltr' && !hasRightToLeftCharacter(text)) return undefined;
  let textWithControls = '';
  /** For each UTF-16 unit of `text`, its position in `textWithControls`. */
  const positionsWithControls: number[] = [];
  const appendText = (start: number, end: number): void => {
    for (let position = start; position < end; position += 1)
      positionsWithControls.push(textWithControls.length + position - start);
    textWithControls += text.slice(start, end);
  };
  const appendWithRules = (rangeStart: number, rangeEnd: number): void => {
    let offset = rangeStart;
    for (const { start, end } of leftToRightRanges(text.slice(rangeStart, rangeEnd))) {
      appendText(offset, rangeStart + start);
      textWithControls += ISOLATE_INITIATORS.ltr;
      appendText(rangeStart + start, rangeStart + end);
      textWithControls += POP_ISOLATE;
      offset = rangeStart + end;
    }
    appendText(offset, rangeEnd);
  };
  let offset = 0;
  for (const { start, end, direction: isolateDirection } of isolates) {
    appendWithRules(offset, start);
    textWithControls +=
      ISOLATE_INITIATORS[
        isolateDirection === 'auto' ? directionOfFirstLetter(text.slice(start, end), direction) : isolateDirection
      ];
    appendWithRules(start, end);
    textWithControls += POP_ISOLATE;
    offset = end;
  }
  appendWithRules(offset, text.length);
  const { levels } = bidi.getEmbeddingLevels(textWithControls, direction);
  return Uint8Array.from(positionsWithControls, (position) => levels[position] ?? 0);
}

/** The control characters that start an isolate: LRI and RLI. */
const ISOLATE_INITIATORS: Readonly<Record<Direction, string>> = { ltr: '\u2066', rtl: '\u2067' };
/** The control character that ends an isolate (PDI). */
const POP_ISOLATE = '\u2069';

/** Returns the direction of the first letter (UAX #9, P2 and P3), or `fallback` if there is no letter. */
function directionOfFirstLetter(text: string, fallback: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return fallback;
  return hasRightToLeftCharacter(letter) ? 'rtl' : 'ltr';
}

/**
 * Reorders the level runs of a line (UAX #9, rule L2): takes their embedding levels in logical order and returns the
 * indices of `levels` in visual order, from left to right. From the highest level down to 1, each sequence of runs at
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
