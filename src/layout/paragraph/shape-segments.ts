import { appendAll } from '../../model/append-all.ts';
import type { Glyph } from '../../model/page.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { ShapingItem } from './itemise.ts';
import type { LineBreak } from './line-breaks.ts';
import { endOfGroup, totalWidth, withGlyphs, type ShapedRun, type Segment, type BreakKind } from './segments.ts';

/** The parts of the layout context that shaping uses. */
export type ShapingContext = Pick<LayoutContext, 'shaper' | 'language' | 'stylesheet'>;

const SOFT_HYPHEN = '\u00AD';

/**
 * Divides a text into segments at its line breaks, and shapes them. A segment may consist of several items, because no
 * line may end at a mere change of face or colour.
 */
export function shapeSegments(
  text: string,
  items: readonly ShapingItem[],
  breaks: readonly LineBreak[],
  context: ShapingContext,
): readonly Segment[] {
  let [start, firstItem] = [0, 0];
  return breaks.map(({ position, required }) => {
    while ((items[firstItem]?.end ?? Infinity) <= start) firstItem += 1;
    let spaceStart = position;
    while (spaceStart > start && (text[spaceStart - 1] === ' ' || text[spaceStart - 1] === '\n')) spaceStart -= 1;
    const runs = shapeItems(clipItems(items, start, spaceStart, firstItem), text, context);
    const spaces = shapeItems(clipItems(items, spaceStart, position, firstItem), text, context);
    const segmentText = text.slice(start, spaceStart);
    start = position;
    const breakKind = spaceStart < position ? 'space' : breakKindAtEnd(segmentText);
    return { text: segmentText, runs, spaces, width: totalWidth(runs), breakKind, breakRequired: required };
  });
}

function breakKindAtEnd(text: string): BreakKind {
  if (text.endsWith(SOFT_HYPHEN)) return 'soft-hyphen';
  return /[-\u2010]$/.test(text) ? 'hyphen' : 'space';
}

/**
 * Returns the items between two positions of the text, clipped to that range. The search begins at the item with the
 * index `firstIndex`.
 */
function clipItems(
  items: readonly ShapingItem[],
  start: number,
  end: number,
  firstIndex: number,
): readonly ShapingItem[] {
  if (start === end) return [];
  const clippedItems: ShapingItem[] = [];
  for (let index = firstIndex; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined || item.start >= end) break;
    if (item.end > start)
      clippedItems.push({ ...item, start: Math.max(item.start, start), end: Math.min(item.end, end) });
  }
  return clippedItems;
}

/**
 * Shapes items. Adjacent items that differ only in colour or leaf are shaped together, so that kerning applies across
 * them.
 */
function shapeItems(items: readonly ShapingItem[], text: string, context: ShapingContext): readonly ShapedRun[] {
  const shapedRuns: ShapedRun[] = [];
  for (let start = 0; start < items.length;) {
    const firstItem = items[start];
    const end = endOfGroup(items, start, canBeShapedTogether);
    if (firstItem !== undefined && end === start + 1) shapedRuns.push(shapeItem(firstItem, text, context));
    else appendAll(shapedRuns, shapeTogether(items.slice(start, end), text, context));
    start = end;
  }
  return shapedRuns;
}

/** Whether two items can be shaped as one. */
function canBeShapedTogether(a: ShapingItem, b: ShapingItem): boolean {
  return (
    a.isSpace === b.isSpace &&
    a.face === b.face &&
    a.script === b.script &&
    a.level === b.level &&
    a.run.size === b.run.size &&
    a.run.rise === b.run.rise &&
    a.run.figures === b.run.figures
  );
}

/**
 * Shapes items as one text and divides the glyphs among them. If a cluster, such as a ligature, spans two items, each
 * item is shaped by itself instead.
 */
function shapeTogether(items: readonly ShapingItem[], text: string, context: ShapingContext): readonly ShapedRun[] {
  const [firstItem] = items;
  if (firstItem === undefined) return [];
  const shapedWhole = shapeItem({ ...firstItem, end: items.at(-1)?.end ?? firstItem.end }, text, context);
  let nextGlyph = 0;
  const shapedRuns = items.map((item) => {
    const glyphs: Glyph[] = [];
    let coveredLength = 0;
    for (let glyph = shapedWhole.glyphs[nextGlyph]; glyph !== undefined; glyph = shapedWhole.glyphs[nextGlyph]) {
      if (coveredLength >= item.end - item.start && glyph.text !== '') break;
      glyphs.push(glyph);
      coveredLength += glyph.text.length;
      nextGlyph += 1;
    }
    return {
      ...withGlyphs({ ...shapedWhole, run: item.run }, glyphs),
      isWhole: coveredLength === item.end - item.start,
    };
  });
  if (shapedRuns.every(({ isWhole: isComplete }) => isComplete)) return shapedRuns;
  return items.map((item) => shapeItem(item, text, context));
}

function shapeItem(
  { run, face, level, isSpace, start, end }: ShapingItem,
  text: string,
  { shaper, language, stylesheet }: ShapingContext,
): ShapedRun {
  const itemText = text.slice(start, end);
  const { glyphs, advance } = shaper.shape(face, isSpace ? itemText.replaceAll('\n', ' ') : itemText, {
    language,
    figures: run.figures,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  });
  const size = face.startsWith('naskh') ? run.size * stylesheet.naskhScale : run.size;
  const extractableGlyphs = run.figures === 'raised' ? glyphs.map(extractAsSuperscript) : glyphs;
  return { run, face, size, isSpace, level, glyphs: extractableGlyphs, width: (advance * size) / 1000 };
}

const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Makes PDF readers extract a digit of a note mark as a superscript: otherwise 14203 with mark 1 would be copied as
 * 142031.
 */
function extractAsSuperscript(glyph: Glyph): Glyph {
  if (!/^\d$/.test(glyph.text)) return glyph;
  return { ...glyph, extractedText: SUPERSCRIPT_DIGITS.charAt(Number(glyph.text)) };
}
