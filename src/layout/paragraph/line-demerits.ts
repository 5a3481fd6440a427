/**
 * The demerits of a line: how much worse than an ideal line it is. `total-fit.ts` chooses the breaks of a paragraph with
 * the least sum of demerits. All widths are in points.
 */

/** What the demerits of lines depend on. */
export interface DemeritOptions {
  /**
   * `justified`, or for ragged setting the number of points by which a line of adjustment ratio 1 is shorter than the
   * measure.
   */
  readonly raggedZone: number | 'justified';
  /** The least width of a last line. A shorter one has extra demerits. */
  readonly minLastLineWidth: number;
  /**
   * The least width of a last line that is one word. A shorter one has more extra demerits. Infinite if the last line
   * should always have two words.
   */
  readonly minLastWordWidth: number;
  /**
   * The least width of any other line that is one word. A shorter one is set only if no other breaks are possible.
   */
  readonly minLoneWordWidth: number;
  /**
   * By how much the letters of a justified line are made wider or narrower at adjustment ratio 1 and above, as a share of
   * their width. It is 0 in ragged text.
   */
  readonly maxExpansion: number;
}

/**
 * The stretchability of white space, as a share of its natural width: by how much it is stretched at adjustment ratio
 * 1.
 */
const STRETCH = 1 / 2;
/** The shrinkability of white space, as a share of its natural width: by how much it can be shrunk at most. */
export const SHRINK: number = 1 / 3;

/** How a justified line is made as long as its measure: both are shares of the natural widths, negative if smaller. */
export interface Adjustment {
  /** By how much the white space is wider. */
  readonly stretch: number;
  /** By how much the letters are wider. */
  readonly expansion: number;
}

/**
 * Divides the room of a line between its white space and its letters. Both give in proportion to what they give at
 * adjustment ratio 1; what is missing beyond that is left to the white space. `letters` is the width of all that is not
 * stretchable.
 */
export function adjustmentOf(room: number, stretchable: number, letters: number, maxExpansion: number): Adjustment {
  const limit = stretchable * (room < 0 ? SHRINK : STRETCH) + letters * maxExpansion;
  const expansion = limit === 0 || maxExpansion === 0 ? 0 : maxExpansion * Math.max(-1, Math.min(room / limit, 1));
  const roomOfSpaces = room - letters * expansion;
  return { stretch: stretchable === 0 ? 0 : Math.max(roomOfSpaces / stretchable, -SHRINK), expansion };
}

/** The tolerance for floating-point rounding errors when a line is compared with its measure, in points. */
export const TOLERANCE = 0.001;

/** The adjustment ratio above which a justified line is very loose: its white space has more than twice its width. */
const VERY_LOOSE = 2.5;
/**
 * By how much the adjustment ratio of a justified line grows between 1 and `VERY_LOOSE`, as a share of what it would grow
 * by in proportion to the room. With a share of 1, words would be divided that need not be: a reader notices that a line
 * is looser than others long before its white space has doubled, and until then hardly more.
 */
const GROWTH_IF_LOOSE = 0.3;
/**
 * The upper limit of adjustment ratios. A line that exceeds it is as bad as one that reaches it, so that no paragraph of
 * such lines is worse than one with a lone word.
 */
const MAX_RATIO = 10;
/**
 * The demerits of a word alone on a line inside a paragraph, for a line that is otherwise empty. They exceed those of
 * all other breaks, so that it is set only if no other breaks are possible.
 */
const LONE_WORD_DEMERITS = 1e15;
/** The extra demerits of a last line that is shorter than `minLastLineWidth`. */
const SHORT_LAST_LINE_DEMERITS = 1e6;
/** The extra demerits of a last line that is one word and shorter than `minLastWordWidth`. */
const SHORT_LAST_WORD_DEMERITS = 1e8;

/** The greatest demerits of a good line, without those of its break: of a line of adjustment ratio 1. */
export const GOOD_LINE_DEMERITS: number = badnessDemerits(1);

/**
 * Returns the demerits of a line, without those of the break at its end. `width` is its natural width, `room` the
 * measure minus that width, and `stretchable` the width of its stretchable white space.
 */
export function lineDemerits(width: number, room: number, stretchable: number, options: DemeritOptions): number {
  const demerits = badnessDemerits(adjustmentRatio(width, room, stretchable, options));
  if (stretchable >= TOLERANCE || width >= options.minLoneWordWidth) return demerits;
  return demerits + LONE_WORD_DEMERITS * (room / (width + room));
}

/**
 * Returns the demerits of a line with a forced end, as `lineDemerits` does. It is not stretched, so its room costs
 * nothing. `isContinuation`: whether it is not the first line of the paragraph, or after a forced break.
 */
export function lastLineDemerits(
  width: number,
  room: number,
  stretchable: number,
  isContinuation: boolean,
  options: DemeritOptions,
): number {
  let demerits = badnessDemerits(room >= 0 ? 0 : adjustmentRatio(width, room, stretchable, options));
  if (!isContinuation) return demerits;
  if (width < options.minLastLineWidth) demerits += SHORT_LAST_LINE_DEMERITS;
  if (stretchable < TOLERANCE && width < options.minLastWordWidth) demerits += SHORT_LAST_WORD_DEMERITS;
  return demerits;
}

/** As in TeX, the badness is 100 r³, and the demerits are (badness + 1)². The 1 is the line penalty. */
function badnessDemerits(ratio: number): number {
  const badnessAndLinePenalty = 1 + 100 * ratio * ratio * ratio;
  return badnessAndLinePenalty * badnessAndLinePenalty;
}

/**
 * Returns the absolute value of the adjustment ratio of a line: 0 is ideal, 1 is the limit of a good line. Above 1, it
 * grows more slowly than the room of a justified line.
 */
function adjustmentRatio(
  width: number,
  room: number,
  stretchable: number,
  { raggedZone: zone, maxExpansion }: DemeritOptions,
): number {
  if (zone !== 'justified') return room < 0 ? MAX_RATIO : Math.min(room / zone, MAX_RATIO);
  const spaceLimit = stretchable * (room < 0 ? SHRINK : STRETCH);
  const letterLimit = (width - stretchable) * maxExpansion;
  const missing = Math.abs(room);
  if (missing <= spaceLimit + letterLimit) return missing < TOLERANCE ? 0 : missing / (spaceLimit + letterLimit);
  if (spaceLimit === 0) return MAX_RATIO;
  // Beyond their limit, only the white space is stretched.
  const ratio = (missing - letterLimit) / spaceLimit;
  const looseRatio = 1 + (Math.min(ratio, VERY_LOOSE) - 1) * GROWTH_IF_LOOSE;
  return Math.min(looseRatio + Math.max(0, ratio - VERY_LOOSE), MAX_RATIO);
}
