import type { Language } from './language.ts';

/** The editions requested by the user: those in some languages, or all that the letter has. */
export type RequestedEditions = 'all' | readonly Language[];

/** The languages of a run, and how they are distributed over recipients. */
export interface Editions {
  readonly languages: readonly Language[];
  /**
   * `first-read`: each recipient gets one edition, in the first of its own languages that is in the list, or else in
   * the original language. `every`: it gets an edition in each.
   */
  readonly each: 'first-read' | 'every';
}
