import type { Day } from './date.ts';
import type { Language } from './language.ts';
import type { LogoAlignment } from './letterhead.ts';
import type { Figure } from './picture.ts';
import type { Span } from './span.ts';
import type { TemplateOrigin } from './template-origin.ts';
import type { Block, Inline, Text } from './tree.ts';

/** One signature: its lines as they are printed. */
export interface SignatureLine {
  readonly organisation: string;
  readonly person?: string;
  readonly title?: string;
  /** For whom the person signs, as the language words it: "for the Director". */
  readonly onBehalfOf?: Text;
  /** The country of the organisation; undefined if none is stated, or if a heading has it. */
  readonly country?: string;
  /** The heading under which a long list has the signature: its country. Those of one heading are adjacent. */
  readonly heading?: string;
  /** A picture of the signature, which is in the space for a handwritten signature. */
  readonly image?: Figure;
}

/** The logo at the head of a letter. */
export interface LetterLogo {
  readonly figure: Figure;
  readonly align: LogoAlignment;
}

/** A reference by which the sender or the recipient files the letter; in an information block, the date too. */
export interface LabelledReference {
  /** Whose reference it is, or that it is the date, without a colon: "Our reference". */
  readonly label: string;
  readonly value: Text;
}

/**
 * A footnote. Each mark in the text has one of its own. A note gives its source in full unless a note above it on the
 * same page does; then it is printed in a short form, which names that note (`noteContent`).
 */
export interface Note {
  /** The number of the note and of its mark: from 1, in order of the marks. */
  readonly number: number;
  /** The key of the cited source. */
  readonly source: string;
  /** The content of the note if it gives its source in full. */
  readonly content: readonly Inline[];
  /** The name of the source in the short form; undefined if it has no short name. */
  readonly shortName?: Text;
  /** The cited place in the source: "art. 70". */
  readonly pinpoint?: string;
}

/**
 * The final text of a letter to one recipient, in reading order and without positions on pages. All output formats are
 * made from it.
 */
export interface Letter {
  /** The recipient's id. */
  readonly id: string;
  readonly language: Language;
  /**
   * The notice, printed on every page, that the letter is a specimen, a draft or a translation; undefined if it is the
   * final text in an original language.
   */
  readonly notice: string | undefined;
  readonly logo: LetterLogo | undefined;
  /**
   * The names of the sending organisations, one a line; of many, the first with the number of the others. None if the
   * letter names no signatory.
   */
  readonly letterhead: readonly (string | Text)[];
  /** The sender's address and how to reach the sender, one a line. `plainText` returns the words of a line. */
  readonly senderLines: readonly (readonly Inline[])[];
  /**
   * The references, in the order in which they are printed. The date is the last of them in an information block
   * (`PresetChoices`).
   */
  readonly references: readonly LabelledReference[];
  /** The date alone, as texts print it. */
  readonly date: string;
  /**
   * The date as the letter has it at its head, after the place if there is one: "London, 2 March 2026". Undefined if it
   * is one of the `references`.
   */
  readonly dateLine: Text | undefined;
  /** The date in ISO 8601. */
  readonly day: Day;
  /** How the letter is to be treated: "Private and confidential". */
  readonly marking: string | undefined;
  /** How the letter is sent: "By e-mail and by hand". */
  readonly delivery: string | undefined;
  /** The recipient's address, one line each; the first line is the addressee. */
  readonly insideAddress: readonly Text[];
  /**
   * The addressee in the running head: the forms of which the first that fits is printed, the fullest first. None if
   * nothing is known of the addressee.
   */
  readonly runningHeadForms: readonly Text[];
  readonly subject: readonly Inline[];
  readonly subjectOrigin: TemplateOrigin;
  readonly salutation: Text;
  /** The body. It contains the demands (what the letter asks the recipient to do) as a numbered list. */
  readonly body: readonly Block[];
  readonly close: Text;
  readonly signatures: readonly SignatureLine[];
  /** What follows the signatures: a post-scriptum. */
  readonly postScriptum: readonly Block[];
  /** The titles of the enclosures. */
  readonly enclosures: readonly (readonly Inline[])[];
  /** The persons and offices that get a copy. */
  readonly copies: readonly string[];
  readonly notes: readonly Note[];
  /** The title in the document properties. */
  readonly title: string;
  /** The author in the document properties; empty if the letter names none. */
  readonly author: string;
  /** The source position of the recipient's profile, for faults that concern the letter as a whole. */
  readonly span: Span;
}
