/**
 * Total-fit line breaking, after Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into Lines" (1981): chooses
 * the breaks of a paragraph with the least sum of demerits. The demerits of a line grow with its adjustment ratio and
 * with the penalty of its break. Dynamic programming: the best breaks up to each box follow from those up to the boxes
 * before it. Works on widths and penalties only; `break-lines.ts` maps segments to boxes and the result back to
 * segments.
 */

/** Text between two line break opportunities (a box), with the white space after it (glue). Widths in points. */
export interface FitBox {
  readonly width: number;
  /** The width of the white space after the box, discarded at the end of a line. */
  readonly spaceAfter: number;
  /** The part of `width` that is stretchable white space, as no-break spaces are. */
  readonly innerStretchable: number;
  /** The part of `space` that is stretchable white space. */
  readonly spaceStretchable: number;
  /**
   * The width of the hyphen that is added if a line ends after this box: 0 if the text has a hyphen there already.
   * Undefined: the line does not end with a hyphen.
   */
  readonly hyphenWidth: number | undefined;
  /** The penalty of a break after this box; the demerits grow by its square. */
  readonly penalty: number;
  /** Whether a break is forced after this box. */
  readonly forcedBreak: boolean;
}

/** What decides the adjustment ratios of lines: measure and alignment. */
export interface FitOptions {
  /** The measure of a line, by its number from 0, in points. The same for all lines but the first. */
  readonly measure: (line: number) => number;
  /** Justified setting; or ragged setting, by the number of points that a line of adjustment ratio 1 is short. */
  readonly raggedZone: number | 'justified';
  /** A last line that is shorter than this, in points, has extra demerits. */
  readonly shortestLastLine: number;
}

/** Stretchability of white space, as a share of its natural width: at adjustment ratio 1 it has grown by this much. */
const STRETCH = 1 / 2;
/** Shrinkability of white space, as a share of its natural width: the most that it shrinks. */
export const SHRINK: number = 1 / 3;

/** The lines of a paragraph. */
export interface FitResult {
  /** For each line, the number of boxes before its end. */
  readonly ends: readonly number[];
  /** The greatest adjustment ratio (absolute value) of a line; lines of at most 1 are good. */
  readonly worstRatio: number;
}

/** The most lines in a row that may end with a hyphen. */
const MOST_HYPHENS = 2;
/** Points by which a line may exceed its measure: floating-point rounding. */
const TOLERANCE = 0.001;
/** More demerits than any line has: chosen only if no other break is possible. */
const FORBIDDEN = 1e12;
/** The upper limit of adjustment ratios: lines that would have a greater one count as equally bad. */
const MAX_RATIO = 5;
/** Extra demerits of the second line in a row that ends with a hyphen. */
const SECOND_HYPHEN = 3_000;
/** Extra demerits of a last line shorter than `shortestLastLine`. */
const SHORT_LAST_LINE = 6_000;

/**
 * The table of the dynamic programming. After each number of boxes there is one slot for each number of lines in a row
 * that end with a hyphen (0, 1, or 2 and more): slot = boxes * SLOTS + hyphens. A slot holds the best breaks that lead
 * to it. Typed arrays, as a letter fills thousands of slots.
 */
interface BreakTable {
  /** The sum of the demerits of all lines up to the slot; infinite if no breaks lead to it. */
  readonly demerits: Float64Array;
  /** The adjustment ratio of the line that ends in the slot. */
  readonly ratio: Float64Array;
  /** The slot in which the line before ends; -1 if there is none. */
  readonly previous: Int32Array;
}

const SLOTS = MOST_HYPHENS + 1;

