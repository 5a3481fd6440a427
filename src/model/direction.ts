/** The direction of writing: left to right, or right to left. */
export type Direction = 'ltr' | 'rtl';

/**
 * Matches a character of a right-to-left script: the blocks from Hebrew to Arabic Extended-A, their presentation forms,
 * and the right-to-left blocks of plane 1. Matches the controls RLM and RLI too.
 */
const RIGHT_TO_LEFT_CHARACTER =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}\u200f\u2067]/u;

/** Whether a text contains a character of a right-to-left script, or one of the controls RLM and RLI. */
export function hasRightToLeftCharacter(text: string): boolean {
  return RIGHT_TO_LEFT_CHARACTER.test(text);
}

/** A range of a text, in UTF-16 units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
