import type { CompositeGlyph } from '../../fonts/fonts.ts';
import type { Fragment, Glyph } from '../../model/page.ts';
import type { FaceCodes, GlyphCode } from './pdf-codes.ts';

/** A glyph with text, and the glyphs without text that belong to it, positioned on a line. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  /** The other glyphs of its cluster, which have no text of their own. */
  readonly others: readonly Glyph[];
  /** The advance width of all of these glyphs. */
  readonly advance: number;
  /** The left edge of all of these glyphs. Positions are in thousandths of the font size. */
  readonly left: number;
  /** The left edge of `glyph` itself: right of the others in right-to-left text. */
  readonly origin: number;
  /** Whether it is a combining mark on the letter before it. */
  readonly isMark: boolean;
  /** Where the text of a mark is to be shown so that readers find it in reading order; otherwise the same as `left`. */
  readonly textPosition: number;
}

/**
 * Positions the glyphs of a fragment. `start` is the position from which positions count, in points. Glyphs without text
 * belong to the glyph before them: readers show an empty text (ToUnicode) as the code itself.
 */
export function placeGlyphs({ direction, x, width, size, glyphs }: Fragment, start: number): readonly PlacedGlyph[] {
  const isRightToLeft = direction === 'rtl';
  // In right-to-left text, glyphs are placed from the right edge.
  let position = ((x - start + (isRightToLeft ? width : 0)) * 1000) / size;
  let letterLeft = position;
  const placed: PlacedGlyph[] = [];
  for (let index = 0; index < glyphs.length;) {
    const glyph = glyphs[index];
    if (glyph === undefined) break;
    let next = index + 1;
    while (glyphs[next]?.text === '') next += 1;
    const others = glyphs.slice(index + 1, next);
    const advance = others.reduce((sum, other) => sum + other.advance, glyph.advance);
    if (isRightToLeft) position -= advance;
    const isMark = index > 0 && isCombiningMark(glyph);
    if (!isMark) letterLeft = position;
    // Readers that sort by position have to find the marks of a right-to-left letter before it, in reading order.
    const textPosition = isMark && isRightToLeft ? letterLeft - marksFrom(glyphs, index) : position;
    const origin = isRightToLeft ? position + advance - glyph.advance : position;
    placed.push({ glyph, others, advance, left: position, origin, isMark, textPosition });
    if (!isRightToLeft) position += advance;
    index = next;
  }
  return placed;
}

/** A code to show, the position at which it is shown, and its rise, in thousandths of the font size. */
export interface ShownCode {
  readonly code: GlyphCode;
  readonly position: number;
  readonly dy: number;
}

/**
 * Returns the code that shows a glyph. A mark, a letter with other glyphs, and a right-to-left letter that is moved or
 * has another advance than in the font are composite glyphs, whose outlines contain the offsets: a text rise, a gap or a
 * step back between glyphs is taken for the end of a word or of a line by poppler, PDFium and MuPDF. `font` and `pen` are
 * the current font and text position.
 */
export function codeFor(
  { glyph, others, advance, origin, isMark, textPosition }: PlacedGlyph,
  isRightToLeft: boolean,
  font: string,
  pen: number,
  codes: FaceCodes,
): ShownCode {
  const extracted = { id: glyph.id, text: glyph.extractedText ?? glyph.text };
  const plain = codes.codeOf(extracted);
  const isMoved = glyph.dx !== 0 || glyph.dy !== 0 || Math.abs(advance - plain.advance) >= 0.5;
  const isClose = plain.font === font && pen - textPosition < SHORTEST_STEP_BACK;
  if (!isMark && others.length === 0 && !(isRightToLeft && (isMoved || isClose))) {
    return { code: plain, position: origin + glyph.dx, dy: glyph.dy };
  }
  const position = Math.round(textPosition);
  const composite = compositionOf(glyph, others, origin - position, isMark ? 0 : advance, isRightToLeft);
  return { code: codes.compositeCodeOf(extracted, composite), position, dy: 0 };
}

/** pdf.js reverses two glyphs of one font if the step back between them is shorter, in thousandths of an em. */
const SHORTEST_STEP_BACK = 210;

/** The glyph and the others as one composite glyph; `origin` is the position of the glyph in it. */
function compositionOf(
  glyph: Glyph,
  others: readonly Glyph[],
  origin: number,
  advance: number,
  isRightToLeft: boolean,
): CompositeGlyph {
  let position = origin;
  let previous = glyph;
  const components = [{ glyph: glyph.id, dx: Math.round(origin + glyph.dx), dy: Math.round(glyph.dy) }];
  for (const other of others) {
    position += isRightToLeft ? -other.advance : previous.advance;
    previous = other;
    components.push({ glyph: other.id, dx: Math.round(position + other.dx), dy: Math.round(other.dy) });
  }
  return { components, advance: Math.round(advance) };
}

const MARKS = /^\p{M}+$/u;
/** The first combining mark of Unicode. */
const FIRST_MARK = '\u0300';

function isCombiningMark({ text, advance }: Glyph): boolean {
  return advance === 0 && text >= FIRST_MARK && MARKS.test(text);
}

/** The number of successive marks from this one on. */
function marksFrom(glyphs: readonly Glyph[], index: number): number {
  let end = index;
  for (let glyph = glyphs[end]; glyph !== undefined && isCombiningMark(glyph); glyph = glyphs[end]) end += 1;
  return end - index;
}
