import { PLURAL_CATEGORIES, type PluralCategory, type PluralConditions } from '../model/plural-category.ts';

/**
 * The operands of a plural rule, as Unicode Technical Standard 35, part 3, 5.1 names them. The operands `w`, `e` and `c`
 * follow from them: `w` is the number of digits of `t`, and the exponents of compact numbers as "1M" are 0 in letters.
 */
export interface PluralOperands {
  /** The integer digits. */
  readonly i: bigint;
  /** The number of visible fraction digits, with trailing zeros. */
  readonly v: bigint;
  /** The number of visible fraction digits, without trailing zeros. */
  readonly w: bigint;
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

/** Returns whether a number meets a condition. */
type MeetsCondition = (operands: PluralOperands) => boolean;

/** Compiles the conditions of a language to its plural rule. Throws an error if one of them has another syntax. */
export function compilePluralRule(conditions: PluralConditions): PluralRule {
  const compiled = PLURAL_CATEGORIES.flatMap((category) => {
    const condition = category === 'other' ? undefined : conditions[category];
    return condition === undefined ? [] : [{ category, isMet: compileCondition(condition) }];
  });
  return {
    categories: [...compiled.map(({ category }) => category), 'other'],
    select: (operands) => compiled.find(({ isMet }) => isMet(operands))?.category ?? 'other',
  };
}

/** Compiles a condition: relations that are joined by `and` and, less tightly, by `or`. */
function compileCondition(text: string): MeetsCondition {
  const alternatives = text.split(/\bor\b/u).map((alternative) => alternative.split(/\band\b/u).map(compileRelation));
  return (operands) => alternatives.some((relations) => relations.every((isMet) => isMet(operands)));
}

const RELATION = /^\s*([nivwftec])\s*(?:%\s*([1-9]\d*)\s*)?(!?=)\s*(\d+(?:\.\.\d+)?(?:\s*,\s*\d+(?:\.\.\d+)?)*)\s*$/u;

/** Whether a text is a condition that `compilePluralRule` compiles. */
export function isPluralCondition(text: string): boolean {
  return text.split(/\bor\b|\band\b/u).every((relation) => RELATION.test(relation));
}

/** Compiles a relation: an operand or its remainder, and the numbers and ranges that it has to be one of, or none of. */
function compileRelation(text: string): MeetsCondition {
  const match = RELATION.exec(text);
  if (match === null) throw new Error(`not a relation of a plural rule: "${text.trim()}"`);
  const [, operand = '', divisor, sign, list = ''] = match;
  const modulus = divisor === undefined ? undefined : BigInt(divisor);
  const ranges = list.split(',').map((range) => {
    const [first = '', last = first] = range.split('..');
    return { first: BigInt(first.trim()), last: BigInt(last.trim()) };
  });
  const isExpected = sign === '=';
  return (operands) => {
    const value = valueOfOperand(operands, operand);
    const remainder = value === undefined || modulus === undefined ? value : value % modulus;
    // A number with decimals is in no range of integers.
    const isInRange =
      remainder !== undefined && ranges.some(({ first, last }) => first <= remainder && remainder <= last);
    return isInRange === isExpected;
  };
}

/** Returns the value of an operand by its name; undefined for a number with decimals that are not zeros. */
function valueOfOperand(operands: PluralOperands, operand: string): bigint | undefined {
  switch (operand) {
    case 'n':
    case 'i':
    case 'v':
    case 'w':
    case 'f':
    case 't':
      return operands[operand];
    default:
      // `e` and `c`
      return 0n;
  }
}
