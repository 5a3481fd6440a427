import type { Glyph } from '../../model/page.ts';
import { splitAtClusters, splitAtSpaces, hyphenateSegment } from './divide-segments.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { ShapingContext } from './shape-segments.ts';
import { fitLines, SHRINK, type FitOptions, type FitResult, type FitBox } from './total-fit.ts';
import { joinShapedRuns, widthOf, withGlyphs, type ShapedRun, type Segment, type BreakKind } from './segments.ts';

/** A line of shaped runs, in logical order. */
export interface BrokenLine {
  /** Words and the white space between them. */
  readonly runs: readonly ShapedRun[];
  /** Trailing white space, not counted in the width of the line. */
  readonly trailingSpaces: readonly ShapedRun[];
  readonly endsWithHyphen: boolean;
  /** How far the white space between its words is stretched, as a share of its natural width; negative: shrunk. */
  readonly stretch: number;
}

/** The options of line breaking. */
export interface LineBreakOptions extends FitOptions {
  readonly hyphenate: Hyphenate;
}

/**
 * The penalty of each kind of break. Its square adds to the demerits of the line: some 10,000 at adjustment ratio 1.
 */
const PENALTIES: Readonly<Record<'ragged' | 'justified', Readonly<Record<BreakKind, number>>>> = {
  // Higher than for justified lines: a short ragged line is better than a hyphenated one.
  ragged: { space: 0, hyphen: 40, 'soft-hyphen': 100, division: 120, anywhere: 400 },
  justified: { space: 0, hyphen: 30, 'soft-hyphen': 50, division: 50, anywhere: 400 },
};

/**
 * Breaks segments into lines by total fit. Words are hyphenated only if the paragraph has a line of adjustment ratio
 * above 1 without hyphenation. A segment wider than the measure is divided at the spaces that the language keeps, and
 * if a part of it is still too wide, between clusters.
 */
export function breakLines(
  segments: readonly Segment[],
  options: LineBreakOptions,
  context: ShapingContext,
): readonly BrokenLine[] {
  if (isOneLine(segments, options.measure(0))) return brokenLines(segments, [segments.length], options, context);
  const narrowest = Math.min(options.measure(0), options.measure(1));
  const isTooWide = ({ width }: Segment): boolean => width > narrowest;
  const whole = segments.some(isTooWide)
    ? segments
        .flatMap((segment) => (isTooWide(segment) ? splitAtSpaces(segment) : [segment]))
        .flatMap((segment) => (isTooWide(segment) ? splitAtClusters(segment) : [segment]))
    : segments;
  const penalties = PENALTIES[options.raggedZone === 'justified' ? 'justified' : 'ragged'];
  const fitParts = (parts: readonly Segment[]): FitResult =>
    fitLines(
      parts.map((part) => boxOf(part, penalties, context)),
      options,
    );
  const fitted = fitParts(whole);
  if (fitted.worstRatio <= 1) return brokenLines(whole, fitted.ends, options, context);
  const divided = whole.flatMap((segment) => hyphenateSegment(segment, options.hyphenate));
  if (divided.length === whole.length) return brokenLines(whole, fitted.ends, options, context);
  return brokenLines(divided, fitParts(divided).ends, options, context);
}

/** Whether all segments fit on the first line, so that no breaks need to be searched for. */
function isOneLine(segments: readonly Segment[], measure: number): boolean {
  let width = 0;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    width += segment.width + (isLast ? 0 : widthOf(segment.spaces));
    if (width > measure || (segment.breakRequired && !isLast)) return false;
  }
  return segments.length > 0;
}

/** The box of a segment, with the penalty of the break after it. */
function boxOf(
  { runs: shapedRuns, spaces, width, breakKind: end, breakRequired: endsLine }: Segment,
  penalties: Readonly<Record<BreakKind, number>>,
  context: ShapingContext,
): FitBox {
  const last = shapedRuns.at(-1);
  const isDivided = (end === 'division' || end === 'soft-hyphen') && last !== undefined;
  return {
    width,
    spaceAfter: widthOf(spaces),
    innerStretchable: gapsIn(shapedRuns),
    spaceStretchable: gapsIn(spaces),
    hyphenWidth: isDivided ? withGlyphs(last, hyphenAfter(last, context)).width : end === 'hyphen' ? 0 : undefined,
    penalty: penalties[end],
    forcedBreak: endsLine,
  };
}

