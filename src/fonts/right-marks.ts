import type { Glyph } from '../model/page.ts';

/** Combining marks at the upper right of a letter (canonical combining classes 216 and 232). */
const RIGHT_MARKS = /[\u0315\u031A\u031B\u0358]/;

/**
 * Widens letters with marks at the upper right, as in names of DIN 91379: fonts give these marks no advance width, so
 * they would overlap the next letter. The glyphs are left-to-right. `rightEdgeOf` returns the right edge of a glyph's
 * outline from its origin; all measures are in thousandths of an em.
 */
export function widenForRightMarks(
  glyphs: readonly Glyph[],
  rightEdgeOf: (glyphId: number) => number,
): readonly Glyph[] {
  if (!glyphs.some(({ text }) => RIGHT_MARKS.test(text))) return glyphs;
  const widened = [...glyphs];
  // From the last glyph to the first, the sum of the overhangs of the marks that follow on the same letter.
  let overhangs = 0;
  for (const [index, glyph] of [...glyphs.entries()].toReversed()) {
    const { id, text, advance, dx } = glyph;
    if (advance === 0 && RIGHT_MARKS.test(text)) overhangs += Math.max(0, dx + rightEdgeOf(id));
    if (overhangs === 0) continue;
    const isLetter = advance > 0 || index === 0;
    // Marks keep their position on the letter, although the pen is now further to the right.
    widened[index] = isLetter ? { ...glyph, advance: advance + overhangs } : { ...glyph, dx: dx - overhangs };
    if (isLetter) overhangs = 0;
  }
  return widened;
}
