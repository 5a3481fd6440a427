/**
 * Total-fit line breaking, after Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into Lines" (1981): of all ways
 * to break a paragraph, the one whose lines are best when taken together. A line costs the more the further it is from its
 * ideal length, and hyphens cost. The cheapest way to each place is found from the cheapest ways to the places before it.
 * It is all numbers here: what they stand for is `break-lines.ts`'s.
 */

/** What stands between two places where a line may end. Widths in points. */
export interface FitBox {
  readonly width: number;
  /** White space after it, which is not counted at a line's end. */
  readonly space: number;
  /** How much of width and space is white space that may be stretched and shrunk. */
  readonly innerGaps: number;
  readonly gap: number;
  /** What a line that ends here has besides: the width of a hyphen. Undefined: such a line ends without one. */
  readonly hyphen: number | undefined;
  /** What it costs to end a line here, besides what the line costs. */
  readonly penalty: number;
  readonly endsLine: boolean;
}

/** What lines should be like. */
export interface FitOptions {
  /** How long a line may be, counted from 0. All lines but the first are as long. */
  readonly measure: (line: number) => number;
  /** Ragged: lines may be so much shorter, at the full cost. Justified: white space is stretched and shrunk. */
  readonly zone: number | 'justified';
  /** A last line that is shorter than this costs. */
  readonly shortestLastLine: number;
}

/** How much of themselves white spaces may grow before a line counts as loose. */
const STRETCH = 1 / 2;
/** By how much of themselves white spaces may shrink at most. */
export const SHRINK: number = 1 / 3;

/** Lines, as the number of parts before the end of each, and how bad the worst is: 1 is the limit of good. */
export interface FitResult {
  readonly ends: readonly number[];
  readonly worst: number;
}

const MOST_HYPHENS = 2;
/** Points by which a line may be too long before it is: what sums of fractions make of nothing. */
const TOLERANCE = 0.001;
/** More than any bad line costs: what must not be, but where nothing else is left. */
const FORBIDDEN = 1e12;
/** A line cannot be worse: how bad it is says nothing any more. */
const WORST = 5;
const SECOND_HYPHEN = 3_000;
const SHORT_LAST_LINE = 6_000;

/**
 * The cheapest ways to end a line after so many parts, with none, one or more hyphens in a row at the end: a row of slots
 * after each number of parts. Numbers in arrays, as a letter asks for some thousands of them.
 */
interface BreakTable {
  readonly cost: Float64Array;
  readonly badness: Float64Array;
  /** The slot of the line before. */
  readonly before: Int32Array;
}

const SLOTS = MOST_HYPHENS + 1;

/** Breaks parts into lines. A part is never divided: one that is too long for a line stands alone on it. */
export function fitLines(parts: readonly FitBox[], fit: FitOptions): FitResult {
  const [widths, gaps] = sums(parts);
  const size = (parts.length + 1) * SLOTS;
  const ways: BreakTable = {
    cost: new Float64Array(size).fill(Infinity),
    badness: new Float64Array(size),
    before: new Int32Array(size).fill(-1),
  };
  ways.cost[0] = 0;
  const [firstMeasure, measure] = [fit.measure(0), fit.measure(1)];
  const widest = Math.max(firstMeasure, measure);
  const cheapest = new Int32Array(parts.length + 1);
  let first = 0;

  parts.forEach((part, index) => {
    const isLast = part.endsLine || index === parts.length - 1;
    const end = (widths[index + 1] ?? 0) - part.space + (isLast ? 0 : (part.hyphen ?? 0));
    const endOfGaps = (gaps[index + 1] ?? 0) - part.gap;
    const penalty = isLast ? 0 : part.penalty * part.penalty;
    const endsWithHyphen = !isLast && part.hyphen !== undefined;
    for (let start = index; start >= first; start -= 1) {
      const natural = end - (widths[start] ?? 0);
      const room = (start === 0 ? firstMeasure : measure) - natural;
      // Sums of fractions may leave a hair less than nothing.
      const give = Math.max(0, endOfGaps - (gaps[start] ?? 0));
      const shrink = fit.zone === 'justified' ? give * SHRINK : 0;
      if (room < -TOLERANCE - shrink && start < index) {
        // The first line may be the longer one: where others are too long it may still have room.
        if (widest - natural < -TOLERANCE - shrink) break;
        continue;
      }
      const badness = isLast && room >= 0 ? 0 : badnessOf(room, give, fit);
      const demerits = 1 + 100 * badness * badness * badness;
      let cost = demerits * demerits + penalty;
      if (index === parts.length - 1 && start > 0 && natural < fit.shortestLastLine) cost += SHORT_LAST_LINE;
      if (endsWithHyphen) goOnWithHyphen(ways, start, index + 1, cost, badness);
      else goOn(ways, cheapest[start] ?? 0, (index + 1) * SLOTS, cost, badness);
    }
    cheapest[index + 1] = cheapestSlot(ways, index + 1);
    if (part.endsLine) first = index + 1;
  });
  return traced(ways, cheapest[parts.length] ?? 0);
}

