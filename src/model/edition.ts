import type { Language } from './language.ts';

/** The editions (a letter in one language) that the user requests: in certain languages, or in all of the letter. */
export type RequestedEditions = 'all' | readonly Language[];

/** The languages of the editions that a run makes, and which of them each recipient gets. */
export interface Editions {
  readonly languages: readonly Language[];
  /**
   * `first-read`: each recipient gets one edition, in the first language of its profile that is in `languages`, or else
   * in the original language of the letter. `every`: each recipient gets an edition in each of `languages`. `all`: also
   * one in each variant of them that the recipient reads, so that no edition of `first-read` is missing.
   */
  readonly each: 'first-read' | 'every' | 'all';
}