/** The natural width of the stretchable white space among shaped runs, in points. */
function gapsIn(runs: readonly ShapedRun[]): number {
  let sum = 0;
  for (const { isSpace, width } of runs) if (isSpace) sum += width;
  return sum;
}

function brokenLines(
  segments: readonly Segment[],
  ends: readonly number[],
  options: LineBreakOptions,
  context: ShapingContext,
): readonly BrokenLine[] {
  return ends.map((end, index) => {
    const line = segments.slice(ends[index - 1] ?? 0, end);
    const isLast = end === segments.length || line.at(-1)?.breakRequired === true;
    return brokenLine(line, isLast, options.measure(index), options.raggedZone === 'justified', context);
  });
}

function brokenLine(
  line: readonly Segment[],
  isLast: boolean,
  measure: number,
  isJustified: boolean,
  context: ShapingContext,
): BrokenLine {
  const last = line.at(-1);
  if (last === undefined) throw new Error('unreachable: a line has a segment');
  const words: ShapedRun[] = [];
  let previous: Segment | undefined;
  for (const segment of line) {
    // No line ends at this division of the word, so its parts are joined again.
    if (previous?.breakKind === 'division') rejoin(words, segment.runs);
    else for (const run of segment.runs) words.push(run);
    if (segment !== last) for (const space of segment.spaces) words.push(space);
    previous = segment;
  }
  const isDivided = !isLast && (last.breakKind === 'division' || last.breakKind === 'soft-hyphen');
  const drawn = isDivided ? withHyphen(words, context) : words;
  const gaps = gapsIn(drawn);
  const room = measure - widthOf(drawn);
  const isStretched = room < 0 || (isJustified && !isLast);
  const stretch = isStretched && gaps > 0 ? Math.max(room / gaps, -SHRINK) : 0;
  return {
    runs: stretch === 0 ? joinShapedRuns(drawn) : drawn,
    trailingSpaces: last.spaces,
    endsWithHyphen: !isLast && (isDivided || last.breakKind === 'hyphen'),
    stretch,
  };
}

/** Appends the rest of a word to its first part. */
function rejoin(words: ShapedRun[], [first, ...others]: readonly ShapedRun[]): void {
  const previous = words.at(-1);
  if (previous !== undefined && previous.run === first?.run) {
    words[words.length - 1] = withGlyphs(previous, [...previous.glyphs, ...first.glyphs]);
  } else if (first !== undefined) words.push(first);
  words.push(...others);
}

const SOFT_HYPHEN = '\u00AD';

/**
 * Appends a visible hyphen to the last word; it replaces the soft hyphen of the text if there is one. Text extraction
 * finds U+00AD there, so that the word can be joined again.
 */
function withHyphen(words: readonly ShapedRun[], context: ShapingContext): readonly ShapedRun[] {
  const last = words.at(-1);
  if (last === undefined) throw new Error('unreachable: a hyphen divides a word');
  const glyphs = last.glyphs.at(-1)?.text === SOFT_HYPHEN ? last.glyphs.slice(0, -1) : last.glyphs;
  return [...words.slice(0, -1), withGlyphs(last, [...glyphs, ...hyphenAfter(last, context)])];
}

function hyphenAfter({ run, face, level }: ShapedRun, { shaper, language }: ShapingContext): readonly Glyph[] {
  const shapingOptions = { language, figures: run.figures, direction: level % 2 === 1 ? 'rtl' : 'ltr' } as const;
  return shaper.shape(face, '-', shapingOptions).glyphs.map((glyph) => ({ ...glyph, text: SOFT_HYPHEN }));
}
