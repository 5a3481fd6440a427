/** The segmenter for grapheme clusters (UAX #29), such as a letter with its marks, or an emoji sequence. */
const GRAPHEME_SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Matches a grapheme to which terminals give two columns: an East Asian wide or full-width character (UAX #11), an
 * emoji, or a grapheme with U+FE0F, the variation selector for emoji presentation.
 */
const WIDE_GRAPHEME =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3001-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])|\uFE0F/u;

/** Matches a text of ASCII characters that are visible or spaces. Each is a grapheme of one column. */
const VISIBLE_ASCII = /^[ -~]*$/;

/** Splits text into graphemes, that is, into what a reader sees as single characters. */
export function graphemesOf(text: string): readonly string[] {
  // Segmentation is most of the time of a report of thousands of faults, each with the words around it.
  if (VISIBLE_ASCII.test(text)) return text.split('');
  return [...GRAPHEME_SEGMENTER.segment(text)].map(({ segment }) => segment);
}

/**
 * Returns the number of columns that a text takes on a terminal, or in a font of characters of one width. The text must
 * not have tabs or control characters.
 */
export function terminalWidth(text: string): number {
  // Segmentation is most of the time of `list` for thousands of recipients.
  if (VISIBLE_ASCII.test(text)) return text.length;
  return graphemesOf(text).reduce((width, grapheme) => width + (WIDE_GRAPHEME.test(grapheme) ? 2 : 1), 0);
}
