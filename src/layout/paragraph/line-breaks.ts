import LineBreaker from 'linebreak';
import type { KeptTogether, Conventions } from '../../languages/conventions.ts';

/** A break opportunity or a mandatory break (UAX #14). */
export interface LineBreak {
  /** Where the next line starts, in UTF-16 units: after the white space at the end of the line. */
  readonly position: number;
  /** Whether the line has to end here. */
  readonly required: boolean;
}

/**
 * Returns the line breaks of a text (UAX #14), without those that typographic rules forbid: before a dash, inside a
 * document symbol, at a space that is unbreakable in the language, and in a web address after its scheme or after a
 * hyphen, which a reader could take for hyphenation. The last break is the end of the text.
 */
export function findLineBreaks(text: string, findUnbreakableSpaces: FindUnbreakableSpaces): readonly LineBreak[] {
  const addresses = [...text.matchAll(WEB_ADDRESS)];
  const dividesAddress = (position: number): boolean =>
    addresses.some(({ index, 0: match, 1: scheme = '' }) => {
      const isInside = index < position && position < index + match.length;
      return isInside && (position <= index + scheme.length || text[position - 1] === '-');
    });
  const symbols = [...text.matchAll(DOCUMENT_SYMBOL)];
  const dividesSymbol = (position: number): boolean =>
    symbols.some(({ index, 0: match }) => index < position && position < index + match.length);
  const unbreakable = findUnbreakableSpaces(text);
  const mayBreak = (position: number): boolean =>
    !unbreakable.has(position) &&
    !DASHES.has(text[position] ?? '') &&
    !dividesAddress(position) &&
    !dividesSymbol(position);

  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position, required } = found;
    if (required || mayBreak(position)) breaks.push({ position, required });
  }
  return breaks;
}

const WEB_ADDRESS = /(https?:\/\/|www\.)\S+/g;
/**
 * The symbol of a document (ICC-ASP/20/Res.5, 2271/96, C.N.225.2025): parts joined by hyphens, full stops or slashes, with
 * at least one digit, outside of web addresses.
 */
const DOCUMENT_SYMBOL = /(?<![\p{L}\d/:.@_-])(?=[\p{L}./-]*\d)[\p{L}\d]+(?:[-./][\p{L}\d]+){1,6}(?![\p{L}\d/@_?#=-])/gu;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);

/** Returns the positions, in UTF-16 units, right after spaces at which the language allows no break. */
export type FindUnbreakableSpaces = (text: string) => ReadonlySet<number>;

/** Compiles the rules of a language for spaces at which no line may end: initials, dates, titles, numbers with units. */
export function openUnbreakableSpaces(conventions: Conventions): FindUnbreakableSpaces {
  const pattern = unbreakableSpacePattern(conventions);
  const { wordBeforeMonth } = conventions.dateConnectors;
  return (text) => {
    const unbreakable = new Set<number>();
    let wordStart = 0;
    for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      // A sticky pattern matches at `lastIndex` only, so it has to be set before each test.
      pattern.lastIndex = space;
      if (canMatch(text, wordStart, space, wordBeforeMonth) && pattern.test(text)) unbreakable.add(space + 1);
      wordStart = space + 1;
    }
    return unbreakable;
  };
}

/**
 * A cheap filter before the pattern: whether it can match at a space. Before a lowercase letter from a to z it can only
 * match if the word before the space has a digit, or is the word between a day and its month.
 */
function canMatch(text: string, wordStart: number, space: number, wordBeforeMonth: string | undefined): boolean {
  const next = text.charCodeAt(space + 1);
  if (!(next >= LOWER_A && next <= LOWER_Z)) return true;
  const wordLength = space - wordStart;
  if (wordLength === wordBeforeMonth?.length && text.startsWith(wordBeforeMonth, wordStart)) return true;
  for (let index = wordStart; index < space; index += 1) {
    const codeUnit = text.charCodeAt(index);
    if (codeUnit >= DIGIT_0 && codeUnit <= DIGIT_9) return true;
  }
  return false;
}

const [LOWER_A, LOWER_Z, DIGIT_0, DIGIT_9] = [0x61, 0x7a, 0x30, 0x39];

/** Matches one unbreakable space: each alternative is a space, with lookaround for the text on both sides. */
function unbreakableSpacePattern({ months, dateConnectors, keptTogether }: Conventions): RegExp {
  const { ordinalSuffix, wordBeforeMonth } = dateConnectors;
  const month = months.join('|');
  const ordinal = [...(ordinalSuffix === undefined ? [] : [ordinalSuffix]), '\\.', 'º'].join('|');
  const optionalWord = wordBeforeMonth === undefined ? '' : `(?: ${wordBeforeMonth})?`;
  return new RegExp(
    [
      ...(keptTogether === undefined ? [] : keptTogetherPatterns(keptTogether)),
      // J. S. Bach
      String.raw`(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})`,
      // 4 September, 1er décembre, 4 de diciembre
      String.raw`(?<=(?<!\d)\d{1,2}(?:${ordinal})?${optionalWord}) (?=${month})`,
      ...(wordBeforeMonth === undefined ? [] : [String.raw`(?<=(?<!\d)\d{1,2}) (?=${wordBeforeMonth} (?:${month}))`]),
      String.raw`(?<=\d) (?=[%€$£])`,
      String.raw`(?<=[§€$£]) (?=\d)`,
    ].join('|'),
    'uy',
  );
}

/** The alternatives for words that stay on one line with the word or number beside them. */
function keptTogetherPatterns({
  beforeNumbers,
  beforeNames,
  notCounted,
  conjunctions,
}: KeptTogether): readonly string[] {
  const beforeNumber = beforeNumbers.join('|');
  return [
    String.raw`(?<=(?<!\p{L})(?:${beforeNumber})) (?=\p{Nd}|[IVXLC]+\b)`,
    String.raw`(?<=(?<!\p{L})(?:${beforeNames.join('|')})) (?=\p{Lu}|\p{Lo})`,
    String.raw`(?<=\d (?:${conjunctions.join('|')})) (?=\d{1,3}(?!\d))`,
    // 125 States, 12.4 million. A year (2025) and a number after a word such as "article" are no quantities.
    String.raw`(?<=(?<!(?:${beforeNumber}) [\d(),]*)(?<![\p{L}\d.,/:])(?:\d{1,3}(?:[.,]\d+)*|\d{1,3}(?:[\u00a0\u202f]\d{3})+)) (?=\p{L})(?!(?:${notCounted.join('|')})(?!\p{L}))`,
  ];
}
