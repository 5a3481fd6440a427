/**
 * Total-fit line breaking, after Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into Lines" (1981): chooses
 * the breaks of a paragraph with the least sum of demerits, those of its lines (`line-demerits.ts`) and of its breaks.
 * The method is dynamic programming: the best breaks up to each box follow from the best breaks up to earlier boxes.
 * This file uses only widths and penalties; `break-lines.ts` converts segments to boxes, and the result to lines of
 * segments.
 */
import {
  GOOD_LINE_DEMERITS,
  lastLineDemerits,
  lineDemerits,
  SHRINK,
  TOLERANCE,
  type DemeritOptions,
} from './line-demerits.ts';

/** Text between two break opportunities (a box), with the white space after it (glue). Widths are in points. */
export interface FitBox {
  readonly width: number;
  /** The width of the white space after the box. It is discarded at the end of a line. */
  readonly spaceAfter: number;
  /** The part of `width` that is stretchable white space, such as no-break spaces. */
  readonly innerStretchable: number;
  /** The part of `spaceAfter` that is stretchable white space. */
  readonly spaceStretchable: number;
  /**
   * The width of the hyphen that is added if a line ends after this box; 0 if the text has a hyphen there. Undefined if
   * a line that ends there does not end with a hyphen.
   */
  readonly hyphenWidth: number | undefined;
  /** The penalty of a break after this box. The demerits grow by its square. */
  readonly penalty: number;
  /** Whether a line must end after this box. */
  readonly breakRequired: boolean;
  /** By how much the first character of the box hangs in the margin at the start of a line. */
  readonly hangAtStart: number;
  /** By how much the last character of the box, or the hyphen after it, hangs in the margin at the end of a line. */
  readonly hangAtEnd: number;
}

/** The options of line breaking that concern whole paragraphs. */
export interface FitOptions extends DemeritOptions {
  /**
   * Returns the measure of a line in points; `line` is its number from 0. All lines but the first have the same
   * measure.
   */
  readonly measure: (line: number) => number;
}

/** The best breaks of a paragraph. */
export interface FitResult {
  /** For each line, the number of boxes before its end. */
  readonly lineEnds: readonly number[];
  /**
   * Whether all lines are good: their adjustment ratios are at most 1, no word is alone on a line, and the last line is
   * not too short.
   */
  readonly isGood: boolean;
}

/** The greatest number of consecutive lines that may end with a hyphen. */
const MAX_CONSECUTIVE_HYPHENS = 2;
/**
 * The demerits of a third consecutive line that ends with a hyphen. They exceed those of all other breaks but a lone
 * word, so that it is set only if no other breaks are possible.
 */
const THIRD_HYPHEN_DEMERITS = 1e13;
/** The extra demerits of the second of two consecutive lines that end with a hyphen. */
const SECOND_HYPHEN_DEMERITS = 3_000;

/**
 * The table of the dynamic programming. It has a slot for each position (the number of boxes before it) and each number
 * of consecutive lines before the position that end with a hyphen: 0, 1, or at least 2. The index of a slot is
 * `position * SLOTS_PER_POSITION + hyphens`. A slot contains the best breaks that lead to it. The columns are typed
 * arrays, because a letter fills thousands of slots.
 */
interface BreakTable {
  /** The sum of the demerits of all lines up to the slot; infinite if no breaks lead to it. */
  readonly demerits: Float64Array;
  /** The demerits of the line that ends in the slot, without those of its break. */
  readonly lineDemerits: Float64Array;
  /** The slot in which the previous line ends; -1 if there is none. */
  readonly previousSlots: Int32Array;
}

const SLOTS_PER_POSITION = MAX_CONSECUTIVE_HYPHENS + 1;

/** Breaks boxes into lines. A box is never divided: if it is wider than the measure, it is set alone on a line. */
export function fitLines(boxes: readonly FitBox[], options: FitOptions): FitResult {
  const [widthSums, stretchableSums] = prefixSums(boxes);
  const slotCount = (boxes.length + 1) * SLOTS_PER_POSITION;
  const table: BreakTable = {
    demerits: new Float64Array(slotCount).fill(Infinity),
    lineDemerits: new Float64Array(slotCount),
    previousSlots: new Int32Array(slotCount).fill(-1),
  };
  table.demerits[0] = 0;
  const [firstMeasure, measure] = [options.measure(0), options.measure(1)];
  const widestMeasure = Math.max(firstMeasure, measure);
  // For each position, the slot with the least demerits.
  const bestSlots = new Int32Array(boxes.length + 1);
  // The box after the last forced break. No later line can start before it.
  let firstPossibleStart = 0;

  boxes.forEach((box, index) => {
    const hasForcedEnd = box.breakRequired || index === boxes.length - 1;
    const naturalEnd =
      (widthSums[index + 1] ?? 0) - box.spaceAfter - box.hangAtEnd + (hasForcedEnd ? 0 : (box.hyphenWidth ?? 0));
    const stretchableEnd = (stretchableSums[index + 1] ?? 0) - box.spaceStretchable;
    const squaredPenalty = hasForcedEnd ? 0 : box.penalty * box.penalty;
    const endsWithHyphen = !hasForcedEnd && box.hyphenWidth !== undefined;
    for (let start = index; start >= firstPossibleStart; start -= 1) {
      const naturalWidth = naturalEnd - (widthSums[start] ?? 0) - (boxes[start]?.hangAtStart ?? 0);
      const room = (start === 0 ? firstMeasure : measure) - naturalWidth;
      // Rounding can make the difference of two sums slightly negative.
      const stretchable = Math.max(0, stretchableEnd - (stretchableSums[start] ?? 0));
      const shrink = shrinkOf(naturalWidth, stretchable, options);
      if (room < -TOLERANCE - shrink && start < index) {
        // The search ends only if the boxes are too wide for every line: an earlier start may be that of the first
        // line, which may have a wider measure than the others.
        if (widestMeasure - naturalWidth < -TOLERANCE - shrink) break;
        continue;
      }
      const demerits = hasForcedEnd
        ? lastLineDemerits(naturalWidth, room, stretchable, start > firstPossibleStart, options)
        : lineDemerits(naturalWidth, room, stretchable, options);
      if (endsWithHyphen) recordHyphenatedLine(table, start, index + 1, demerits, squaredPenalty);
      else recordLine(table, bestSlots[start] ?? 0, (index + 1) * SLOTS_PER_POSITION, demerits, squaredPenalty);
    }
    bestSlots[index + 1] = bestSlot(table, index + 1);
    if (box.breakRequired) firstPossibleStart = index + 1;
  });
  return traceLines(table, bestSlots[boxes.length] ?? 0);
}

