import type { Direction } from '../../model/direction.ts';
import type { Glyph } from '../../model/page.ts';
import { balanceLines } from './balance-lines.ts';
import { splitAtClusters, splitAtSpaces, hyphenateSegment } from './divide-segments.ts';
import { hangAtEnd, hangAtStart, NO_HANG, type Hang } from './hanging.ts';
import type { Hyphenate } from './hyphenation.ts';
import { adjustmentOf, type Adjustment } from './line-demerits.ts';
import type { ShapingContext } from './shape-segments.ts';
import { fitLines, type FitBox, type FitOptions } from './total-fit.ts';
import { joinShapedRuns, totalWidth, withGlyphs, type ShapedRun, type Segment, type BreakKind } from './segments.ts';

/** A line of shaped runs, in logical order, before it has a position. */
export interface BrokenLine extends Adjustment {
  /** The words of the line and the white space between them. */
  readonly runs: readonly ShapedRun[];
  /** The white space at the end of the line. It is not counted in the width of the line. */
  readonly trailingSpaces: readonly ShapedRun[];
  readonly endsWithHyphen: boolean;
  /** Whether the line is the last of its paragraph or ends with a forced break. */
  readonly hasForcedEnd: boolean;
  /** Whether the line before it is in the same paragraph and has no forced end. */
  readonly isContinuation: boolean;
  /** By how much the line reaches into the margins. */
  readonly hang: Hang;
}

/** The options of line breaking. */
export interface LineBreakOptions extends FitOptions {
  readonly hyphenate: Hyphenate;
  /** The direction of the paragraph. */
  readonly direction: Direction;
  /** Whether the lines are to be about equally long, as those of a heading. */
  readonly isBalanced: boolean;
}

/**
 * The penalty of each kind of break. The demerits of a line grow by the square of its penalty. For comparison: a line
 * of adjustment ratio 1 has about 10,000 demerits without a penalty.
 */
const PENALTIES: Readonly<Record<'ragged' | 'justified', Readonly<Record<BreakKind, number>>>> = {
  // A soft hyphen costs less in ragged text, where short words are divided only at the soft hyphens of the author.
  ragged: { space: 0, hyphen: 40, 'soft-hyphen': 100, division: 220, 'avoided-division': 400, anywhere: 400 },
  justified: { space: 0, hyphen: 30, 'soft-hyphen': 220, division: 220, 'avoided-division': 400, anywhere: 400 },
};

/** The kinds of break inside a word that the text does not have. */
const DIVISIONS: ReadonlySet<BreakKind> = new Set(['division', 'avoided-division']);
/** The kinds of break at which a line gets a hyphen that the text does not have. */
const NEEDS_HYPHEN: ReadonlySet<BreakKind> = new Set(['soft-hyphen', 'division', 'avoided-division']);

/**
 * Breaks segments into lines by total fit. Words are hyphenated only if a line of the paragraph would otherwise not be
 * good. A segment that is wider than the measure is divided at the spaces at which the language allows no break. If a
 * part of it is still too wide, it is divided between clusters.
 */
