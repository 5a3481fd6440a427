import type { Letter } from './letter.ts';
import type { PagedLetter } from './page.ts';

/** A letter with its final text, and typeset on pages if one of the requested formats has pages. */
export interface ComposedLetter {
  readonly letter: Letter;
  /** The typeset pages; undefined if none of the requested formats has pages. */
  readonly pages: PagedLetter | undefined;
}
