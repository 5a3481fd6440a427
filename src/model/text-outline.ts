/** A summary of a text by which a translation is compared with its original. */
export interface TextOutline {
  /** The text outside tags, in reading order, with white space collapsed to single spaces. */
  readonly words: string;
  /** The cited sources in order, each with the first number of the pinpoint: "rome-statute 70". */
  readonly citations: readonly string[];
  /** The passages and the demands in order: `passage thanks`, `demands`. */
  readonly parts: readonly string[];
  /** The names of the partials that it includes. */
  readonly partials: readonly string[];
}
