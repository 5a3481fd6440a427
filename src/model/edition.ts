import type { Language } from './language.ts';

/** Which editions of a letter are asked for: some languages, or all that it has. */
export type EditionsWanted = 'all' | readonly Language[];

/** The languages in which letters go out in one run. */
export interface Editions {
  readonly languages: readonly Language[];
  /** Does a recipient get the first of them that it reads, or an edition in each? */
  readonly each: 'first-read' | 'every';
}
