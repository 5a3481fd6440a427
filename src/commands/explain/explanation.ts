import type { Day, Period } from '../../model/date.ts';
import type { Confidence } from '../../model/form-of-address.ts';
import type { Gender } from '../../model/recipient.ts';
import type { Span } from '../../model/span.ts';

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
  /** For a demand: what it rests on. */
  readonly sources: readonly ExplainedSource[];
}

/** A source, with its day if it has one. */
export interface ExplainedSource {
  readonly key: string;
  readonly date: Day | null;
  readonly span: Span;
}

/** How a recipient is addressed, and where the words come from. */
export interface ExplainedForm {
  readonly rank: string;
  /** Which of the rank's forms it is: `unknown` also where the holder's own is missing. */
  readonly gender: Gender;
  readonly source: string;
  readonly confidence: Confidence | null;
  readonly span: Span;
  /** The words that the profile has of its own instead. */
  readonly verbatim: readonly string[];
}

/** A group to which the recipient's State belongs on the letter's date. */
export interface ExplainedGroup extends Period {
  readonly name: string;
  readonly source: string;
  readonly span: Span;
  /** Does a rule that was tried for this letter ask about it? */
  readonly asked: boolean;
}

/** Something recorded about the recipient's State that holds on the letter's date. */
export interface ExplainedFact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
  /** Does a rule that was tried for this letter ask about it? What no rule asks about changes no letter. */
  readonly asked: boolean;
  /** Days from its beginning to the letter's date; null: it has none. */
  readonly age: number | null;
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
  readonly groups: readonly ExplainedGroup[];
  /** Null: nobody is named. */
  readonly holder: (Period & { readonly name: string }) | null;
  /** Null: there is none for the rank. */
  readonly form: ExplainedForm | null;
  /** The day on which a person checked the profile, and how many days that was before the letter; null: nobody has. */
  readonly verified: { readonly day: Day; readonly age: number } | null;
  /** Where the profile comes from. */
  readonly source: string;
  readonly span: Span;
}
