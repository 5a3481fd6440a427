import type { Letter } from './letter.ts';
import type { PagedLetter } from './page.ts';

/** A letter with its final text, and with its pages if a requested format has any. */
export interface ComposedLetter {
  readonly letter: Letter;
  /** Undefined if no requested format has pages. */
  readonly pages: PagedLetter | undefined;
}
