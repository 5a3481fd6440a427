import LineBreaker from 'linebreak';
import type { Conventions } from '../../languages/conventions.ts';
import { anyOf, literalPattern } from '../../model/literal-pattern.ts';
import type { KeptTogether } from '../../model/locale-data.ts';

/** A break opportunity or a mandatory break (UAX #14). */
export interface LineBreak {
  /** The position at which the next line starts, after the white space at the end of the line; in UTF-16 units. */
  readonly position: number;
  /** Whether the line must end here. */
  readonly required: boolean;
}

/**
 * Returns the positions at which a line may or must end (UAX #14), without those that typographic rules forbid: before
 * a dash, after a hyphen that follows a single letter, as in "e-mail" or "г-жа", inside a document symbol, at a space
 * that is unbreakable in the language, and in a web address after its scheme or after a hyphen, which a reader could
 * mistake for hyphenation. The last position is the end of the text.
 */
export function findLineBreaks(text: string, findUnbreakableSpaces: FindUnbreakableSpaces): readonly LineBreak[] {
  const addressAround = createMatchFinder(text, WEB_ADDRESS_PATTERN);
  const dividesAddress = (position: number): boolean => {
    const address = addressAround(position);
    if (address === undefined) return false;
    const schemeEnd = address.index + (address[1] ?? '').length;
    return position <= schemeEnd || text[position - 1] === '-';
  };
  const symbolAround = createMatchFinder(text, DOCUMENT_SYMBOL_PATTERN);
  const dividesSymbol = (position: number): boolean => symbolAround(position) !== undefined;
  const unbreakablePositions = findUnbreakableSpaces(text);
  const mayBreak = (position: number): boolean =>
    !unbreakablePositions.has(position) &&
    !DASHES.has(text[position] ?? '') &&
    !followsLoneLetter(text, position) &&
    !dividesAddress(position) &&
    !dividesSymbol(position);

  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let nextBreak = breaker.nextBreak(); nextBreak !== null; nextBreak = breaker.nextBreak()) {
    const { position, required } = nextBreak;
    if (required || mayBreak(position)) breaks.push({ position, required });
  }
  return breaks;
}

/**
 * Returns a function that returns the match of a pattern around a position, which is inside the match and not at its
 * edge. The positions of its calls must ascend.
 */
function createMatchFinder(text: string, pattern: RegExp): (position: number) => RegExpExecArray | undefined {
  const matches = [...text.matchAll(pattern)];
  let next = 0;
  return (position) => {
    for (let match = matches[next]; match !== undefined; match = matches[next]) {
      if (position < match.index + match[0].length) return match.index < position ? match : undefined;
      next += 1;
    }
    return undefined;
  };
}

/** Whether a position is after a hyphen before which a word has a single letter. */
function followsLoneLetter(text: string, position: number): boolean {
  return text[position - 1] === '-' && LONE_LETTER_PATTERN.test(text.slice(Math.max(0, position - 4), position - 1));
}

/** Matches one letter, with at most one combining mark, at the end of a text that is cut to three characters. */
const LONE_LETTER_PATTERN = /(?<![\p{L}\p{M}\p{N}-])\p{L}\p{M}?$/u;
const WEB_ADDRESS_PATTERN = /(https?:\/\/|www\.)\S+/g;
/**
 * Matches the symbol of a document (ICC-ASP/20/Res.5, 2271/96, C.N.225.2025): parts joined by hyphens, full stops or
 * slashes, with at least one digit, outside web addresses.
 */
