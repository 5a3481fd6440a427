import type { Direction } from '../../model/direction.ts';
import { paragraphDirection } from '../../model/paragraph-direction.ts';
import { indentOf, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { SetLine } from '../galley.ts';
import { DISPLAY_STYLES, type StyleName } from '../stylesheet.ts';
import { breakLines, type LineBreakOptions } from './break-lines.ts';
import { embeddingLevels } from './embedding-levels.ts';
import { longWordsOnly, noHyphenation } from './hyphenation.ts';
import { itemise } from './itemise.ts';
import { findLineBreaks } from './line-breaks.ts';
import { longestLineWidth, placeLine } from './place-line.ts';
import { runsText, textWithJoinedMarks, type TextRun } from './text-runs.ts';
import { isolatesIn } from './run-isolates.ts';
import { totalWidth, type Segment } from './segments.ts';
import { shapeSegments } from './shape-segments.ts';

/**
 * Sets the text runs of a paragraph as lines. The passes in order: spaces at punctuation, raised endings, embedding
 * levels, items, line break opportunities, shaping, line breaking, positions.
 */
export function layoutParagraph(
  typedRuns: readonly TextRun[],
  format: ParagraphFormat,
  context: LayoutContext,
): readonly Omit<SetLine, 'origin'>[] {
  const { segments, direction } = shapeText(typedRuns, context);
  const lines = breakLines(segments, lineBreakOptions(format, direction, context), context);
  const isBlock = direction !== context.conventions.writingDirection && !NAME_STYLES.has(format.style);
  const blockWidth = isBlock ? longestLineWidth(lines, format) : undefined;
  return lines.map((line, index) => placeLine(line, index, { direction, blockWidth }, format, context));
}

/**
 * The styles of names in a column, each line of which starts at the side where those above and below it start, also if
 * the name is of the other direction.
 */
const NAME_STYLES: ReadonlySet<StyleName> = new Set(['letterhead', 'signature']);

/** The widths that text needs, in points: on one line, and if it is divided wherever a line may end. */
export interface TextWidths {
  readonly oneLine: number;
  readonly longestWord: number;
}

/** Measures text without line breaks of its own. */
export function measureText(typedRuns: readonly TextRun[], context: LayoutContext): TextWidths {
  const { segments } = shapeText(typedRuns, context);
  let [oneLine, longestWord, spaceBefore] = [0, 0, 0];
  for (const { width, spaces } of segments) {
    oneLine += spaceBefore + width;
    longestWord = Math.max(longestWord, width);
    spaceBefore = totalWidth(spaces);
  }
  return { oneLine, longestWord };
}

/** Shapes the text runs of a paragraph: the passes that do not depend on its width. */
function shapeText(
  typedRuns: readonly TextRun[],
  context: LayoutContext,
): { readonly segments: readonly Segment[]; readonly direction: Direction } {
  const runs = context.raiseEndings(context.setPunctuationSpaces(typedRuns));
  const text = runsText(runs);
  const isolates = isolatesIn(runs);
  const direction = paragraphDirection(text, context.conventions.writingDirection, isolates);
  const levels = embeddingLevels(text, direction, isolates);
  const items = itemise(runs, levels, context.shaper);
  const breaks = findLineBreaks(textWithJoinedMarks(runs), context.findUnbreakableSpaces);
  return { segments: shapeSegments(text, items, breaks, context), direction };
}

/** The styles of running text that is justified if the campaign says so. */
const JUSTIFIED_STYLES: ReadonlySet<StyleName> = new Set(['body', 'quotation']);

/**
 * Returns the options of line breaking. Only running text is hyphenated and justified; headings, addresses and labels
 * are not. Notes are never justified, because the white space between the numbers and names of a source varies too much.
 */
function lineBreakOptions(
  { style, align, width, ...otherFormat }: ParagraphFormat,
  direction: Direction,
  { stylesheet, hyphenate }: LayoutContext,
): LineBreakOptions {
  const isJustified = stylesheet.justified && JUSTIFIED_STYLES.has(style) && align === 'start';
  const isHyphenated = (JUSTIFIED_STYLES.has(style) || style === 'note') && align === 'start';
  const isBalanced = DISPLAY_STYLES.has(style);
  const minLastLineWidth = stylesheet.minLastLineShare * width;
  return {
    measure: (line) => width - indentOf(line, otherFormat),
    raggedZone: isJustified ? 'justified' : stylesheet.raggedZone,
    minLastLineWidth,
    minLastWordWidth: isBalanced || style === 'close' ? Infinity : minLastLineWidth,
    minLoneWordWidth: stylesheet.minLoneWordShare * width,
    maxExpansion: isJustified ? stylesheet.maxExpansion : 0,
    hyphenate: isHyphenated ? (isJustified ? hyphenate : longWordsOnly(hyphenate)) : noHyphenation,
    direction,
    isBalanced,
  };
}
