import type { Glyph } from '../../model/page.ts';
import type { Hyphenate } from './hyphenation.ts';
import { widthOf, withGlyphs, type ShapedRun, type Segment } from './segments.ts';

/** The parts of a segment whose words may be divided; one that is a link, a name or has a hyphen already stays whole. */
export function dividedInWords(segment: Segment, hyphenate: Hyphenate): readonly Segment[] {
  const { text, runs: pieces } = segment;
  if (text.length < SHORTEST || NEVER_DIVIDED.test(text) || pieces.some(({ run }) => run.leaf?.link)) return [segment];
  const places = [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ index, 0: word }) =>
    hyphenate(word).map((place) => index + place),
  );
  return dividedAt(segment, places, 'division');
}

const SHORTEST = 6;
/** Numbers, addresses, compounds. */
const NEVER_DIVIDED = /[\d/@_\u00ad-]|\.\p{L}/u;

/** The parts of a segment that is too long for a line: what only the language keeps together may be parted at its spaces. */
export function dividedAtSpaces(segment: Segment): readonly Segment[] {
  const parts: Segment[] = [];
  let pieces: ShapedRun[] = [];
  const add = (rest: Pick<Segment, 'spaces' | 'end' | 'endsLine'>): void => {
    const text = pieces.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    parts.push({ ...rest, text, runs: pieces, width: widthOf(pieces) });
    pieces = [];
  };
  for (const piece of segment.runs) {
    const mayEnd = piece.isSpace && pieces.length > 0 && piece.glyphs.every(({ text }) => text === ' ');
    if (mayEnd) add({ spaces: [piece], end: 'space', endsLine: false });
    else pieces.push(piece);
  }
  add(segment);
  return parts;
}

/** The parts of a word that is too long for any line: every character with its marks is one. */
export function dividedAnywhere(segment: Segment): readonly Segment[] {
  const places: number[] = [];
  let place = 0;
  for (const glyph of segment.runs.flatMap(({ glyphs }) => glyphs)) {
    if (place > 0 && glyph.advance > 0 && glyph.text !== '') places.push(place);
    place += glyph.text.length;
  }
  return dividedAt(segment, places, 'anywhere');
}

/** Divides a segment after so many UTF-16 units, where a glyph begins there: a ligature is not divided. */
function dividedAt(segment: Segment, places: readonly number[], end: 'division' | 'anywhere'): readonly Segment[] {
  const parts: Segment[] = [];
  let rest: Segment = segment;
  let before = 0;
  for (const place of places) {
    const divided = piecesUpTo(rest.runs, place - before);
    if (divided === undefined) continue;
    const [pieces, others] = divided;
    parts.push({
      text: rest.text.slice(0, place - before),
      runs: pieces,
      spaces: [],
      width: widthOf(pieces),
      end,
      endsLine: false,
    });
    rest = { ...rest, text: rest.text.slice(place - before), runs: others, width: widthOf(others) };
    before = place;
  }
  return [...parts, rest];
}

function piecesUpTo(
  pieces: readonly ShapedRun[],
  length: number,
): readonly [first: readonly ShapedRun[], others: readonly ShapedRun[]] | undefined {
  const first: ShapedRun[] = [];
  let missing = length;
  for (const [index, piece] of pieces.entries()) {
    const own = lengthOf(piece.glyphs);
    if (own > missing) {
      const count = glyphsFor(piece.glyphs, missing);
      if (count === undefined) return undefined;
      if (count > 0) first.push(withGlyphs(piece, piece.glyphs.slice(0, count)));
      return [first, [withGlyphs(piece, piece.glyphs.slice(count)), ...pieces.slice(index + 1)]];
    }
    first.push(piece);
    missing -= own;
  }
  return undefined;
}

/** How many glyphs stand for so much text, with the marks on the last; undefined if one stands for more. */
function glyphsFor(glyphs: readonly Glyph[], length: number): number | undefined {
  let count = 0;
  let seen = 0;
  while (seen < length || (seen > 0 && glyphs[count]?.text === '')) {
    seen += glyphs[count]?.text.length ?? Infinity;
    count += 1;
  }
  return seen === length ? count : undefined;
}

function lengthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { text }) => sum + text.length, 0);
}
