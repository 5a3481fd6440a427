import type { Fragment } from './page.ts';

/** Returns the text of fragments, white space included. */
export function fragmentsText(fragments: Iterable<Fragment>): string {
  let joinedText = '';
  for (const { glyphs } of fragments) for (const { text } of glyphs) joinedText += text;
  return joinedText;
}
