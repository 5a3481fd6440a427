import bidiModule from 'bidi-js';
import { leftToRightRanges } from '../../model/direction-rules.ts';
import { hasRightToLeftCharacter, type Direction, type TextRange } from '../../model/direction.ts';
import { directionOfFirstLetter } from '../../model/paragraph-direction.ts';

// The package is a CommonJS module that exports a function, but its types describe its ES module, which Node does not
// load.
const createBidi = bidiModule as unknown as typeof bidiModule.default;
const bidi = createBidi();

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
