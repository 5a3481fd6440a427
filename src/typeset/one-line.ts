import type { Direction } from '../model/page.ts';
import type { BrokenLine } from './break-lines.ts';
import { embeddingLevels } from './embedding-levels.ts';
import { itemise } from './itemise.ts';
import { joinedPieces } from './join-pieces.ts';
import { hasPlainBreaks } from './line-breaks.ts';
import type { Run } from './runs.ts';
import { piecesOf, textOf, widthOf, type ShapingContext } from './segments.ts';

/**
 * Text as the one line that it fits on, if it is plain enough to see that without asking where lines may end: an address,
 * a label, a running head. Undefined: that has to be asked, or one line is too short for it. It is the line that
 * {@link breakLines} makes.
 */
export function onOneLine(
  runs: readonly Run[],
  direction: Direction,
  measure: number,
  context: ShapingContext,
): BrokenLine | undefined {
  const text = textOf(runs);
  const smallest = runs.reduce((least, { size }) => Math.min(least, size), Infinity);
  if (text.length * smallest * NARROW > measure || !hasPlainBreaks(text)) return undefined;
  if (runs.some(({ note }) => note !== undefined)) return undefined;
  const pieces = piecesOf(itemise(runs, embeddingLevels(text, direction, []), context.shaper), text, context);
  const end = pieces.findLastIndex(({ isSpace }) => !isSpace) + 1;
  const words = pieces.slice(0, end);
  if (widthOf(words) > measure) return undefined;
  return { words: joinedPieces(words), spaces: pieces.slice(end), endsWithHyphen: false, stretch: 0 };
}

/** Of its size: text that would fit if it were so narrow is worth shaping. */
const NARROW = 0.4;
