import type { Glyph } from '../model/page.ts';

/** Combining marks at the upper right of a letter (canonical combining classes 216 and 232). */
const RIGHT_MARKS = /[\u0315\u031A\u031B\u0358]/;

/**
 * Widens letters with marks at the upper right, as in names of DIN 91379: fonts give these marks no advance width, so they
 * would overlap the next letter. The glyphs are left-to-right. `rightEdgeOf` returns the right edge of a glyph's outline
 * from its origin; all measures are in thousandths of an em.
 */
export function widenForRightMarks(
  glyphs: readonly Glyph[],
  rightEdgeOf: (glyphId: number) => number,
): readonly Glyph[] {
  if (!glyphs.some(({ text }) => RIGHT_MARKS.test(text))) return glyphs;
  const widened = [...glyphs];
  let letterIndex = 0;
  for (const [index, { id, text, advance, dx }] of glyphs.entries()) {
    if (advance > 0) letterIndex = index;
    const overhang = dx + rightEdgeOf(id);
    if (advance > 0 || !RIGHT_MARKS.test(text) || overhang <= 0) continue;
    for (let widenedIndex = letterIndex; widenedIndex <= index; widenedIndex += 1) {
      const glyph = widened[widenedIndex];
      if (glyph === undefined) continue;
      // Marks keep their position on the letter, although the pen is now further to the right.
      widened[widenedIndex] =
        widenedIndex === letterIndex
          ? { ...glyph, advance: glyph.advance + overhang }
          : { ...glyph, dx: glyph.dx - overhang };
    }
  }
  return widened;
}
