import LineBreaker from 'linebreak';
import type { KeptTogether, Conventions } from '../../languages/conventions.ts';

/** A break opportunity or a mandatory break (UAX #14). */
export interface LineBreak {
  /** Its position in UTF-16 units, after the white space of the line that it ends. */
  readonly position: number;
  /** Whether the line has to end here. */
  readonly required: boolean;
}

/**
 * The line breaks of a text (UAX #14), tailored by typographic rules: no break before a dash, inside a citation, at a
 * space that the language keeps, or in a web address after its scheme or one of its hyphens, which a reader could take
 * for a hyphenation. The last break is the end of the text.
 */
export function findLineBreaks(text: string, keptSpaces: FindUnbreakableSpaces): readonly LineBreak[] {
  const addresses = [...text.matchAll(WEB_ADDRESS)];
  const dividesAddress = (position: number): boolean =>
    addresses.some(({ index, 0: match, 1: scheme = '' }) => {
      const isInside = index < position && position < index + match.length;
      return isInside && (position <= index + scheme.length || text[position - 1] === '-');
    });
  const citations = [...text.matchAll(CITATION)];
  const dividesCitation = (position: number): boolean =>
    citations.some(({ index, 0: match }) => index < position && position < index + match.length);
  const kept = keptSpaces(text);
  const mayBreak = (position: number): boolean =>
    !kept.has(position) && !DASHES.has(text[position] ?? '') && !dividesAddress(position) && !dividesCitation(position);

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
 * ICC-ASP/20/Res.5, 2271/96, C.N.225.2025: a string without spaces that has a digit and is not part of a web address.
 */
const CITATION = /(?<![\p{L}\d/:.@_-])(?=[\p{L}./-]*\d)[\p{L}\d]+(?:[-./][\p{L}\d]+){1,6}(?![\p{L}\d/@_?#=-])/gu;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);

/** Returns the positions, in UTF-16 units, right after spaces at which the language allows no break. */
export type FindUnbreakableSpaces = (text: string) => ReadonlySet<number>;

/** Compiles the rules of a language on spaces at which no line may end: initials, dates, titles, numbers with units. */
export function openUnbreakableSpaces(conventions: Conventions): FindUnbreakableSpaces {
  const pattern = patternOf(conventions);
  const { link } = conventions.dayWords;
  return (text) => {
    const kept = new Set<number>();
    let wordStart = 0;
    for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      // A sticky pattern matches at `lastIndex` only, so it has to be set before each test.
      pattern.lastIndex = space;
      if (mayBeKept(text, wordStart, space, link) && pattern.test(text)) kept.add(space + 1);
      wordStart = space + 1;
    }
    return kept;
  };
}

/**
 * Whether the pattern can match at a space: a cheap filter. Before a small Latin letter, a space can be kept only after
 * a word with a digit, or after the word that links a day to its month.
 */
function mayBeKept(text: string, wordStart: number, space: number, link: string | undefined): boolean {
  const next = text.charCodeAt(space + 1);
  if (!(next >= SMALL_A && next <= SMALL_Z)) return true;
  if (link !== undefined && wordStart + link.length === space && text.startsWith(link, wordStart)) return true;
  for (let index = wordStart; index < space; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= DIGIT_0 && unit <= DIGIT_9) return true;
  }
  return false;
}

const [SMALL_A, SMALL_Z, DIGIT_0, DIGIT_9] = [0x61, 0x7a, 0x30, 0x39];

/** Matches one space that is kept: each alternative is a space with lookaround for the text on both sides. */
function patternOf({ months: names, dayWords: { ordinal, link }, companions }: Conventions): RegExp {
  const months = names.join('|');
  const ordinals = [...(ordinal === undefined ? [] : [ordinal]), '\\.', 'º'].join('|');
  const linked = link === undefined ? '' : `(?: ${link})?`;
  return new RegExp(
    [
      ...(companions === undefined ? [] : companionPatterns(companions)),
      // J. S. Bach
      String.raw`(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})`,
      // 4 September, 1er décembre, 4 de diciembre
      String.raw`(?<=(?<!\d)\d{1,2}(?:${ordinals})?${linked}) (?=${months})`,
      ...(link === undefined ? [] : [String.raw`(?<=(?<!\d)\d{1,2}) (?=${link} (?:${months}))`]),
      String.raw`(?<=\d) (?=[%€$£])`,
      String.raw`(?<=[§€$£]) (?=\d)`,
    ].join('|'),
    'uy',
  );
}

/** The alternatives for words that stay on one line with their neighbour. */
function companionPatterns({ numbered, titles, small, joins }: KeptTogether): readonly string[] {
  const numbering = numbered.join('|');
  return [
    String.raw`(?<=(?<!\p{L})(?:${numbering})) (?=\p{Nd}|[IVXLC]+\b)`,
    String.raw`(?<=(?<!\p{L})(?:${titles.join('|')})) (?=\p{Lu}|\p{Lo})`,
    String.raw`(?<=\d (?:${joins.join('|')})) (?=\d{1,3}(?!\d))`,
    // 125 States, 12.4 million; but not a year (2025) or a number after a word like "article", which count nothing
    String.raw`(?<=(?<!(?:${numbering}) [\d(),]*)(?<![\p{L}\d.,/:])(?:\d{1,3}(?:[.,]\d+)*|\d{1,3}(?:[\u00a0\u202f]\d{3})+)) (?=\p{L})(?!(?:${small.join('|')})(?!\p{L}))`,
  ];
}
