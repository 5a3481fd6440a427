/** Words that both texts have, or only one of them. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A sentence that changed: its words, before and after in one. A sentence that came or went is one piece. */
export type SentenceChange = readonly Piece[];

/** What became of a letter's text: the same, changed, or there only now or only before. */
export interface LetterDifference {
  /** `open-letter/eu-be.en`. */
  readonly letter: string;
  readonly state: 'same' | 'changed' | 'new' | 'gone';
  readonly changes: readonly SentenceChange[];
}