/** Breaks boxes into lines. A box is never divided: one that is wider than the measure is set alone on a line. */
export function fitLines(boxes: readonly FitBox[], options: FitOptions): FitResult {
  const [widths, gaps] = prefixSums(boxes);
  const size = (boxes.length + 1) * SLOTS;
  const table: BreakTable = {
    demerits: new Float64Array(size).fill(Infinity),
    ratio: new Float64Array(size),
    previous: new Int32Array(size).fill(-1),
  };
  table.demerits[0] = 0;
  const [firstMeasure, measure] = [options.measure(0), options.measure(1)];
  const widest = Math.max(firstMeasure, measure);
  // The slot with the least demerits after each number of boxes.
  const best = new Int32Array(boxes.length + 1);
  // The box after the last forced break: no line starts before it.
  let firstStart = 0;

  boxes.forEach((box, index) => {
    const isLast = box.forcedBreak || index === boxes.length - 1;
    const end = (widths[index + 1] ?? 0) - box.spaceAfter + (isLast ? 0 : (box.hyphenWidth ?? 0));
    const endOfGaps = (gaps[index + 1] ?? 0) - box.spaceStretchable;
    const squaredPenalty = isLast ? 0 : box.penalty * box.penalty;
    const endsWithHyphen = !isLast && box.hyphenWidth !== undefined;
    for (let start = index; start >= firstStart; start -= 1) {
      const natural = end - (widths[start] ?? 0);
      const room = (start === 0 ? firstMeasure : measure) - natural;
      // Rounding can make the difference of two sums slightly negative.
      const stretchable = Math.max(0, endOfGaps - (gaps[start] ?? 0));
      const shrink = options.raggedZone === 'justified' ? stretchable * SHRINK : 0;
      if (room < -TOLERANCE - shrink && start < index) {
        // The first line may have the longest measure: boxes too wide for another line may still fit on it.
        if (widest - natural < -TOLERANCE - shrink) break;
        continue;
      }
      const ratio = isLast && room >= 0 ? 0 : adjustmentRatio(room, stretchable, options);
      // As in TeX: the badness, 100 r³, plus a line penalty of 1. The demerits are its square plus the squared penalty.
      const badness = 1 + 100 * ratio * ratio * ratio;
      let demerits = badness * badness + squaredPenalty;
      if (index === boxes.length - 1 && start > 0 && natural < options.shortestLastLine) demerits += SHORT_LAST_LINE;
      if (endsWithHyphen) recordHyphenatedLine(table, start, index + 1, demerits, ratio);
      else recordLine(table, best[start] ?? 0, (index + 1) * SLOTS, demerits, ratio);
    }
    best[index + 1] = bestSlot(table, index + 1);
    if (box.forcedBreak) firstStart = index + 1;
  });
  return linesUpTo(table, best[boxes.length] ?? 0);
}

/** The slot with the least demerits after so many boxes, over all numbers of hyphens in a row. */
function bestSlot({ demerits }: BreakTable, boxes: number): number {
  let best = boxes * SLOTS;
  for (let slot = best + 1; slot < (boxes + 1) * SLOTS; slot += 1) {
    if ((demerits[slot] ?? 0) < (demerits[best] ?? 0)) best = slot;
  }
  return best;
}

/** Records a line between two slots if it leads to the second one with fewer demerits than the breaks found so far. */
function recordLine(table: BreakTable, from: number, to: number, demerits: number, ratio: number): void {
  const total = (table.demerits[from] ?? Infinity) + demerits;
  if (total >= (table.demerits[to] ?? Infinity)) return;
  table.demerits[to] = total;
  table.ratio[to] = ratio;
  table.previous[to] = from;
}

/** The same for a line that ends with a hyphen: its demerits depend on how many lines before it do. */
function recordHyphenatedLine(table: BreakTable, start: number, end: number, demerits: number, ratio: number): void {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const hyphens = slot + 1;
    recordLine(
      table,
      start * SLOTS + slot,
      end * SLOTS + Math.min(hyphens, MOST_HYPHENS),
      demerits + demeritsOfHyphens(hyphens),
      ratio,
    );
  }
}

function demeritsOfHyphens(hyphens: number): number {
  if (hyphens > MOST_HYPHENS) return FORBIDDEN;
  return hyphens === MOST_HYPHENS ? SECOND_HYPHEN : 0;
}

/**
 * The adjustment ratio of a line, as an absolute value: 0 is ideal, 1 the limit of a good line. `room` is the measure
 * less the natural width, `stretchable` the width of the stretchable white space.
 */
function adjustmentRatio(room: number, stretchable: number, { raggedZone: zone }: FitOptions): number {
  if (zone !== 'justified') return room < 0 ? MAX_RATIO : Math.min(room / zone, MAX_RATIO);
  const limit = stretchable * (room < 0 ? SHRINK : STRETCH);
  if (limit === 0) return Math.abs(room) < TOLERANCE ? 0 : MAX_RATIO;
  return Math.min(Math.abs(room) / limit, MAX_RATIO);
}

/**
 * Prefix sums over the boxes: of their widths with the space after each, and of the stretchable white space in both.
 */
function prefixSums(boxes: readonly FitBox[]): readonly [widths: Float64Array, gaps: Float64Array] {
  const widths = new Float64Array(boxes.length + 1);
  const gaps = new Float64Array(boxes.length + 1);
  boxes.forEach(({ width, spaceAfter: space, innerStretchable: innerGaps, spaceStretchable: gap }, index) => {
    widths[index + 1] = (widths[index] ?? 0) + width + space;
    gaps[index + 1] = (gaps[index] ?? 0) + innerGaps + gap;
  });
  return [widths, gaps];
}

/** The lines that lead to a slot, traced back from it. */
function linesUpTo({ ratio, previous }: BreakTable, last: number): FitResult {
  const ends: number[] = [];
  let worst = 0;
  let slot = last;
  while (slot >= SLOTS) {
    ends.unshift(Math.floor(slot / SLOTS));
    worst = Math.max(worst, ratio[slot] ?? 0);
    slot = previous[slot] ?? 0;
  }
  return { ends, worstRatio: worst };
}
