import type { Glyph } from '../../model/page.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { ShapingItem } from './itemise.ts';
import type { LineBreak } from './line-breaks.ts';
import { endOfGroup, widthOf, withGlyphs, type ShapedRun, type Segment, type BreakKind } from './segments.ts';

/** The parts of the layout context that shaping uses. */
export type ShapingContext = Pick<LayoutContext, 'shaper' | 'language' | 'stylesheet'>;

const SOFT_HYPHEN = '\u00AD';

/**
 * Divides a text at its line breaks into segments and shapes them. A segment may hold several items, as changes of face
 * or colour are no break opportunities.
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
    const runs = shapeItems(itemsBetween(items, start, spaceStart, firstItem), text, context);
    const spaces = shapeItems(itemsBetween(items, spaceStart, position, firstItem), text, context);
    const segmentText = text.slice(start, spaceStart);
    start = position;
    const breakKind = spaceStart < position ? 'space' : breakKindAtEnd(segmentText);
    return { text: segmentText, runs, spaces, width: widthOf(runs), breakKind, breakRequired: required };
  });
}

function breakKindAtEnd(text: string): BreakKind {
  if (text.endsWith(SOFT_HYPHEN)) return 'soft-hyphen';
  return /[-\u2010]$/.test(text) ? 'hyphen' : 'space';
}

/** The items between two positions of the text, clipped to that range; those before the index `from` are skipped. */
function itemsBetween(items: readonly ShapingItem[], start: number, end: number, from: number): readonly ShapingItem[] {
  if (start === end) return [];
  const between: ShapingItem[] = [];
  for (let index = from; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined || item.start >= end) break;
    if (item.end > start) between.push({ ...item, start: Math.max(item.start, start), end: Math.min(item.end, end) });
  }
  return between;
}

/**
 * Shapes items. Adjacent items that differ only in colour or leaf are shaped together, so that kerning applies across
 * them.
 */
function shapeItems(items: readonly ShapingItem[], text: string, context: ShapingContext): readonly ShapedRun[] {
  const shapedRuns: ShapedRun[] = [];
  for (let start = 0; start < items.length;) {
    const first = items[start];
    const end = endOfGroup(items, start, lookAlike);
    if (first !== undefined && end === start + 1) shapedRuns.push(shapedItem(first, text, context));
    else shapedRuns.push(...shapedTogether(items.slice(start, end), text, context));
    start = end;
  }
  return shapedRuns;
}

/** Whether two items can be shaped as one. */
function lookAlike(a: ShapingItem, b: ShapingItem): boolean {
  return (
    a.isSpace === b.isSpace &&
    a.face === b.face &&
    a.level === b.level &&
    a.run.size === b.run.size &&
    a.run.rise === b.run.rise &&
    a.run.figures === b.run.figures
  );
}

/**
 * Shapes items as one text and divides the glyphs among them; if a cluster spans two items, as a ligature may, shapes
 * each item by itself.
 */
function shapedTogether(items: readonly ShapingItem[], text: string, context: ShapingContext): readonly ShapedRun[] {
  const [first] = items;
  if (first === undefined) return [];
  const whole = shapedItem({ ...first, end: items.at(-1)?.end ?? first.end }, text, context);
  const rest = [...whole.glyphs];
  const shapedRuns = items.map((item) => {
    const glyphs: Glyph[] = [];
    let length = 0;
    while (rest.length > 0 && (length < item.end - item.start || rest[0]?.text === '')) {
      const glyph = rest.shift();
      if (glyph === undefined) break;
      glyphs.push(glyph);
      length += glyph.text.length;
    }
    return { ...withGlyphs({ ...whole, run: item.run }, glyphs), isWhole: length === item.end - item.start };
  });
  if (shapedRuns.every(({ isWhole }) => isWhole)) return shapedRuns;
  return items.map((item) => shapedItem(item, text, context));
}

function shapedItem(
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
  const withExtracted = run.figures === 'raised' ? glyphs.map(asSuperscript) : glyphs;
  return { run, face, size, isSpace, level, glyphs: withExtracted, width: (advance * size) / 1000 };
}

const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Extracts the digits of a note mark as superscripts: 14203 with mark 1 would be copied as 142031 otherwise. */
function asSuperscript(glyph: Glyph): Glyph {
  if (!/^\d$/.test(glyph.text)) return glyph;
  return { ...glyph, extractedText: SUPERSCRIPT_DIGITS.charAt(Number(glyph.text)) };
}
