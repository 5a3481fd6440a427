import type { Glyph } from '../../model/page.ts';
import type { Hyphenate } from './hyphenation.ts';
import { totalWidth, withGlyphs, type ShapedRun, type Segment } from './segments.ts';

/**
 * Divides a segment at the positions at which its words may be hyphenated. Returns it undivided if it belongs to a link
 * or has text that is never hyphenated, such as a number.
 */
export function hyphenateSegment(segment: Segment, hyphenate: Hyphenate): readonly Segment[] {
  const { text, runs: shapedRuns } = segment;
  if (text.length < MIN_SEGMENT_LENGTH || NEVER_DIVIDED.test(text) || shapedRuns.some(({ run }) => run.leaf?.link))
    return [segment];
  const positions = [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ index, 0: word }) =>
    hyphenate(word).map((position) => index + position),
  );
  return divideAt(segment, positions, 'division');
}

/** Segments shorter than this, in UTF-16 units, are not hyphenated. */
const MIN_SEGMENT_LENGTH = 6;
/**
 * Matches text that is never hyphenated: numbers, addresses, compounds with a hyphen, and words with soft hyphens of
 * their own.
 */
const NEVER_DIVIDED = /[\d/@_\u00ad-]|\.\p{L}/u;

/** Divides a segment that is wider than the measure at those ordinary spaces at which the language allows no break. */
export function splitAtSpaces(segment: Segment): readonly Segment[] {
  const parts: Segment[] = [];
  let partRuns: ShapedRun[] = [];
  const addPart = (partEnd: Pick<Segment, 'spaces' | 'breakKind' | 'breakRequired'>): void => {
    const text = partRuns.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    parts.push({ ...partEnd, text, runs: partRuns, width: totalWidth(partRuns) });
    partRuns = [];
  };
  for (const shapedRun of segment.runs) {
    const isBreakableSpace =
      shapedRun.isSpace && partRuns.length > 0 && shapedRun.glyphs.every(({ text }) => text === ' ');
    if (isBreakableSpace) addPart({ spaces: [shapedRun], breakKind: 'space', breakRequired: false });
    else partRuns.push(shapedRun);
  }
  addPart(segment);
  return parts;
}

/** Divides a word that is wider than the measure between all of its clusters. */
export function splitAtClusters(segment: Segment): readonly Segment[] {
  const positions: number[] = [];
  let position = 0;
  for (const glyph of segment.runs.flatMap(({ glyphs }) => glyphs)) {
    if (position > 0 && glyph.advance > 0 && glyph.text !== '') positions.push(position);
    position += glyph.text.length;
  }
  return divideAt(segment, positions, 'anywhere');
}

/** Divides a segment at positions in UTF-16 units. A position inside a cluster, as in a ligature, is ignored. */
function divideAt(
  segment: Segment,
  positions: readonly number[],
  breakKind: 'division' | 'anywhere',
): readonly Segment[] {
  const parts: Segment[] = [];
  let rest: Segment = segment;
  let restStart = 0;
  for (const position of positions) {
    const splitRest = splitRuns(rest.runs, position - restStart);
    if (splitRest === undefined) continue;
    const [head, tail] = splitRest;
    parts.push({
      text: rest.text.slice(0, position - restStart),
      runs: head,
      spaces: [],
      width: totalWidth(head),
      breakKind,
      breakRequired: false,
    });
    rest = { ...rest, text: rest.text.slice(position - restStart), runs: tail, width: totalWidth(tail) };
    restStart = position;
  }
  return [...parts, rest];
}

/**
 * Splits shaped runs after `length` UTF-16 units. Returns undefined if this position is inside a cluster, or not inside
 * the runs.
 */
function splitRuns(
  shapedRuns: readonly ShapedRun[],
  length: number,
): readonly [head: readonly ShapedRun[], tail: readonly ShapedRun[]] | undefined {
  const head: ShapedRun[] = [];
  let remainingLength = length;
  for (const [index, shapedRun] of shapedRuns.entries()) {
    const runLength = textLength(shapedRun.glyphs);
    if (runLength > remainingLength) {
      const count = glyphCount(shapedRun.glyphs, remainingLength);
      if (count === undefined) return undefined;
      if (count > 0) head.push(withGlyphs(shapedRun, shapedRun.glyphs.slice(0, count)));
      return [head, [withGlyphs(shapedRun, shapedRun.glyphs.slice(count)), ...shapedRuns.slice(index + 1)]];
    }
    head.push(shapedRun);
    remainingLength -= runLength;
  }
  return undefined;
}

/**
 * Returns the number of glyphs of the first `length` UTF-16 units, including glyphs without text of their own that
 * complete the last cluster. Returns undefined if the position is inside a cluster.
 */
function glyphCount(glyphs: readonly Glyph[], length: number): number | undefined {
  let count = 0;
  let coveredLength = 0;
  while (coveredLength < length || (coveredLength > 0 && glyphs[count]?.text === '')) {
    coveredLength += glyphs[count]?.text.length ?? Infinity;
    count += 1;
  }
  return coveredLength === length ? count : undefined;
}

/** Returns the length of the glyphs' text, in UTF-16 units. */
function textLength(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { text }) => sum + text.length, 0);
}
