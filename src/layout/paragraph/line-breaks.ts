import LineBreaker from 'linebreak';
import type { Companions, Conventions } from '../../languages/conventions.ts';

/** A place where a line may end, or has to. */
export interface LineBreak {
  /** Characters (UTF-16) before it, white space included. */
  readonly position: number;
  readonly required: boolean;
}

/**
 * Where lines may end (UAX #14), with rules of the trade besides: no line begins with a dash, and an address of the web ends
 * no line with one of its hyphens, as nobody could tell whether it belongs to it, nor with its scheme; and citations and
 * what the language keeps together stay whole. The last place is the end of the text.
 */
export function lineBreaksIn(text: string, keptSpaces: KeptSpaces): readonly LineBreak[] {
  const addresses = [...text.matchAll(WEB_ADDRESS)];
  const dividesAddress = (position: number): boolean =>
    addresses.some(({ index, 0: all, 1: scheme = '' }) => {
      const isInside = index < position && position < index + all.length;
      return isInside && (position <= index + scheme.length || text[position - 1] === '-');
    });
  const citations = [...text.matchAll(CITATION)];
  const dividesCitation = (position: number): boolean =>
    citations.some(({ index, 0: all }) => index < position && position < index + all.length);
  const kept = keptSpaces(text);
  const mayEnd = (position: number): boolean =>
    !kept.has(position) && !DASHES.has(text[position] ?? '') && !dividesAddress(position) && !dividesCitation(position);

  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position, required } = found;
    if (required || mayEnd(position)) breaks.push({ position, required });
  }
  return breaks;
}

const WEB_ADDRESS = /(https?:\/\/|www\.)\S+/g;
/** ICC-ASP/20/Res.5, 2271/96, C.N.225.2025: what is written in one and has a figure, but no address of the web. */
const CITATION = /(?<![\p{L}\d/:.@_-])(?=[\p{L}./-]*\d)[\p{L}\d]+(?:[-./][\p{L}\d]+){1,6}(?![\p{L}\d/@_?#=-])/gu;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);

/** The places (UTF-16) after spaces at which no line may end. */
export type KeptSpaces = (text: string) => ReadonlySet<number>;

/** Opens the spaces that a language keeps. */
export function openKeptSpaces(conventions: Conventions): KeptSpaces {
  const pattern = patternOf(conventions);
  const { link } = conventions.dayWords;
  return (text) => {
    const kept = new Set<number>();
    let wordStart = 0;
    for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      // A sticky pattern matches where its last index is, which is therefore set before each use.
      pattern.lastIndex = space;
      if (mayBeKept(text, wordStart, space, link) && pattern.test(text)) kept.add(space + 1);
      wordStart = space + 1;
    }
    return kept;
  };
}

/** No language keeps a space before a small Latin letter, but in dates; to see that costs much less than to try. */
function mayBeKept(text: string, wordStart: number, space: number, link: string | undefined): boolean {
  const next = text.charCodeAt(space + 1);
  if (!(next >= SMALL_A && next <= SMALL_Z)) return true;
  if (link !== undefined && wordStart + link.length === space && text.startsWith(link, wordStart)) return true;
  for (let at = wordStart; at < space; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= DIGIT_0 && unit <= DIGIT_9) return true;
  }
  return false;
}

const [SMALL_A, SMALL_Z, DIGIT_0, DIGIT_9] = [0x61, 0x7a, 0x30, 0x39];

/** Each alternative is one space, with what must stand on both sides of it. */
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

function companionPatterns({ numbered, titles, small, joins }: Companions): readonly string[] {
  const numbering = numbered.join('|');
  return [
    String.raw`(?<=(?<!\p{L})(?:${numbering})) (?=\p{Nd}|[IVXLC]+\b)`,
    String.raw`(?<=(?<!\p{L})(?:${titles.join('|')})) (?=\p{Lu}|\p{Lo})`,
    String.raw`(?<=\d (?:${joins.join('|')})) (?=\d{1,3}(?!\d))`,
    // 125 States, 12.4 million; but the year 2025 counts nothing, nor does article 112
    String.raw`(?<=(?<!(?:${numbering}) [\d(),]*)(?<![\p{L}\d.,/:])(?:\d{1,3}(?:[.,]\d+)*|\d{1,3}(?:[\u00a0\u202f]\d{3})+)) (?=\p{L})(?!(?:${small.join('|')})(?!\p{L}))`,
  ];
}
