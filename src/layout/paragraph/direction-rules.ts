/**
 * A kind of text that is laid out as a left-to-right isolate in right-to-left paragraphs. The Unicode bidirectional
 * algorithm (UAX #9) alone would reorder or divide it, although readers of right-to-left scripts write it from left to
 * right. Text that no rule matches, such as the amount 1,500.00 or a Latin phrase, has the order that the algorithm
 * gives it.
 */
export interface DirectionRule {
  readonly name: string;
  /** The source of a regular expression with the flag `u`, without capturing groups. */
  readonly pattern: string;
  readonly example: string;
  /** The order that the algorithm alone would give the example in a right-to-left paragraph. */
  readonly reason: string;
}

/** Matches a character that belongs to no right-to-left script. A left-to-right phrase consists of such characters. */
const NOT_RIGHT_TO_LEFT = String.raw`[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]`;
const LATIN = String.raw`\p{Script=Latin}`;
const ALPHANUMERIC = String.raw`[${LATIN}\p{M}\d]`;
/**
 * Matches a position that has no Latin letter before it in the same phrase. After a Latin letter, no rule is needed:
 * the algorithm itself keeps digits and signs left-to-right there (rules W7 and N1).
 */
const NOT_IN_LATIN_PHRASE = String.raw`(?<!${LATIN}${NOT_RIGHT_TO_LEFT}*)`;
/** Matches a position that is not inside a word or a number. */
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\p{M}\d]|\d[.,/:+\u2212-])`;

/** The rules. At each position of a text, they are tried in this order. */
export const DIRECTION_RULES: readonly DirectionRule[] = [
  {
    name: 'web address',
    pattern: String.raw`(?:https?:\/\/|www\.)[!-~]*[\w/]`,
    example: 'https://example.org/a/',
    reason: 'a slash at its end would be moved to its beginning',
  },
  {
    name: 'telephone number',
    pattern: String.raw`${NOT_IN_NUMBER}\(?(?:\+|00)\d(?:[ \u00a0\u202f./-]?\(?\d+\)?){3,}`,
    example: '+970 2 295 4646',
    reason: 'its groups would be in reverse order, and the plus sign behind it',
  },
  {
    name: 'phrase that begins with a bracket',
    pattern: String.raw`\((?=[^()]*${LATIN})[^()\u0590-\u08ff]*\) (?=\d*${LATIN})(?:${NOT_RIGHT_TO_LEFT}*${ALPHANUMERIC})`,
    example: '(EC) No 2271/96',
    reason: 'the bracket would be moved to the other end of the phrase',
  },
  {
    name: 'number with a part in brackets, or after a hyphen or dash',
    pattern: String.raw`${NOT_IN_LATIN_PHRASE}${NOT_IN_NUMBER}(?=[\d.,/:]*${ALPHANUMERIC}*[-–(])\d(?:[.,/:]?${ALPHANUMERIC})*(?:[-–.,/:]${ALPHANUMERIC}+|\(${ALPHANUMERIC}+\))+`,
    example: '87(7)(a)',
    reason: 'its parts would be in reverse order: article 7(87), pages 19–12, the year at the end of 2025-12-01',
  },
  {
    name: 'figures in groups',
    pattern: String.raw`${NOT_IN_LATIN_PHRASE}${NOT_IN_NUMBER}\d{1,4}(?: \d{2,4})+(?![\p{L}\d])`,
    example: '02 295 4646',
    reason: 'its groups would be in reverse order',
  },
  {
    name: 'signed number',
    pattern: String.raw`${NOT_IN_LATIN_PHRASE}(?<![\p{L}\p{N}\p{M})\]%])[+\u2212-]\d+(?:[.,]\d+)*`,
    example: '-5',
    reason: 'the sign would be behind the number',
  },
];

const ANY_RULE = new RegExp(DIRECTION_RULES.map(({ pattern }) => `(?:${pattern})`).join('|'), 'gu');

/** Returns the ranges of a text that match a rule, in UTF-16 units. `end` is exclusive. */
export function leftToRightRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(ANY_RULE)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length + countClosingBrackets(match, text.slice(index + match.length)),
  }));
}

/** Returns the number of closing brackets at the start of `following` whose opening brackets are in `match`. */
function countClosingBrackets(match: string, following: string): number {
  let unclosedCount = 0;
  for (const character of match) unclosedCount += character === '(' ? 1 : character === ')' ? -1 : 0;
  let count = 0;
  while (count < unclosedCount && following[count] === ')') count += 1;
  return count;
}
