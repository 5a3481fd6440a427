import type { WordShaper } from '../../src/fonts/fonts.ts';
import type { Glyph } from '../../src/model/page.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import type { StyleName, Stylesheet, TextStyle } from '../../src/layout/stylesheet.ts';

/**
 * A shaper that makes one glyph of each code point, 6 points wide at {@link FIXED_SIZE}, so that a test can count
 * characters to find line breaks. Soft hyphens and word joiners have no width.
 */
export const fixedShaper: WordShaper = {
  metrics: () => ({ ascent: 800, descent: -200, capHeight: 700, xHeight: 500 }),
  covers: () => true,
  fallbackFor: () => undefined,
  ownFileOf: () => undefined,
  inkOf: () => undefined,
  shape: (_face, word) => {
    const glyphs = Array.from(word, (text): Glyph => {
      const isInvisible = text === '\u00AD' || text === '\u2060';
      return { id: text.codePointAt(0) ?? 0, text, advance: isInvisible ? 0 : 600, dx: 0, dy: 0 };
    });
    return { glyphs, advance: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
  },
};

/** The size of all text in {@link fixedStylesheet}. */
export const FIXED_SIZE = 10;

/** The width of each character of {@link fixedStylesheet}, in points. */
export const FIXED_ADVANCE = 6;

/** The international preset with all text in one size: a line has room for 64 characters. */
export const fixedStylesheet: Stylesheet = {
  ...stylesheetFor({ preset: 'international' }, 'a4'),
  styles: Object.fromEntries(
    Object.entries(stylesheetFor({ preset: 'international' }, 'a4').styles).map(([name, style]) => [
      name,
      { ...style, size: FIXED_SIZE },
    ]),
  ) as Record<StyleName, TextStyle>,
};
