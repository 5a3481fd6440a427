import bidiModule from 'bidi-js';
import { hasRightToLeft, type Direction, type TextRange } from '../../model/direction.ts';
import { leftToRightRanges } from './direction-rules.ts';

// The package is CommonJS and exports a function, but its types describe the ES module, which Node does not load.
const createBidi = bidiModule as unknown as typeof bidiModule.default;
const bidi = createBidi();

/**
 * The paragraph direction, set by a higher-level protocol (UAX #9, HL1): that of the letter, unless the first
 * alphabetic character is of the other direction and at least twice as many are. An address in The Hague is set
 * left-to-right in an Arabic letter, an Arabic name right-to-left in an English one.
 */
export function paragraphDirection(text: string, letterDirection: Direction): Direction {
  if (letterDirection === 'ltr' && !hasRightToLeft(text)) return letterDirection;
  const letters = text.match(/\p{L}/gu) ?? [];
  const isOpposite = (character: string): boolean => hasRightToLeft(character) === (letterDirection === 'ltr');
  const [first] = letters;
  const opposite = letters.filter(isOpposite).length;
  if (first === undefined || !isOpposite(first) || opposite < 2 * (letters.length - opposite)) return letterDirection;
  return letterDirection === 'ltr' ? 'rtl' : 'ltr';
}

/** A range that is laid out by itself. `auto`: in the direction of its first letter, or else of the paragraph. */
export interface Isolate extends TextRange {
  readonly direction: Direction | 'auto';
}

/**
 * The embedding level of each UTF-16 unit (UAX #9); odd levels are right-to-left. The isolates may not overlap. What
 * `DIRECTION_RULES` find, inside of isolates and between them, is isolated too. Undefined: all of the text is of level 0.
 */
export function embeddingLevels(
  text: string,
  direction: Direction,
  isolates: readonly Isolate[],
): Uint8Array | undefined {
  if (direction === 'ltr' && !hasRightToLeft(text)) return undefined;
  let controlled = '';
  /** For each unit of the text, its position among the controls. */
  const positions: number[] = [];
  const add = (start: number, end: number): void => {
    for (let unit = start; unit < end; unit += 1) positions.push(controlled.length + unit - start);
    controlled += text.slice(start, end);
  };
  const addWithRules = (from: number, to: number): void => {
    let offset = from;
    for (const { start, end } of leftToRightRanges(text.slice(from, to))) {
      add(offset, from + start);
      controlled += INITIATORS.ltr;
      add(from + start, from + end);
      controlled += POP_ISOLATE;
      offset = from + end;
    }
    add(offset, to);
  };
  let offset = 0;
  for (const { start, end, direction: own } of isolates) {
    addWithRules(offset, start);
    controlled += INITIATORS[own === 'auto' ? firstDirection(text.slice(start, end), direction) : own];
    addWithRules(start, end);
    controlled += POP_ISOLATE;
    offset = end;
  }
  addWithRules(offset, text.length);
  const { levels } = bidi.getEmbeddingLevels(controlled, direction);
  return Uint8Array.from(positions, (position) => levels[position] ?? 0);
}

/** LRI and RLI. */
const INITIATORS: Readonly<Record<Direction, string>> = { ltr: '\u2066', rtl: '\u2067' };
const POP_ISOLATE = '\u2069';

/** The direction of the first letter (UAX #9, P2 and P3); without one, that of the paragraph. */
function firstDirection(text: string, paragraph: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return paragraph;
  return hasRightToLeft(letter) ? 'rtl' : 'ltr';
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
