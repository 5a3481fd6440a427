import type { TextRange } from './direction.ts';

/**
 * A kind of text that is laid out as a left-to-right isolate. In right-to-left paragraphs, the Unicode bidirectional
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

/** Matches a letter. In a stretch, which has no right-to-left character, it is a left-to-right one. */
const LETTER = String.raw`\p{L}`;
const ALPHANUMERIC = String.raw`[${LETTER}\p{M}\d]`;
/** Matches a position that is not inside a word or a number. */
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\p{M}\d]|\d[.,/:+\u2212-])`;
/** Matches a phrase: from its first letter to its last letter or digit. */
const PHRASE = String.raw`${LETTER}(?:[^]*${ALPHANUMERIC})?(?![^]*?${ALPHANUMERIC})`;
/** The signs that belong to a phrase although they follow its last letter or digit. */
const FINAL_SIGNS = {
  slash: String.raw`(?<=(?:https?:\/\/|www\.)[!-~]*)\/`,
  plusOrHash: String.raw`(?<=${LETTER})[+#]+`,
  fullStop: String.raw`(?<=\.${LETTER})\.`,
  ideographicFullStop: String.raw`(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[）〕」』》】]*[。！？]`,
  quotationMark: String.raw`(?<=${LETTER}[^]*["“«][^"“”«»]*)["”»]`,
};
/** Matches the rest of a phrase, to its end. */
const REST_OF_PHRASE = String.raw`[^]*${ALPHANUMERIC}(?:${Object.values(FINAL_SIGNS).join('|')})?`;

/**
 * The rules. They apply to stretches of text without a right-to-left character. A match begins at the first letter of a
 * stretch or before it: after a left-to-right letter, the algorithm itself keeps digits and signs left-to-right (rules
 * W7 and N1). At each position, the rules are tried in this order.
 */
export const DIRECTION_RULES: readonly DirectionRule[] = [
  {
    name: 'phrase that ends with a web address',
    pattern: String.raw`${PHRASE}${FINAL_SIGNS.slash}`,
    example: 'https://example.org/a/',
    reason: 'a slash at its end would be moved to its beginning',
  },
  {
    name: 'phrase that ends with a plus sign or a hash',
    pattern: String.raw`${PHRASE}${FINAL_SIGNS.plusOrHash}`,
    example: 'LGBTQI+',
    reason: 'the sign would be moved to its beginning',
  },
  {
    name: 'phrase that ends with an abbreviation of several full stops',
    pattern: String.raw`${PHRASE}${FINAL_SIGNS.fullStop}`,
    example: 'U.S.',
    reason: 'the last full stop would be moved to its beginning',
  },
  {
    name: 'phrase that ends with a full stop of Chinese or Japanese',
    pattern: String.raw`[（〔「『《【]*${PHRASE}${FINAL_SIGNS.ideographicFullStop}`,
    example: '中国（北京）。',
    reason: 'the full stop would be moved to its beginning',
  },
  {
    name: 'phrase that ends with a quotation',
    pattern: String.raw`${PHRASE}${FINAL_SIGNS.quotationMark}`,
    example: 'the case “Smith v. Jones”',
    reason: 'the closing quotation mark would be moved to its beginning',
  },
  {
    name: 'phrase that begins with a quotation',
    pattern: String.raw`(?=["“«《「『][^"“”«»]*${LETTER})(?:"[^"]*"|“[^“”]*”|«[^«»]*»|《[^《》]*》|「[^「」]*」|『[^『』]*』)${REST_OF_PHRASE}`,
    example: '“Smith v. Jones” (2020)',
    reason: 'the opening quotation mark would be moved to the other end of the phrase',
  },
  {
    name: 'phrase that begins with a bracket',
    pattern: String.raw`\((?=[^()]*${LETTER})[^()]*\) (?=\d*${LETTER}|\d+\/\d)${REST_OF_PHRASE}`,
    example: '(EC) No 2271/96',
    reason: 'the bracket would be moved to the other end of the phrase',
  },
  {
    name: 'user name or hashtag',
    pattern: String.raw`[@#](?=\d*${LETTER})${REST_OF_PHRASE}`,
    example: '@alhaq_org',
    reason: 'the sign would be moved to its end',
  },
  {
    name: 'telephone number',
    pattern: String.raw`${NOT_IN_NUMBER}\(?(?:\+|00)\d(?:[ \u00a0\u202f./-]?\(?\d+\)?){3,}`,
    example: '+970 2 295 4646',
    reason: 'its groups would be in reverse order, and the plus sign behind it',
  },
  {
    name: 'number with a part in brackets, or after a hyphen or dash, or with letters after a slash',
    pattern: String.raw`${NOT_IN_NUMBER}\d+(?:[.,/:]\d+)*(?:[${LETTER}\p{M}]${ALPHANUMERIC}*)?(?:[-–]${ALPHANUMERIC}+|\(${ALPHANUMERIC}+\)|\/${LETTER}${ALPHANUMERIC}*)(?:[-–.,/:]${ALPHANUMERIC}+|\(${ALPHANUMERIC}+\))*`,
    example: '87(7)(a)',
    reason: 'its parts would be in reverse order: article 7(87), pages 19–12, the year at the end of 2025-12-01',
  },
  {
    name: 'figures in groups',
    pattern: String.raw`${NOT_IN_NUMBER}\d{1,4}(?: \d{2,4})+(?![\p{L}\d])`,
    example: '02 295 4646',
    reason: 'its groups would be in reverse order',
  },
  {
    name: 'signed number',
    pattern: String.raw`(?<![\p{L}\p{N}\p{M})\]%])[+\u2212-]\d+(?:[.,]\d+)*`,
    example: '-5',
    reason: 'the sign would be behind the number',
  },
];

