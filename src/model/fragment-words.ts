import type { Fragment } from './page.ts';

/** The words of fragments, white space and all. */
export function fragmentsText(fragments: Iterable<Fragment>): string {
  let words = '';
  for (const { glyphs } of fragments) for (const { text } of glyphs) words += text;
  return words;
}
