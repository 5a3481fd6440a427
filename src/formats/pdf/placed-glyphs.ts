import type { CompositeGlyph } from '../../fonts/fonts.ts';
import type { Fragment, Glyph } from '../../model/page.ts';
import type { FaceCodes, GlyphCode } from './pdf-codes.ts';

/**
 * A glyph with text, and the glyphs without text that belong to it, positioned on a line. Positions and widths are in
 * thousandths of the font size, multiplied by the horizontal scaling of the fragment (`horizontalSize`).
 */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  /** The other glyphs of its cluster, which have no text of their own. */
  readonly textlessGlyphs: readonly Glyph[];
  /** The total advance width of these glyphs. */
  readonly advance: number;
  /** The left edge of these glyphs. */
  readonly left: number;
  /** The left edge of `glyph`, which is to the right of the textless glyphs in right-to-left text. */
  readonly origin: number;
  /** Whether `glyph` is a combining mark on a letter before it in the fragment. */
  readonly isMark: boolean;
  /** Whether a combining mark on `glyph` follows. */
  readonly hasMark: boolean;
  /**
   * The position at which the text is shown. It equals `left`, except for a mark of right-to-left text, for which PDF
   * readers need a position in reading order.
   */
  readonly textPosition: number;
}

/**
 * Positions the glyphs of a fragment, relative to `start`, which is in points. Glyphs without text are joined to the
 * glyph before them, because PDF readers extract the code itself if its text (ToUnicode) is empty.
 */
export function placeGlyphs(fragment: Fragment, start: number): readonly PlacedGlyph[] {
  const { direction, x, width, glyphs } = fragment;
  const isRightToLeft = direction === 'rtl';
  // In right-to-left text, glyphs are placed from the right edge.
  let position = ((x - start + (isRightToLeft ? width : 0)) * 1000) / horizontalSize(fragment);
  let letterLeft = position;
  const placed: PlacedGlyph[] = [];
  for (let index = 0; index < glyphs.length;) {
    const glyph = glyphs[index];
    if (glyph === undefined) break;
    let next = index + 1;
    while (glyphs[next]?.text === '') next += 1;
    const textlessGlyphs = glyphs.slice(index + 1, next);
    const advance = textlessGlyphs.reduce((sum, textless) => sum + textless.advance, glyph.advance);
    if (isRightToLeft) position -= advance;
    const isMark = index > 0 && isCombiningMark(glyph);
    const nextGlyph = glyphs[next];
    const hasMark = !isMark && nextGlyph !== undefined && isCombiningMark(nextGlyph);
    if (!isMark) letterLeft = position;
    // The first mark is the leftmost: readers that sort glyphs from left to right have to find the marks of a
    // right-to-left letter before the letter, and in reading order. Each mark is one thousandth left of the next.
    const textPosition = isMark && isRightToLeft ? letterLeft - countMarksFrom(glyphs, index) : position;
    const origin = isRightToLeft ? position + advance - glyph.advance : position;
    placed.push({ glyph, textlessGlyphs, advance, left: position, origin, isMark, hasMark, textPosition });
    if (!isRightToLeft) position += advance;
    index = next;
  }
  return placed;
}

/** Returns the size of the font in the direction of the line, in points. */
function horizontalSize({ size, expansion }: Fragment): number {
  return size * (1 + expansion);
}

/** A code, the position at which it is shown, and its rise above the baseline, both in thousandths of the font size. */
export interface ShownCode {
  readonly code: GlyphCode;
  readonly position: number;
  readonly dy: number;
}

/**
 * Returns the code that shows a glyph. A composite glyph replaces a mark, a letter with textless glyphs, a letter with
 * another advance than in the font before its mark, and a right-to-left letter that has an offset, has another advance,
 * or is close to the previous glyph. The outline of a composite glyph contains the offsets, because poppler, PDFium and
 * MuPDF take a text rise, a gap or a step back between glyphs for the end of a word or of a line. `font` and `pen` are
 * the current font and text position.
 */
export function selectCode(
  { glyph, textlessGlyphs, advance, origin, isMark, hasMark, textPosition }: PlacedGlyph,
  isRightToLeft: boolean,
  font: string,
  pen: number,
  codes: FaceCodes,
): ShownCode {
  const extractedGlyph = { id: glyph.id, text: glyph.extractedText ?? glyph.text };
  const plainCode = codes.codeOf(extractedGlyph);
  const isMoved = glyph.dx !== 0 || glyph.dy !== 0 || Math.abs(advance - plainCode.advance) >= 0.5;
  const isShortStepBack = plainCode.font === font && pen - textPosition < SHORTEST_STEP_BACK;
  const isWidened = hasMark && Math.abs(advance - plainCode.advance) >= 0.5;
  const isPlain = !isMark && !isWidened && textlessGlyphs.length === 0;
  if (isPlain && !(isRightToLeft && (isMoved || isShortStepBack))) {
    return { code: plainCode, position: origin + glyph.dx, dy: glyph.dy };
  }
  const position = Math.round(textPosition);
  const composite = composeGlyphs(glyph, textlessGlyphs, origin - position, isMark ? 0 : advance, isRightToLeft);
  return { code: codes.compositeCodeOf(extractedGlyph, composite), position, dy: 0 };
}

/**
 * The shortest step back between two glyphs of one font that pdf.js accepts, in thousandths of an em. It reverses the
 * order of the glyphs if the step is shorter.
 */
const SHORTEST_STEP_BACK = 210;

/** Composes a glyph and its textless glyphs; `origin` is the position of the glyph in the composite glyph. */
function composeGlyphs(
  glyph: Glyph,
  textlessGlyphs: readonly Glyph[],
  origin: number,
  advance: number,
  isRightToLeft: boolean,
): CompositeGlyph {
  let position = origin;
  let previousGlyph = glyph;
  const components = [{ glyph: glyph.id, dx: Math.round(origin + glyph.dx), dy: Math.round(glyph.dy) }];
  for (const textless of textlessGlyphs) {
    position += isRightToLeft ? -textless.advance : previousGlyph.advance;
    previousGlyph = textless;
    components.push({ glyph: textless.id, dx: Math.round(position + textless.dx), dy: Math.round(textless.dy) });
  }
  return { components, advance: Math.round(advance) };
}

const COMBINING_MARKS = /^\p{M}+$/u;
/** U+0300, the first combining mark of Unicode. To compare with it is faster than to match the pattern. */
const FIRST_MARK = '\u0300';

function isCombiningMark({ text, advance }: Glyph): boolean {
  return advance === 0 && text >= FIRST_MARK && COMBINING_MARKS.test(text);
}

/** Returns the number of consecutive marks from the glyph at an index on. */
function countMarksFrom(glyphs: readonly Glyph[], index: number): number {
  let end = index;
  for (let glyph = glyphs[end]; glyph !== undefined && isCombiningMark(glyph); glyph = glyphs[end]) end += 1;
  return end - index;
}
