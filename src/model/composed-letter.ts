import type { Letter } from './letter.ts';
import type { PagedLetter } from './page.ts';

/** A letter, every word decided, and, where pages are asked for, every position too. */
export interface ComposedLetter {
  readonly letter: Letter;
  /** Undefined: no format that has pages is asked for. */
  readonly pages: PagedLetter | undefined;
}
