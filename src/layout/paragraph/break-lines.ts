import type { Glyph } from '../../model/page.ts';
import { dividedAnywhere, dividedAtSpaces, dividedInWords } from './divide-segments.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { ShapingContext } from './shape-segments.ts';
import { fitLines, SHRINK, type FitOptions, type FitResult, type FitBox } from './total-fit.ts';
import { joinedPieces, widthOf, withGlyphs, type ShapedRun, type Segment, type SegmentEnd } from './segments.ts';

/** A line of pieces as they are read. */
export interface BrokenLine {
  readonly words: readonly ShapedRun[];
  /** White space at its end. */
  readonly spaces: readonly ShapedRun[];
  readonly endsWithHyphen: boolean;
  /** By how much of itself each white space between its words grows. */
  readonly stretch: number;
}

/** How lines are broken. */
export interface LineBreakOptions extends FitOptions {
  readonly hyphenate: Hyphenate;
}

/** What it costs to end a line: squared, it is added to what the line itself costs, which is 10,000 at the limit of good. */
const PENALTIES: Readonly<Record<'ragged' | 'justified', Readonly<Record<SegmentEnd, number>>>> = {
  // A ragged line should rather be short than end inside a word.
  ragged: { space: 0, hyphen: 40, 'soft-hyphen': 100, division: 120, anywhere: 400 },
  justified: { space: 0, hyphen: 30, 'soft-hyphen': 50, division: 50, anywhere: 400 },
};

/**
 * Breaks segments into lines that fit best when taken together. Words are divided only in a paragraph that has no good
 * lines without, and between any two characters only if they are longer than a line.
 */
export function breakLines(
  segments: readonly Segment[],
  breaking: LineBreakOptions,
  context: ShapingContext,
): readonly BrokenLine[] {
  if (isOneLine(segments, breaking.measure(0))) return brokenLines(segments, [segments.length], breaking, context);
  const narrowest = Math.min(breaking.measure(0), breaking.measure(1));
  const isTooLong = ({ width }: Segment): boolean => width > narrowest;
  const whole = segments.some(isTooLong)
    ? segments
        .flatMap((segment) => (isTooLong(segment) ? dividedAtSpaces(segment) : [segment]))
        .flatMap((segment) => (isTooLong(segment) ? dividedAnywhere(segment) : [segment]))
    : segments;
  const penalties = PENALTIES[breaking.zone === 'justified' ? 'justified' : 'ragged'];
  const fit = (parts: readonly Segment[]): FitResult =>
    fitLines(
      parts.map((part) => partOf(part, penalties, context)),
      breaking,
    );
  const fitted = fit(whole);
  if (fitted.worst <= 1) return brokenLines(whole, fitted.ends, breaking, context);
  const divided = whole.flatMap((segment) => dividedInWords(segment, breaking.hyphenate));
  if (divided.length === whole.length) return brokenLines(whole, fitted.ends, breaking, context);
  return brokenLines(divided, fit(divided).ends, breaking, context);
}

/** One line is better than two. */
function isOneLine(segments: readonly Segment[], measure: number): boolean {
  let width = 0;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    width += segment.width + (isLast ? 0 : widthOf(segment.spaces));
    if (width > measure || (segment.endsLine && !isLast)) return false;
  }
  return segments.length > 0;
}

function partOf(
  { runs: pieces, spaces, width, end, endsLine }: Segment,
  penalties: Readonly<Record<SegmentEnd, number>>,
  context: ShapingContext,
): FitBox {
  const last = pieces.at(-1);
  const isDivided = (end === 'division' || end === 'soft-hyphen') && last !== undefined;
  return {
    width,
    space: widthOf(spaces),
    innerGaps: gapsIn(pieces),
    gap: gapsIn(spaces),
    hyphen: isDivided ? withGlyphs(last, hyphenAfter(last, context)).width : end === 'hyphen' ? 0 : undefined,
    penalty: penalties[end],
    endsLine,
  };
}

/** How wide the white space is that may be stretched. */
function gapsIn(pieces: readonly ShapedRun[]): number {
  let sum = 0;
  for (const { isSpace, width } of pieces) if (isSpace) sum += width;
  return sum;
}

function brokenLines(
  segments: readonly Segment[],
  ends: readonly number[],
  breaking: LineBreakOptions,
  context: ShapingContext,
): readonly BrokenLine[] {
  return ends.map((end, index) => {
    const line = segments.slice(ends[index - 1] ?? 0, end);
    const isLast = end === segments.length || line.at(-1)?.endsLine === true;
    return brokenLine(line, isLast, breaking.measure(index), breaking.zone === 'justified', context);
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
  let before: Segment | undefined;
  for (const segment of line) {
    // Parts of a word that was not divided after all are one piece again.
    if (before?.end === 'division') rejoin(words, segment.runs);
    else for (const piece of segment.runs) words.push(piece);
    if (segment !== last) for (const space of segment.spaces) words.push(space);
    before = segment;
  }
  const isDivided = !isLast && (last.end === 'division' || last.end === 'soft-hyphen');
  const drawn = isDivided ? withHyphen(words, context) : words;
  const gaps = gapsIn(drawn);
  const room = measure - widthOf(drawn);
  const isStretched = room < 0 || (isJustified && !isLast);
  const stretch = isStretched && gaps > 0 ? Math.max(room / gaps, -SHRINK) : 0;
  return {
    words: stretch === 0 ? joinedPieces(drawn) : drawn,
    spaces: last.spaces,
    endsWithHyphen: !isLast && (isDivided || last.end === 'hyphen'),
    stretch,
  };
}

/** Adds the rest of a word to its beginning. */
function rejoin(words: ShapedRun[], [first, ...others]: readonly ShapedRun[]): void {
  const before = words.at(-1);
  if (before !== undefined && before.run === first?.run) {
    words[words.length - 1] = withGlyphs(before, [...before.glyphs, ...first.glyphs]);
  } else if (first !== undefined) words.push(first);
  words.push(...others);
}

const SOFT_HYPHEN = '\u00AD';

/** The words with a visible hyphen that is read as a soft one, in place of one that was typed, or added. */
function withHyphen(words: readonly ShapedRun[], context: ShapingContext): readonly ShapedRun[] {
  const last = words.at(-1);
  if (last === undefined) throw new Error('unreachable: a hyphen divides a word');
  const own = last.glyphs.at(-1)?.text === SOFT_HYPHEN ? last.glyphs.slice(0, -1) : last.glyphs;
  return [...words.slice(0, -1), withGlyphs(last, [...own, ...hyphenAfter(last, context)])];
}

function hyphenAfter({ run, face, level }: ShapedRun, { shaper, language }: ShapingContext): readonly Glyph[] {
  const manner = { language, figures: run.figures, direction: level % 2 === 1 ? 'rtl' : 'ltr' } as const;
  return shaper.shape(face, '-', manner).glyphs.map((glyph) => ({ ...glyph, text: SOFT_HYPHEN }));
}
