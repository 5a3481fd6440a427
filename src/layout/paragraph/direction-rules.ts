/**
 * Where setting departs from the Unicode bidirectional algorithm (UAX #9): text that it would reorder, or divide, though
 * readers of right-to-left scripts write it from left to right. Such text is laid out as a left-to-right isolate. All
 * other text, amounts such as 1,500.00 and phrases in Latin script among it, has the order that the algorithm gives it.
 */
export interface DirectionRule {
  readonly name: string;
  /** The source of a regular expression with the flag `u`, without capturing groups. */
  readonly pattern: string;
  readonly example: string;
  /** What the algorithm would make of the example in a right-to-left paragraph, and why that is wrong. */
  readonly reason: string;
}

/** A character that is in no right-to-left script: a phrase ends before one that is. */
const NOT_RIGHT_TO_LEFT = String.raw`[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]`;
const LATIN = String.raw`\p{Script=Latin}`;
const ALPHANUMERIC = String.raw`[${LATIN}\p{M}\d]`;
/** After a Latin letter, digits and signs are left-to-right by the algorithm itself (rules W7 and N1). */
const NOT_IN_LATIN_PHRASE = String.raw`(?<!${LATIN}${NOT_RIGHT_TO_LEFT}*)`;
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\p{M}\d]|\d[.,/:+\u2212-])`;

/** The rules, in the order in which they are tried at each position. */
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

/** Returns the ranges of a text that the rules isolate, in UTF-16 units. */
export function leftToRightRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(ANY_RULE)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length + closingBrackets(match, text.slice(index + match.length)),
  }));
}

/** The number of brackets at the start of `after` that close brackets which the match opened. */
function closingBrackets(match: string, after: string): number {
  let unclosed = 0;
  for (const character of match) unclosed += character === '(' ? 1 : character === ')' ? -1 : 0;
  let count = 0;
  while (count < unclosed && after[count] === ')') count += 1;
  return count;
}
