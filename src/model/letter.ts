import type { Day } from './date.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';
import type { Block, Inline, Text } from './tree.ts';

/** The lines of one signature, as printed. */
export interface SignatureLine {
  readonly organisation: string;
  readonly person?: string;
  readonly title?: string;
}

/** A footnote. */
export interface Note {
  /** The number of its mark: from 1, in order of first citation. */
  readonly number: number;
  readonly content: readonly Inline[];
}

/**
 * The final text of a letter to one recipient, in reading order and without positions on pages. All output formats are
 * made from this tree.
 */
export interface Letter {
  /** The recipient's id. */
  readonly id: string;
  readonly language: Language;
  /** The notice on every page that this is a specimen, a draft or a translation; undefined for a final original. */
  readonly notice: string | undefined;
  /** The names of the senders, one a line. */
  readonly letterhead: readonly string[];
  readonly reference: string | undefined;
  /** The date as printed. */
  readonly date: string;
  /** The same date in ISO 8601. */
  readonly day: Day;
  readonly insideAddress: readonly Text[];
  readonly subject: readonly Inline[];
  readonly salutation: Text;
  /** The body, which contains the demands as a numbered list. */
  readonly body: readonly Block[];
  readonly close: Text;
  readonly signatures: readonly SignatureLine[];
  readonly enclosures: readonly (readonly Inline[])[];
  readonly copies: readonly string[];
  readonly notes: readonly Note[];
  /** The title in the document's properties. */
  readonly title: string;
  /** The author in the document's properties. */
  readonly author: string;
  /** The span of the recipient's profile, for faults that concern the letter as a whole. */
  readonly span: Span;
}
