import type { WordShaper } from '../../fonts/fonts.ts';
import type { Language } from '../../model/language.ts';
import type { Direction, Face, Glyph } from '../../model/page.ts';
import { embeddingLevels, type Stretch } from './embedding-levels.ts';
import { endOfGroup } from './end-of-group.ts';
import { itemise, type Item } from './itemise.ts';
import { lineBreaksIn } from './line-breaks.ts';
import type { Run } from './runs.ts';

/** A part of a run, shaped. */
export interface Piece {
  readonly run: Run;
  readonly face: Face;
  readonly size: number;
  /** White space that may be stretched: thin spaces may not. */
  readonly isSpace: boolean;
  /** Its embedding level: an odd one is written from right to left. */
  readonly level: number;
  readonly glyphs: readonly Glyph[];
  /** In points. */
  readonly width: number;
}

/** How a segment ends, and a line that ends with it: at a space, a hyphen that was typed, or inside a word. */
export type SegmentEnd = 'space' | 'hyphen' | 'soft-hyphen' | 'division' | 'anywhere';

/** What stands between two places where a line may end. */
export interface Segment {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** White space after it: drawn, so that words stay apart for those who read the text, but not counted at a line's end. */
  readonly spaces: readonly Piece[];
  /** In points, without the white space. */
  readonly width: number;
  readonly end: SegmentEnd;
  readonly endsLine: boolean;
}

/** What shaping needs besides the text. */
export interface ShapingContext {
  readonly shaper: WordShaper;
  readonly language: Language;
  /** Letters of the face for Arabic are small for their size: it is set so many times as large as the text around it. */
  readonly naskhScale: number;
}

const SOFT_HYPHEN = '\u00AD';
const WORD_JOINER = '\u2060';

/** Divides runs where a line may end, across all changes of look, and shapes the parts. */
export function segmentsOf(runs: readonly Run[], direction: Direction, context: ShapingContext): readonly Segment[] {
  const text = textOf(runs);
  const items = itemise(runs, embeddingLevels(text, direction, marksIn(runs)), context.shaper);
  // The mark of a note belongs to the word before it, whatever that ends with.
  const broken = runs.map((run) => (run.note === undefined ? run.text : WORD_JOINER.repeat(run.text.length))).join('');
  const piecesBetween = shapedParts(items, text, context);
  let start = 0;
  return lineBreaksIn(broken, context.language).map(({ position, required }) => {
    let white = position;
    while (white > start && (broken[white - 1] === ' ' || broken[white - 1] === '\n')) white -= 1;
    const pieces = piecesBetween(start, white);
    const spaces = piecesBetween(white, position);
    const segmentText = text.slice(start, white);
    start = position;
    const end = white < position ? 'space' : endOf(segmentText);
    return { text: segmentText, pieces, spaces, width: widthOf(pieces), end, endsLine: required };
  });
}

/** The text of runs. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The marks of notes: written from right to left too they follow what they belong to, and are no figures of its number. */
function marksIn(runs: readonly Run[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { text, note } of runs) {
    const end = start + text.length;
    const last = stretches.at(-1);
    if (note !== undefined && last?.end === start) stretches[stretches.length - 1] = { ...last, end };
    else if (note !== undefined) stretches.push({ start, end });
    start = end;
  }
  return stretches;
}

function endOf(text: string): SegmentEnd {
  if (text.endsWith(SOFT_HYPHEN)) return 'soft-hyphen';
  return /[-\u2010]$/.test(text) ? 'hyphen' : 'space';
}

/** How wide pieces are beside each other. */
export function widthOf(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const { width } of pieces) sum += width;
  return sum;
}

/** Shapes parts of the text; they must be asked for in order. Most lie in one item. */
function shapedParts(
  items: readonly Item[],
  text: string,
  context: ShapingContext,
): (start: number, end: number) => readonly Piece[] {
  let first = 0;
  let space: readonly [Piece] | undefined;
  return (start, end) => {
    if (start === end) return NOTHING;
    while ((items[first]?.end ?? Infinity) <= start) first += 1;
    const whole = items[first];
    if (whole !== undefined && whole.start <= start && end <= whole.end) {
      if (!whole.isSpace || end - start > 1 || text[start] !== ' ') {
        return [shapedItem(whole, start, end, text, context)];
      }
      const known = space?.[0];
      if (known === undefined || known.run !== whole.run || known.level !== whole.level || known.face !== whole.face) {
        space = [shapedItem(whole, start, end, text, context)];
      }
      return space ?? NOTHING;
    }
    const parts: Item[] = [];
    for (let index = first; index < items.length; index += 1) {
      const item = items[index];
      if (item === undefined || item.start >= end) break;
      parts.push({ ...item, start: Math.max(item.start, start), end: Math.min(item.end, end) });
    }
    return piecesOf(parts, text, context);
  };
}

const NOTHING: readonly Piece[] = [];

/** Items, shaped. */
function piecesOf(items: readonly Item[], text: string, context: ShapingContext): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < items.length;) {
    const first = items[start];
    if (first === undefined) break;
    // Words are shaped together though they differ in colour or meaning: kerning knows neither.
    const end = endOfGroup(items, start, lookAlike);
    if (end === start + 1) pieces.push(shapedItem(first, first.start, first.end, text, context));
    else pieces.push(...shaped(items.slice(start, end), text, context));
    start = end;
  }
  return pieces;
}

function lookAlike(a: Item, b: Item): boolean {
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
function shaped(items: readonly Item[], text: string, context: ShapingContext): readonly Piece[] {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = shapedItem(first, first.start, last.end, text, context);
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
  return items.map((item) => shapedItem(item, item.start, item.end, text, context));
}

function shapedItem(
  { run, face, level, isSpace }: Item,
  start: number,
  end: number,
  text: string,
  { shaper, language, naskhScale }: ShapingContext,
): Piece {
  const typed = text.slice(start, end);
  const { glyphs, advance } = shaper.shape(face, isSpace ? typed.replaceAll('\n', ' ') : typed, {
    language,
    figures: run.figures,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  });
  const size = face.startsWith('naskh') ? run.size * naskhScale : run.size;
  return { run, face, size, isSpace, level, glyphs, width: (advance * size) / 1000 };
}

/** A piece with other glyphs. */
export function withGlyphs(piece: Piece, glyphs: readonly Glyph[]): Piece {
  return { ...piece, glyphs, width: (glyphs.reduce((sum, { advance }) => sum + advance, 0) * piece.size) / 1000 };
}
