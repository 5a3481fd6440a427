import type { Day } from './date.ts';
import type { Localised } from './language.ts';
import type { Span } from './span.ts';

/** A document that a letter cites in support of a claim: an entry of `sources.yaml`. */
export interface ClaimSource {
  readonly key: string;
  /** The title of the document in the list of enclosures. */
  readonly title: Localised;
  /**
   * The text of the footnote that cites the document, without the final full stop:
   * "Rome Statute of …, vol. 2187, No. 38544".
   */
  readonly note: Localised;
  /** The name of the document in a later footnote on the same page: "Rome Statute". */
  readonly short?: Localised;
  /** The URL of the document; editors record only a URL that they have opened. */
  readonly url?: string;
  /** The date of the document. Citing one that is dated later than the letter is a fault. */
  readonly date?: Day;
  /** Where the data of the entry were found; never printed. */
  readonly source: string;
  readonly span: Span;
}
