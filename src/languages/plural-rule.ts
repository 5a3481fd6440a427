/** The plural categories of CLDR. A language has some of them, and always `other`. */
export const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

export type PluralCategory = (typeof PLURAL_CATEGORIES)[number];

/**
 * The operands of a plural rule, as Unicode Technical Standard 35, part 3, 5.1 names them. The operands `e` and `c`, for
 * compact numbers as "1M", are 0 in letters, and the rules here do without them.
 */
export interface PluralOperands {
  /** The integer digits. */
  readonly i: bigint;
  /** The number of visible fraction digits, with trailing zeros. */
  readonly v: number;
  /** The visible fraction digits, with trailing zeros, as an integer. */
  readonly f: bigint;
  /** The visible fraction digits, without trailing zeros, as an integer. */
  readonly t: bigint;
  /** The absolute value if it is an integer, with or without zeros after the decimal point; otherwise undefined. */
  readonly n: bigint | undefined;
}

/** The plural rule of a language. */
export interface PluralRule {
  /** The categories that the rule can return, in the order of `PLURAL_CATEGORIES`. */
  readonly categories: readonly PluralCategory[];
  readonly select: (operands: PluralOperands) => PluralCategory;
}

/** The rule of English and German: `one` for 1, but not for 1.0. */
export const ONE_WITHOUT_DECIMALS: PluralRule = {
  categories: ['one', 'other'],
  select: ({ i, v }) => (i === 1n && v === 0 ? 'one' : 'other'),
};

/** The rule of Greek and Hungarian: `one` for 1 and 1.0. */
export const ONE_OF_ANY_PRECISION: PluralRule = {
  categories: ['one', 'other'],
  select: ({ n }) => (n === 1n ? 'one' : 'other'),
};

/** Whether a number is whole millions, which French and Spanish link to the noun by "de": "un million d’euros". */
export function isWholeMillions({ i, v }: PluralOperands): boolean {
  return v === 0 && i !== 0n && i % 1_000_000n === 0n;
}

/** Whether a Slavic noun after the integer is in the form that follows 2, 3 and 4, also as the last digit. */
export function endsInTwoToFour(i: bigint): boolean {
  return isBetween(i % 10n, 2n, 4n) && !isBetween(i % 100n, 12n, 14n);
}

/** Whether a number is in a range that includes its ends. */
export function isBetween(number: bigint, first: bigint, last: bigint): boolean {
  return number >= first && number <= last;
}