const ANY_RULE = new RegExp(DIRECTION_RULES.map(({ pattern }) => `(?:${pattern})`).join('|'), 'uy');
/** Matches a stretch of text without a right-to-left character. */
const STRETCH = /[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]+/gu;
const FIRST_LETTER = /\p{L}/u;

/** Returns the ranges of a text that match a rule, in UTF-16 units. `end` is exclusive. */
export function leftToRightRanges(text: string): readonly TextRange[] {
  return [...text.matchAll(STRETCH)].flatMap(({ index, 0: stretch }) =>
    rangesInStretch(stretch).map(({ start, end }) => ({ start: index + start, end: index + end })),
  );
}

/** Returns the ranges that match a rule in a text without a right-to-left character. */
function rangesInStretch(stretch: string): readonly TextRange[] {
  if (!/[\p{L}\d]/u.test(stretch)) return [];
  const lastStart = FIRST_LETTER.exec(stretch)?.index ?? stretch.length - 1;
  const ranges: TextRange[] = [];
  let start = 0;
  while (start <= lastStart) {
    ANY_RULE.lastIndex = start;
    const match = ANY_RULE.exec(stretch)?.[0];
    if (match === undefined) {
      start += 1;
    } else {
      const end = start + match.length;
      ranges.push({ start, end: end + countClosingBrackets(match, stretch.slice(end)) });
      start = end;
    }
  }
  return ranges;
}

/** The opening brackets that phrases have, and the closing bracket of each. */
const BRACKETS = new Map(
  ['()', '[]', '（）', '［］', '〔〕', '「」', '『』', '《》', '【】'].map(([open, close]) => [open, close]),
);
const CLOSING_BRACKETS: ReadonlySet<string | undefined> = new Set(BRACKETS.values());

/** Returns the number of closing brackets at the start of `following` whose opening brackets are in `match`. */
function countClosingBrackets(match: string, following: string): number {
  /** The closing brackets that are missing in `match`, the outermost first. */
  const missing: (string | undefined)[] = [];
  for (const character of match) {
    if (BRACKETS.has(character)) missing.push(BRACKETS.get(character));
    else if (CLOSING_BRACKETS.has(character) && missing.at(-1) === character) missing.pop();
  }
  let count = 0;
  while (missing.length > 0 && following[count] === missing.at(-1)) {
    missing.pop();
    count += 1;
  }
  return count;
}
