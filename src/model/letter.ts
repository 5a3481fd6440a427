import type { Day } from './date.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';
import type { Block, Inline } from './tree.ts';

/** One who signs, as printed. */
export interface SignatureLine {
  readonly organisation: string;
  readonly person?: string;
  readonly title?: string;
}

/** A note at the foot of a page. */
export interface Note {
  /** From 1, in order of first citation. */
  readonly number: number;
  readonly content: readonly Inline[];
}

/**
 * A letter to one recipient, every word decided, in reading order; nothing has a place on a page yet. Both writers work
 * from this one tree.
 */
export interface Letter {
  /** The recipient's id. */
  readonly id: string;
  readonly language: Language;
  /** Says on every page that this is a specimen, a draft, a translation; undefined: it is the final original. */
  readonly notice: string | undefined;
  /** The senders. */
  readonly letterhead: readonly string[];
  readonly reference: string | undefined;
  /** As printed. */
  readonly date: string;
  /** The same date as a day (ISO 8601). */
  readonly day: Day;
  readonly insideAddress: readonly string[];
  readonly subject: readonly Inline[];
  readonly salutation: string;
  /** The body, the demands among it as a numbered list. */
  readonly body: readonly Block[];
  readonly close: string;
  readonly signatures: readonly SignatureLine[];
  readonly enclosures: readonly (readonly Inline[])[];
  readonly copies: readonly string[];
  readonly notes: readonly Note[];
  /** Title and author in the document's properties. */
  readonly title: string;
  readonly author: string;
  /** The recipient's profile: where faults are reported that concern the letter as a whole. */
  readonly span: Span;
}
