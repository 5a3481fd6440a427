import type { Day } from './date.ts';
import type { Localised } from './language.ts';
import type { Span } from './span.ts';

/** A document that supports a claim of the letter: an entry of `sources.yaml`. */
export interface ClaimSource {
  readonly key: string;
  /** Its title, as the list of enclosures prints it. */
  readonly title: Localised;
  /** The text of the footnote that cites it, without the final full stop: "Rome Statute of …, vol. 2187, No. 38544". */
  readonly note: Localised;
  /** Only a URL that an editor has opened. */
  readonly url?: string;
  /** Its date. A source that is dated later than the letter is a fault. */
  readonly date?: Day;
  /** Where the data of this entry were found; never printed. */
  readonly source: string;
  readonly span: Span;
}
