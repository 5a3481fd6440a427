import type { InLanguages, Localised } from './language.ts';
import type { Span } from './span.ts';

/** The letterhead as `letter.yaml` states it. What it leaves out follows from the signatories or from the preset. */
export interface Letterhead {
  /** The name of the sender. Without it, the letterhead has the names of those who sign. */
  readonly name?: Localised;
  /** The sender's address and how to reach the sender, one a line. */
  readonly lines?: InLanguages<readonly string[]>;
  /** The colour of the letterhead and of links: six hexadecimal digits after `#`. */
  readonly accent?: string;
}

/** The sender's reference: a template of one line in each language. */
export interface OwnReference {
  readonly text: Localised;
  readonly span: Span;
}
