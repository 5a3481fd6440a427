/** The direction of writing: left to right, or right to left. */
export type Direction = 'ltr' | 'rtl';

/**
 * Characters of right-to-left scripts: Hebrew to Arabic Extended-A, their presentation forms and the right-to-left
 * blocks of plane 1; and the controls RLM and RLI.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}\u200f\u2067]/u;

/** Whether a text has a character of a right-to-left script. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** A range of text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
