import type { Period } from './date.ts';
import type { Span } from './span.ts';

/** Why one text of a letter is as it is. */
export interface ExplainedText {
  readonly kind: 'body' | 'passage' | 'demand';
  readonly id: string;
  /** The template's key, and its file. */
  readonly text: string;
  readonly file: string;
  readonly wording: string;
  /** The rule that chose it, in words, and where it stands. */
  readonly rule: string;
  readonly span: Span;
  /** For a demand: its numbers in the published letter. */
  readonly numbers: readonly number[];
}

/** Something recorded about the recipient's State that holds on the letter's date. */
export interface ExplainedFact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
}

/** What a recipient gets from a letter, and why. */
export interface Explanation {
  readonly id: string;
  readonly letter: string;
  readonly office: string;
  readonly date: string;
  readonly language: string;
  readonly outcome: 'letter' | 'skipped' | 'not-addressed';
  /** For a skipped recipient the reason, for one not addressed the condition that leaves it out. */
  readonly reason: string;
  readonly texts: readonly ExplainedText[];
  /** Passages of the letter that this recipient does not get. */
  readonly leftOut: readonly string[];
  readonly facts: readonly ExplainedFact[];
  readonly groups: readonly string[];
  readonly span: Span;
}
