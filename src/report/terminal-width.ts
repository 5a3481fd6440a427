/** Splits text into grapheme clusters (UAX #29): a letter with its marks, or an emoji sequence. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Graphemes to which terminals give two columns: East Asian wide and full-width characters (UAX #11), emoji, and any
 * with U+FE0F, which asks for the presentation as an emoji.
 */
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3001-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])|\uFE0F/u;

/** Splits text into graphemes, each of which is seen as one character. */
export function graphemesOf(text: string): readonly string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}

/** Returns the number of columns that a text takes on a terminal. Tabs and control characters are not expected. */
export function terminalWidth(text: string): number {
  return graphemesOf(text).reduce((width, grapheme) => width + (WIDE.test(grapheme) ? 2 : 1), 0);
}