/** The cheapest of the ways that end with so many parts, whatever hyphens they end with. */
function cheapestSlot({ cost }: BreakTable, parts: number): number {
  let cheapest = parts * SLOTS;
  for (let slot = cheapest + 1; slot < (parts + 1) * SLOTS; slot += 1) {
    if ((cost[slot] ?? 0) < (cost[cheapest] ?? 0)) cheapest = slot;
  }
  return cheapest;
}

/** Goes on from one slot to another with a line of that cost, if no cheaper way leads there. */
function goOn(ways: BreakTable, from: number, to: number, cost: number, badness: number): void {
  const total = (ways.cost[from] ?? Infinity) + cost;
  if (total >= (ways.cost[to] ?? Infinity)) return;
  ways.cost[to] = total;
  ways.badness[to] = badness;
  ways.before[to] = from;
}

/** The same for a line that ends with a hyphen: what that costs depends on how the lines before it end. */
function goOnWithHyphen(ways: BreakTable, start: number, end: number, cost: number, badness: number): void {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const hyphens = slot + 1;
    goOn(
      ways,
      start * SLOTS + slot,
      end * SLOTS + Math.min(hyphens, MOST_HYPHENS),
      cost + costOfHyphens(hyphens),
      badness,
    );
  }
}

function costOfHyphens(hyphens: number): number {
  if (hyphens > MOST_HYPHENS) return FORBIDDEN;
  return hyphens === MOST_HYPHENS ? SECOND_HYPHEN : 0;
}

/** 0 is ideal, 1 the limit of good. */
function badnessOf(room: number, give: number, { zone }: FitOptions): number {
  if (zone !== 'justified') return room < 0 ? WORST : Math.min(room / zone, WORST);
  const possible = give * (room < 0 ? SHRINK : STRETCH);
  if (possible === 0) return Math.abs(room) < TOLERANCE ? 0 : WORST;
  return Math.min(Math.abs(room) / possible, WORST);
}

/** Sums of all that stands before each part: widths with the space after, and what of them can give. */
function sums(parts: readonly FitBox[]): readonly [widths: Float64Array, gaps: Float64Array] {
  const widths = new Float64Array(parts.length + 1);
  const gaps = new Float64Array(parts.length + 1);
  parts.forEach(({ width, space, innerGaps, gap }, index) => {
    widths[index + 1] = (widths[index] ?? 0) + width + space;
    gaps[index + 1] = (gaps[index] ?? 0) + innerGaps + gap;
  });
  return [widths, gaps];
}

function traced({ badness, before }: BreakTable, last: number): FitResult {
  const ends: number[] = [];
  let worst = 0;
  let way = last;
  while (way >= SLOTS) {
    ends.unshift(Math.floor(way / SLOTS));
    worst = Math.max(worst, badness[way] ?? 0);
    way = before[way] ?? 0;
  }
  return { ends, worst };
}
