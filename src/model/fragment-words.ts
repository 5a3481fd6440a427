import type { Fragment } from './page.ts';

/** The text of fragments, white space included. */
export function fragmentsText(fragments: Iterable<Fragment>): string {
  let words = '';
  for (const { glyphs } of fragments) for (const { text } of glyphs) words += text;
  return words;
}