export function breakLines(
  segments: readonly Segment[],
  options: LineBreakOptions,
  context: ShapingContext,
): readonly BrokenLine[] {
  if (fitsOnOneLine(segments, options.measure(0))) return buildLines(segments, [segments.length], options, context);
  const narrowestMeasure = Math.min(options.measure(0), options.measure(1));
  const isTooWide = ({ width }: Segment): boolean => width > narrowestMeasure;
  const segmentsBeforeHyphenation = segments.some(isTooWide)
    ? segments
        .flatMap((segment) => (isTooWide(segment) ? splitAtSpaces(segment) : [segment]))
        .flatMap((segment) => (isTooWide(segment) ? splitAtClusters(segment) : [segment]))
    : segments;
  const boxesOf = (candidates: readonly Segment[]): readonly FitBox[] =>
    candidates.map((segment) => createBox(segment, options, context));
  const boxes = boxesOf(segmentsBeforeHyphenation);
  if (options.isBalanced) return buildLines(segmentsBeforeHyphenation, balanceLines(boxes, options), options, context);
  const fitBeforeHyphenation = fitLines(boxes, options);
  if (fitBeforeHyphenation.isGood)
    return buildLines(segmentsBeforeHyphenation, fitBeforeHyphenation.lineEnds, options, context);
  const hyphenatedSegments = segmentsBeforeHyphenation.flatMap((segment, index, { [index - 1]: segmentBefore }) =>
    hyphenateSegment(segment, segmentBefore?.breakKind === 'hyphen', options.hyphenate),
  );
  if (hyphenatedSegments.length === segmentsBeforeHyphenation.length)
    return buildLines(segmentsBeforeHyphenation, fitBeforeHyphenation.lineEnds, options, context);
  return buildLines(hyphenatedSegments, fitLines(boxesOf(hyphenatedSegments), options).lineEnds, options, context);
}

/** Whether all segments fit on the first line, so that no search for breaks is needed. */
function fitsOnOneLine(segments: readonly Segment[], measure: number): boolean {
  let width = 0;
  for (const [index, segment] of segments.entries()) {
    const isLastSegment = index === segments.length - 1;
    width += segment.width + (isLastSegment ? 0 : totalWidth(segment.spaces));
    if (width > measure || (segment.breakRequired && !isLastSegment)) return false;
  }
  return segments.length > 0;
}

/** Creates the box of a segment, with the penalty of the break after it. */
function createBox(
  { runs, spaces, width, breakKind, breakRequired }: Segment,
  { raggedZone, direction }: LineBreakOptions,
  context: ShapingContext,
): FitBox {
  const isJustified = raggedZone === 'justified';
  const lastRun = runs.at(-1);
  const needsHyphen = NEEDS_HYPHEN.has(breakKind) && lastRun !== undefined;
  const hyphen = needsHyphen ? withGlyphs(lastRun, shapeHyphen(lastRun, context)) : undefined;
  return {
    width,
    spaceAfter: totalWidth(spaces),
    innerStretchable: stretchableWidth(runs),
    spaceStretchable: stretchableWidth(spaces),
    hyphenWidth: hyphen?.width ?? (breakKind === 'hyphen' ? 0 : undefined),
    penalty: PENALTIES[isJustified ? 'justified' : 'ragged'][breakKind],
    breakRequired,
    hangAtStart: isJustified ? hangAtStart(runs, direction) : 0,
    hangAtEnd: isJustified ? hangAtEnd(hyphen === undefined ? runs : [hyphen], direction) : 0,
  };
}

/** Returns the natural width of the stretchable white space among shaped runs, in points. */
function stretchableWidth(runs: readonly ShapedRun[]): number {
  let sum = 0;
  for (const { isSpace, width } of runs) if (isSpace) sum += width;
  return sum;
}

/** Builds the lines of a paragraph. `lineEnds` has the number of segments before the end of each line. */
function buildLines(
  segments: readonly Segment[],
  lineEnds: readonly number[],
  options: LineBreakOptions,
  context: ShapingContext,
): readonly BrokenLine[] {
  return lineEnds.map((lineEnd, index) => {
    const lineStart = lineEnds[index - 1] ?? 0;
    const lineSegments = segments.slice(lineStart, lineEnd);
    const ends = {
      hasForcedEnd: lineEnd === segments.length || lineSegments.at(-1)?.breakRequired === true,
      isContinuation: index > 0 && segments[lineStart - 1]?.breakRequired !== true,
    };
    return buildLine(lineSegments, ends, options.measure(index), options, context);
  });
}

const NO_ADJUSTMENT: Adjustment = { stretch: 0, expansion: 0 };

