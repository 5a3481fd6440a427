import type { Gender } from './recipient.ts';
import type { Span } from './span.ts';

/** How far a form may be trusted before a native reader has seen it. */
export type Confidence = 'high' | 'medium' | 'low';

/** The words that go with a rank: each a one-line template over the view. */
export interface FormOfAddress {
  /** First line of the inside address. */
  readonly envelope: string;
  readonly salutation: string;
  /** How the text addresses the recipient: "Your Excellency". */
  readonly inText: string;
  readonly close: string;
  readonly source: string;
  /** How sure is whoever wrote it down; left out: the source says it all. */
  readonly confidence?: Confidence;
  readonly spans: Readonly<Record<'envelope' | 'salutation' | 'inText' | 'close', Span>>;
}

/** A language's forms: rank → gender → words. `unknown` is always there, and always correct. */
export interface FormsOfAddress {
  readonly file: string;
  readonly ranks: ReadonlyMap<string, { readonly unknown: FormOfAddress } & Partial<Record<Gender, FormOfAddress>>>;
}