const DOCUMENT_SYMBOL_PATTERN =
  /(?<![\p{L}\d/:.@_-])(?=[\p{L}./-]*\d)[\p{L}\d]+(?:[-./][\p{L}\d]+){1,6}(?![\p{L}\d/@_?#=-])/gu;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);

/** Returns the positions directly after the spaces at which the language allows no break, in UTF-16 units. */
export type FindUnbreakableSpaces = (text: string) => ReadonlySet<number>;

/**
 * Returns a function that finds the spaces at which the language allows no line break: in initials, in dates, after
 * titles and short prepositions, and between numbers and their units.
 */
export function createUnbreakableSpaceFinder(conventions: Conventions): FindUnbreakableSpaces {
  const pattern = unbreakableSpacePattern(conventions);
  const { wordBeforeMonth } = conventions.dateConnectors;
  const beforeWords = conventions.keptTogether?.beforeWords ?? [];
  const wordsBeforeSpaces = wordBeforeMonth === undefined ? beforeWords : [...beforeWords, wordBeforeMonth];
  return (text) => {
    const unbreakablePositions = new Set<number>();
    let wordStart = 0;
    for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      // A sticky pattern matches only at `lastIndex`, which has to be set before each test.
      pattern.lastIndex = space;
      if (canMatch(text, wordStart, space, wordsBeforeSpaces) && pattern.test(text))
        unbreakablePositions.add(space + 1);
      wordStart = space + 1;
    }
    return unbreakablePositions;
  };
}

/**
 * Whether the pattern can match at a space. This cheap filter saves most tests of the pattern: before a lowercase
 * letter from a to z, the pattern can match only if the word before the space has a digit, or ends in one of
 * `wordsBeforeSpaces`, which stay with any word or with a month, or if the letter is an abbreviation.
 */
function canMatch(text: string, wordStart: number, space: number, wordsBeforeSpaces: readonly string[]): boolean {
  const next = text.charCodeAt(space + 1);
  if (!(next >= LOWER_A && next <= LOWER_Z)) return true;
  if (text.charCodeAt(space + 2) === FULL_STOP) return true;
  if (wordsBeforeSpaces.some((word) => text.startsWith(word, space - word.length))) return true;
  for (let index = wordStart; index < space; index += 1) {
    const codeUnit = text.charCodeAt(index);
    if (codeUnit >= DIGIT_0 && codeUnit <= DIGIT_9) return true;
  }
  return false;
}

const [LOWER_A, LOWER_Z, DIGIT_0, DIGIT_9, FULL_STOP] = [0x61, 0x7a, 0x30, 0x39, 0x2e];

/**
 * Returns a pattern that matches an unbreakable space. Each of its alternatives matches only the space itself and uses
 * lookaround for the text on both sides.
 */
function unbreakableSpacePattern({ months, dateConnectors, keptTogether }: Conventions): RegExp {
  const { ordinalSuffix, wordBeforeMonth, isMonthBeforeDay, wordAfterDay, wordAfterYear } = dateConnectors;
  const month = anyOf(months);
  const ordinal = anyOf([...(ordinalSuffix === undefined ? [] : [ordinalSuffix]), '.', 'º']);
  const word = wordBeforeMonth === undefined ? undefined : literalPattern(wordBeforeMonth);
  const optionalWord = word === undefined ? '' : `(?: ${word})?`;
  return new RegExp(
    [
      ...(keptTogether === undefined ? [] : keptTogetherPatterns(keptTogether)),
      // Initials: J. S. Bach
      String.raw`(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})`,
      // Abbreviations of several letters: s. r. o., z. B.
      String.raw`(?<=(?<![\p{L}\p{N}])\p{L}\.) (?=\p{L}\.)`,
      // Days and months: 4 September, 1er décembre, 4 de diciembre
      String.raw`(?<=(?<!\d)\d{1,2}(?:${ordinal})?${optionalWord}) (?=${month})`,
      ...(word === undefined ? [] : [String.raw`(?<=(?<!\d)\d{1,2}(?:${ordinal})?) (?=${word} (?:${month}))`]),
      // Months before days, and words after numbers: március 4., 2025 m. kovo 4 d.
      ...(isMonthBeforeDay ? [String.raw`(?<=(?<!\p{L})(?:${month})) (?=\d{1,2}(?!\d))`] : []),
      ...(wordAfterDay === undefined
        ? []
        : [String.raw`(?<=(?<!\d)\d{1,2}) (?=${literalPattern(wordAfterDay)}(?!\p{L}))`]),
      ...(wordAfterYear === undefined
        ? []
        : [String.raw`(?<=(?<!\d)\d{4}\.?) (?=${literalPattern(wordAfterYear)}(?!\p{L}))`]),
      String.raw`(?<=\d) (?=[%€$£])`,
      String.raw`(?<=[§№€$£]) (?=\d)`,
    ].join('|'),
    'uy',
  );
}

/** Returns the alternatives for words that stay on one line with the word or number beside them. */
function keptTogetherPatterns({
  beforeWords,
  beforeNumbers,
  beforeNames,
  notCounted,
  conjunctions,
}: KeptTogether): readonly string[] {
  const beforeNumber = anyOf(beforeNumbers);
  return [
    // After a hyphen, an apostrophe or the full stop of an abbreviation, a letter is part of a longer word.
    String.raw`(?<=(?<![\p{L}\p{M}\p{N}.’'-])(?:${anyOf(beforeWords)})) (?=\S)`,
    String.raw`(?<=(?<!\p{L})(?:${beforeNumber})) (?=\p{Nd}|[IVXLC]+\b)`,
    String.raw`(?<=(?<!\p{L})(?:${anyOf(beforeNames)})) (?=\p{Lu}|\p{Lo})`,
    String.raw`(?<=\d (?:${anyOf(conjunctions)})) (?=\d{1,3}(?!\d))`,
    // Quantities: 125 States, 12.4 million. A number of four digits without a separator (a year) and a number after a
    // word such as "article" are not quantities.
    String.raw`(?<=(?<!(?:${beforeNumber}) [\d(),]*)(?<![\p{L}\d.,/:])(?:\d{1,3}(?:[.,]\d+)*|\d{1,3}(?:[\u00a0\u202f]\d{3})+)) (?=\p{L})(?!(?:${anyOf(notCounted)})(?!\p{L}))`,
    // Ordinal numbers: 70. cikk, 5. pluk. A capital may begin a sentence.
    String.raw`(?<=(?<!(?:${beforeNumber}) [\d(),]*)(?<![\p{L}\d.,/:])\d{1,3}\.) (?=\p{Ll})(?!(?:${anyOf(notCounted)})(?!\p{L}))`,
  ];
}
