/** A summary of a text, which is compared with that of its translation. */
export interface TextOutline {
  /** The text outside tags, in reading order, with white space collapsed to single spaces. */
  readonly words: string;
  /** The keys of the cited sources in order, each with the first number of the pinpoint: "rome-statute 70". */
  readonly citations: readonly string[];
  /** The places of passages and of the demands, in order: `passage thanks`, `demands`. */
  readonly parts: readonly string[];
  /** The names of the included partials, in order. */
  readonly partials: readonly string[];
}
