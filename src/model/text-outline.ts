/** What a text holds in whatever language it is: what its translation must hold too. */
export interface TextOutline {
  /** Its own words in reading order, white space as single spaces, tags left out. */
  readonly words: string;
  /** Sources in order of citation, each with the first number of the place that is cited in it: "rome-statute 70". */
  readonly citations: readonly string[];
  /** `passage thanks`, `demands`, in order. */
  readonly parts: readonly string[];
  /** Partials that it includes. */
  readonly partials: readonly string[];
}
