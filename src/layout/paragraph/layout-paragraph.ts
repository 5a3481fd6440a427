import { indentOf, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { SetLine } from '../galley.ts';
import type { StyleName } from '../stylesheet.ts';
import { breakLines, type LineBreakOptions } from './break-lines.ts';
import { directionOf, embeddingLevels } from './embedding-levels.ts';
import { undivided } from './hyphenation.ts';
import { itemise } from './itemise.ts';
import { lineBreaksIn } from './line-breaks.ts';
import { placeLine } from './place-line.ts';
import { marksIn, runsText, textWithJoinedMarks, type TextRun } from './text-runs.ts';
import { shapeSegments } from './shape-segments.ts';
import { withThinSpaces } from './thin-spaces.ts';

/** Sets the runs of a paragraph as lines. These are all passes, in their order; each takes what those before it made. */
export function layoutParagraph(
  typed: readonly TextRun[],
  lay: ParagraphFormat,
  context: LayoutContext,
): readonly SetLine[] {
  const runs = withThinSpaces(typed, context.conventions.thinSpaces);
  const text = runsText(runs);
  const direction = directionOf(text, context.conventions.writingDirection);
  const levels = embeddingLevels(text, direction, marksIn(runs));
  const items = itemise(runs, levels, context.shaper);
  const breaks = lineBreaksIn(textWithJoinedMarks(runs), context.keptSpaces);
  const segments = shapeSegments(text, items, breaks, context);
  const lines = breakLines(segments, breakingOf(lay, context), context);
  return lines.map((line, index) => placeLine(line, index, direction, lay, context));
}

const PROSE: ReadonlySet<StyleName> = new Set(['body', 'quotation', 'note']);

/** Words are divided, and lines justified, in running text alone: not in headings, addresses, labels. */
function breakingOf(lay: ParagraphFormat, { stylesheet, hyphenate }: LayoutContext): LineBreakOptions {
  const isProse = PROSE.has(lay.style) && lay.align === 'start';
  return {
    measure: (line) => lay.width - indentOf(line, lay),
    zone: isProse && stylesheet.justified ? 'justified' : stylesheet.raggedZone,
    shortestLastLine: Math.min(stylesheet.shortestLastLine, lay.width / 8),
    hyphenate: isProse ? hyphenate : undivided,
  };
}
