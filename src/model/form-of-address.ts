import type { Gender } from './recipient.ts';
import type { Span } from './span.ts';

/** The writer's confidence that a form of address is correct, before a native speaker has reviewed it. */
export type Confidence = 'high' | 'medium' | 'low';

/** The form of address for a rank of office. Each of its four texts is a template; only the envelope may have lines. */
export interface FormOfAddress {
  /** The first lines of the inside address, separated by line feeds: mostly the name, and the office below it. */
  readonly envelope: string;
  readonly salutation: string;
  /** How a letter addresses the recipient in its text: "Your Excellency". */
  readonly inText: string;
  readonly close: string;
  /** Where the form was found; never printed in a letter. */
  readonly source: string;
  /** Left out if the source alone establishes the form. */
  readonly confidence?: Confidence;
  /** The span of each line of the envelope. */
  readonly envelopeSpans: readonly Span[];
  /** The span of each text in the file. */
  readonly spans: Readonly<Record<'envelope' | 'salutation' | 'inText' | 'close', Span>>;
}

/** The forms of address of a language, by rank and gender. */
export interface FormsOfAddress {
  readonly file: string;
  /** Every rank has a form for an unknown gender, which is correct for holders of any gender. */
  readonly ranks: ReadonlyMap<string, { readonly unknown: FormOfAddress } & Partial<Record<Gender, FormOfAddress>>>;
}
