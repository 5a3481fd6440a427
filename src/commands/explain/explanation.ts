import type { Day, Period } from '../../model/date.ts';
import type { Confidence } from '../../model/form-of-address.ts';
import type { Gender } from '../../model/recipient.ts';
import type { Span } from '../../model/span.ts';

/** A text of a recipient's letter, and the rule that chose it. */
export interface ExplainedText {
  readonly kind: 'body' | 'passage' | 'demand' | 'post-scriptum' | 'cover';
  /** The id of the passage or demand (a post-scriptum is a passage); for a body and a cover text, the name of its wording. */
  readonly id: string;
  /** The key of the template, such as `body/minister`. */
  readonly text: string;
  /** The path of the template, relative to the campaign's folder. */
  readonly file: string;
  /** The name of the wording: `use` of the rule. */
  readonly wording: string;
  /** The condition of the rule that chose the text, in English. */
  readonly rule: string;
  /** The location of the rule. */
  readonly span: Span;
  /**
   * The numbers of the demand and of the demands that its wording also expresses, in the open letter that was published
   * before; empty for other texts.
   */
  readonly numbers: readonly number[];
  /** The sources that support a demand; empty for other texts. */
  readonly sources: readonly { readonly key: string; readonly date: Day | null; readonly span: Span }[];
  /** The powers by which the recipient can do what a demand asks, as far as they are stated; empty for other texts. */
  readonly powers: readonly ExplainedPower[];
}

/** The power by which a recipient can do what a wording asks with one of its demands. */
export interface ExplainedPower extends Period {
  /** The id of the demand: the wording's own, or one that it carries. */
  readonly demand: string;
  /** The name of the power; null if the wording says that none is needed. */
  readonly name: string | null;
  /** What an office with the power does; the reason, if none is needed. */
  readonly meaning: string;
  /** The rule that gives the power; null if none is needed. */
  readonly source: string | null;
  /** The condition by which the recipient holds it, in English; null if none is needed. */
  readonly rule: string | null;
  /** The location of the entry by which the recipient holds it; if none is needed, where the wording says so. */
  readonly span: Span;
}

/** The form of address used for a recipient, and its source. */
export interface ExplainedForm {
  /** The rank for which the form is; null if it is the plain form of the language. */
  readonly rank: string | null;
  /**
   * The gender for which the form is. A form of the campaign is for `unknown` if the rank has none for the holder's
   * gender, or there is no holder. Null if it is the plain form for an office.
   */
  readonly gender: Gender | null;
  /**
   * The source, in words, as the file of forms or the language states it; null if the language has no plain forms, so
   * that the words are those of the profile.
   */
  readonly source: string | null;
  /** How well the source supports the form, as the file of forms states it; null if it states nothing. */
  readonly confidence: Confidence | null;
  /**
   * The location of the form's envelope, its first part; of a plain form that the campaign states, the file of the
   * language. Null if it is a plain form of the product, which is in no file.
   */
  readonly span: Span | null;
  /** The parts (envelope, salutation, close) that the profile overrides with its own words. */
  readonly verbatim: readonly string[];
}

/** The lines of the postal address that the letter has. */
export interface ExplainedAddress {
  readonly lines: readonly string[];
  /** The language of the lines; another than the letter's if the profile has none in that. */
  readonly language: string;
}

/** A group to which the recipient's State belongs on the letter's date. */
export interface ExplainedGroup extends Period {
  readonly name: string;
  readonly source: string;
  readonly span: Span;
  /** Whether a rule evaluated for this letter tests membership in this group. */
  readonly asked: boolean;
}

/** A field of the recipient. */
export interface ExplainedField {
  readonly name: string;
  /** The value as the profile has it. */
  readonly value: string;
  /** The meaning of the field, as the campaign declares it. */
  readonly meaning: string;
  /** Whether a rule evaluated for this letter tests this field. */
  readonly asked: boolean;
}

/** A fact about the recipient's State that is valid on the letter's date. */
export interface ExplainedFact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
  /** Whether a rule evaluated for this letter tests this fact; if not, the fact has no effect on the letter. */
  readonly asked: boolean;
  /** The days from `since` to the letter's date; null if the fact has no `since`. */
  readonly age: number | null;
}

/** What is sent with a letter: an entry of `sources.yaml`, or a file and the rule that chose it. */
export interface ExplainedEnclosure {
  readonly id: string;
  /** The title in the list of enclosures. */
  readonly title: string;
  /** The path of the file, relative to the campaign's folder; null for a source. */
  readonly file: string | null;
  /** The path of its copy, relative to the folder of the letters; null for a source. */
  readonly copy: string | null;
  /** The language of the file, if it is another than that of the letter. */
  readonly otherLanguage: string | null;
  /** The condition by which the recipient gets the file, in English; null for a source, which every letter has. */
  readonly rule: string | null;
  /** The location of the entry: of a file in `letter.yaml`, of a source in `sources.yaml`. */
  readonly span: Span;
}

/** The explanation of a letter for one recipient: whether it gets the letter, with which texts, and by which rules. */
export interface Explanation {
  readonly id: string;
  readonly letter: string;
  /** The title of the office; null for a person without one. */
  readonly office: string | null;
  readonly date: string;
  readonly language: string;
  readonly outcome: 'letter' | 'skipped' | 'not-addressed';
  /**
   * The reason in the profile if the recipient is skipped; the condition `to` of the letter if it does not hold for the
   * recipient (`not-addressed`); empty if it gets the letter.
   */
  readonly reason: string;
  readonly texts: readonly ExplainedText[];
  /** Who signs this letter but not all letters, with the condition for it, in English. */
  readonly signatories: readonly { readonly id: string; readonly rule: string; readonly span: Span }[];
  /** What is sent with the letter, in the order of its list. */
  readonly enclosures: readonly ExplainedEnclosure[];
  /** Passages of the letter that this recipient does not get. */
  readonly leftOut: readonly string[];
  readonly facts: readonly ExplainedFact[];
  readonly groups: readonly ExplainedGroup[];
  /** The fields of the recipient that have a value, in the order of their declarations. */
  readonly fields: readonly ExplainedField[];
  /** The person in the office; null if the profile names none. */
  readonly holder: (Period & { readonly name: string }) | null;
  /** The form of address; null if the language has none for the recipient's rank. */
  readonly form: ExplainedForm | null;
  /** The postal address; null if the profile has none. */
  readonly address: ExplainedAddress | null;
  /** The day on which a person checked the profile, and its age in days on the letter's date; null if not checked. */
  readonly verified: { readonly day: Day; readonly age: number } | null;
  /** Whether the profile states that no person has checked it. */
  readonly isUnverified: boolean;
  /** The source of the profile's data, as the profile states it; null if it states none. */
  readonly source: string | null;
  /** The location of the profile. */
  readonly span: Span;
}
