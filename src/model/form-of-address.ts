import type { Gender } from './recipient.ts';
import type { Span } from './span.ts';

/** The author's confidence that a form is correct, before a native speaker has reviewed it. */
export type Confidence = 'high' | 'medium' | 'low';

/** The form of address of a rank. Each text is a one-line template over the view. */
export interface FormOfAddress {
  /** The first line of the inside address. */
  readonly envelope: string;
  readonly salutation: string;
  /** The form of address inside the text: "Your Excellency". */
  readonly inText: string;
  readonly close: string;
  readonly source: string;
  /** Left out if the source alone suffices. */
  readonly confidence?: Confidence;
  readonly spans: Readonly<Record<'envelope' | 'salutation' | 'inText' | 'close', Span>>;
}

/** The forms of address of a language, by rank and gender. */
export interface FormsOfAddress {
  readonly file: string;
  /** Every rank has a form for an unknown gender, which is correct for all. */
  readonly ranks: ReadonlyMap<string, { readonly unknown: FormOfAddress } & Partial<Record<Gender, FormOfAddress>>>;
}