/** Returns by how much a line can be shrunk, in points: its white space and, if it is justified, its letters. */
function shrinkOf(width: number, stretchable: number, { raggedZone, maxExpansion }: DemeritOptions): number {
  if (raggedZone !== 'justified') return 0;
  return stretchable * SHRINK + (width - stretchable) * maxExpansion;
}

/** Returns the slot with the least demerits after `boxCount` boxes, for any number of hyphens. */
function bestSlot({ demerits }: BreakTable, boxCount: number): number {
  let best = boxCount * SLOTS_PER_POSITION;
  for (let slot = best + 1; slot < (boxCount + 1) * SLOTS_PER_POSITION; slot += 1) {
    if ((demerits[slot] ?? 0) < (demerits[best] ?? 0)) best = slot;
  }
  return best;
}

/**
 * Records a line between two slots if it leads to the second one with fewer demerits than the breaks found so far.
 * `demerits` are those of the line, and `breakDemerits` those of the break at its end.
 */
function recordLine(
  table: BreakTable,
  fromSlot: number,
  toSlot: number,
  demerits: number,
  breakDemerits: number,
): void {
  const totalDemerits = (table.demerits[fromSlot] ?? Infinity) + demerits + breakDemerits;
  if (totalDemerits >= (table.demerits[toSlot] ?? Infinity)) return;
  table.demerits[toSlot] = totalDemerits;
  table.lineDemerits[toSlot] = demerits;
  table.previousSlots[toSlot] = fromSlot;
}

/**
 * Records a line that ends with a hyphen. The demerits of its break depend on the number of consecutive lines before it
 * that end with a hyphen. `start` and `end` are positions.
 */
function recordHyphenatedLine(
  table: BreakTable,
  start: number,
  end: number,
  demerits: number,
  breakDemerits: number,
): void {
  for (let hyphensBefore = 0; hyphensBefore < SLOTS_PER_POSITION; hyphensBefore += 1) {
    const consecutiveHyphens = hyphensBefore + 1;
    recordLine(
      table,
      start * SLOTS_PER_POSITION + hyphensBefore,
      end * SLOTS_PER_POSITION + Math.min(consecutiveHyphens, MAX_CONSECUTIVE_HYPHENS),
      demerits,
      breakDemerits + hyphenDemerits(consecutiveHyphens),
    );
  }
}

function hyphenDemerits(consecutiveHyphens: number): number {
  if (consecutiveHyphens > MAX_CONSECUTIVE_HYPHENS) return THIRD_HYPHEN_DEMERITS;
  return consecutiveHyphens === MAX_CONSECUTIVE_HYPHENS ? SECOND_HYPHEN_DEMERITS : 0;
}

/**
 * Returns prefix sums over the boxes: of their widths with the white space after each, and of the stretchable part of
 * both.
 */
function prefixSums(boxes: readonly FitBox[]): readonly [widthSums: Float64Array, stretchableSums: Float64Array] {
  const widthSums = new Float64Array(boxes.length + 1);
  const stretchableSums = new Float64Array(boxes.length + 1);
  boxes.forEach(({ width, spaceAfter, innerStretchable, spaceStretchable }, index) => {
    widthSums[index + 1] = (widthSums[index] ?? 0) + width + spaceAfter;
    stretchableSums[index + 1] = (stretchableSums[index] ?? 0) + innerStretchable + spaceStretchable;
  });
  return [widthSums, stretchableSums];
}

/** Returns the lines that lead to a slot, traced back from it. */
function traceLines({ lineDemerits: demeritsOfLines, previousSlots }: BreakTable, lastSlot: number): FitResult {
  const lineEnds: number[] = [];
  let isGood = true;
  let slot = lastSlot;
  while (slot >= SLOTS_PER_POSITION) {
    lineEnds.unshift(Math.floor(slot / SLOTS_PER_POSITION));
    if ((demeritsOfLines[slot] ?? 0) > GOOD_LINE_DEMERITS) isGood = false;
    slot = previousSlots[slot] ?? 0;
  }
  return { lineEnds, isGood };
}