/** Builds a line of its segments. A line with a forced end is not justified. */
function buildLine(
  lineSegments: readonly Segment[],
  { hasForcedEnd, isContinuation }: Pick<BrokenLine, 'hasForcedEnd' | 'isContinuation'>,
  measure: number,
  { raggedZone, direction, maxExpansion }: LineBreakOptions,
  context: ShapingContext,
): BrokenLine {
  const isJustified = raggedZone === 'justified';
  const lastSegment = lineSegments.at(-1);
  if (lastSegment === undefined) throw new Error('unreachable: a line has a segment');
  const lineRuns: ShapedRun[] = [];
  let previousSegment: Segment | undefined;
  for (const segment of lineSegments) {
    // This hyphenation point is not used, so the two parts of the word are joined again.
    if (previousSegment !== undefined && DIVISIONS.has(previousSegment.breakKind)) rejoinWord(lineRuns, segment.runs);
    else for (const run of segment.runs) lineRuns.push(run);
    if (segment !== lastSegment) for (const space of segment.spaces) lineRuns.push(space);
    previousSegment = segment;
  }
  const needsHyphen = !hasForcedEnd && NEEDS_HYPHEN.has(lastSegment.breakKind);
  const printedRuns = needsHyphen ? withHyphen(lineRuns, context) : lineRuns;
  const stretchable = stretchableWidth(printedRuns);
  const hang = isJustified
    ? { atStart: hangAtStart(printedRuns, direction), atEnd: hangAtEnd(printedRuns, direction) }
    : NO_HANG;
  const width = totalWidth(printedRuns);
  const room = measure + hang.atStart + hang.atEnd - width;
  const isAdjusted = room < 0 || (isJustified && !hasForcedEnd);
  const { stretch, expansion } = isAdjusted
    ? adjustmentOf(room, stretchable, width - stretchable, maxExpansion)
    : NO_ADJUSTMENT;
  return {
    runs: stretch === 0 ? joinShapedRuns(printedRuns) : printedRuns,
    trailingSpaces: lastSegment.spaces,
    endsWithHyphen: !hasForcedEnd && (needsHyphen || lastSegment.breakKind === 'hyphen'),
    hasForcedEnd,
    isContinuation,
    stretch,
    expansion,
    hang,
  };
}

/** Appends the runs of the next part of a word to a line that ends with the part before it. */
function rejoinWord(lineRuns: ShapedRun[], [firstRun, ...otherRuns]: readonly ShapedRun[]): void {
  const previousRun = lineRuns.at(-1);
  if (previousRun !== undefined && previousRun.run === firstRun?.run) {
    lineRuns[lineRuns.length - 1] = withGlyphs(previousRun, [...previousRun.glyphs, ...firstRun.glyphs]);
  } else if (firstRun !== undefined) lineRuns.push(firstRun);
  lineRuns.push(...otherRuns);
}

const SOFT_HYPHEN = '\u00AD';

/**
 * Appends a visible hyphen to the last word; it replaces the soft hyphen of the text, if there is one. PDF readers
 * extract the hyphen as U+00AD, so that they can join the word again.
 */
function withHyphen(lineRuns: readonly ShapedRun[], context: ShapingContext): readonly ShapedRun[] {
  const lastRun = lineRuns.at(-1);
  if (lastRun === undefined) throw new Error('unreachable: a hyphen divides a word');
  const glyphs = lastRun.glyphs.at(-1)?.text === SOFT_HYPHEN ? lastRun.glyphs.slice(0, -1) : lastRun.glyphs;
  return [...lineRuns.slice(0, -1), withGlyphs(lastRun, [...glyphs, ...shapeHyphen(lastRun, context)])];
}

/** Shapes a hyphen in the look of a run, to be extracted as U+00AD. */
function shapeHyphen({ run, face, level }: ShapedRun, { shaper, language }: ShapingContext): readonly Glyph[] {
  const shapingOptions = { language, figures: run.figures, direction: level % 2 === 1 ? 'rtl' : 'ltr' } as const;
  return shaper.shape(face, '-', shapingOptions).glyphs.map((glyph) => ({ ...glyph, text: SOFT_HYPHEN }));
}
