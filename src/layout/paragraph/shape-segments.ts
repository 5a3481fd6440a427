import type { Glyph } from '../../model/page.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { ShapingItem } from './itemise.ts';
import type { LineBreak } from './line-breaks.ts';
import { endOfGroup, widthOf, withGlyphs, type ShapedRun, type Segment, type SegmentEnd } from './segments.ts';

/** What shaping needs besides the text. */
export type ShapingContext = Pick<LayoutContext, 'shaper' | 'language' | 'stylesheet'>;

const SOFT_HYPHEN = '\u00AD';

/** Divides a text at the places where a line may end, across all changes of look, and shapes what stands between them. */
export function shapeSegments(
  text: string,
  items: readonly ShapingItem[],
  breaks: readonly LineBreak[],
  context: ShapingContext,
): readonly Segment[] {
  let [start, first] = [0, 0];
  return breaks.map(({ position, required }) => {
    while ((items[first]?.end ?? Infinity) <= start) first += 1;
    let white = position;
    while (white > start && (text[white - 1] === ' ' || text[white - 1] === '\n')) white -= 1;
    const runs = shapeItems(itemsBetween(items, start, white, first), text, context);
    const spaces = shapeItems(itemsBetween(items, white, position, first), text, context);
    const segmentText = text.slice(start, white);
    start = position;
    const end = white < position ? 'space' : endOf(segmentText);
    return { text: segmentText, runs, spaces, width: widthOf(runs), end, endsLine: required };
  });
}

function endOf(text: string): SegmentEnd {
  if (text.endsWith(SOFT_HYPHEN)) return 'soft-hyphen';
  return /[-\u2010]$/.test(text) ? 'hyphen' : 'space';
}

/** The items between two places of the text, those at the ends cut to it. */
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

/** Items, shaped. Parts of a word are shaped together though they differ in colour or meaning: kerning knows neither. */
function shapeItems(items: readonly ShapingItem[], text: string, context: ShapingContext): readonly ShapedRun[] {
  const pieces: ShapedRun[] = [];
  for (let start = 0; start < items.length;) {
    const first = items[start];
    const end = endOfGroup(items, start, lookAlike);
    if (first !== undefined && end === start + 1) pieces.push(shapedItem(first, text, context));
    else pieces.push(...shaped(items.slice(start, end), text, context));
    start = end;
  }
  return pieces;
}

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

/** The pieces of items that look alike: shaped as one, and each for itself if a glyph belongs to two of them. */
function shaped(items: readonly ShapingItem[], text: string, context: ShapingContext): readonly ShapedRun[] {
  const [first] = items;
  if (first === undefined) return [];
  const whole = shapedItem({ ...first, end: items.at(-1)?.end ?? first.end }, text, context);
  const rest = [...whole.glyphs];
  const pieces = items.map((item) => {
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
  if (pieces.every(({ isWhole }) => isWhole)) return pieces;
  return items.map((item) => shapedItem(item, text, context));
}

function shapedItem(
  { run, face, level, isSpace, start, end }: ShapingItem,
  text: string,
  { shaper, language, stylesheet }: ShapingContext,
): ShapedRun {
  const typed = text.slice(start, end);
  const { glyphs, advance } = shaper.shape(face, isSpace ? typed.replaceAll('\n', ' ') : typed, {
    language,
    figures: run.figures,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  });
  const size = face.startsWith('naskh') ? run.size * stylesheet.naskhScale : run.size;
  return { run, face, size, isSpace, level, glyphs, width: (advance * size) / 1000 };
}
