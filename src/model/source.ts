import type { Day } from './date.ts';
import type { Localised } from './language.ts';
import type { Span } from './span.ts';

/** A document on which a claim rests. */
export interface ClaimSource {
  readonly key: string;
  /** Its title, as an enclosure is listed. */
  readonly title: Localised;
  /** The footnote, without its final full stop: "Rome Statute of …, vol. 2187, No. 38544". */
  readonly note: Localised;
  /** Only addresses that were seen. */
  readonly url?: string;
  /** Nothing dated later than the letter is cited. */
  readonly date?: Day;
  /** Where this entry comes from; never printed. */
  readonly source: string;
  readonly span: Span;
}
