/** What a reader takes for one character: a letter with its marks, an emoji of several parts. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters that terminals give two columns: East Asian wide and full-width forms, and emoji (UAX #11). */
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3001-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])|\uFE0F/u;

/** Text in the pieces that are seen as one character each. */
export function graphemesOf(text: string): readonly string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}

/** How many columns of a terminal a text takes. */
export function seenWidth(text: string): number {
  return graphemesOf(text).reduce((width, grapheme) => width + (WIDE.test(grapheme) ? 2 : 1), 0);
}
