import type { Glyph } from '../../model/page.ts';
import type { Hyphenate } from './hyphenation.ts';
import { widthOf, withGlyphs, type ShapedRun, type Segment } from './segments.ts';

/** Divides a segment where its words may be hyphenated. A link, and a segment with a hyphen or a digit, stays whole. */
export function hyphenateSegment(segment: Segment, hyphenate: Hyphenate): readonly Segment[] {
  const { text, runs: shaped } = segment;
  if (text.length < SHORTEST || NEVER_DIVIDED.test(text) || shaped.some(({ run }) => run.leaf?.link)) return [segment];
  const positions = [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ index, 0: word }) =>
    hyphenate(word).map((position) => index + position),
  );
  return dividedAt(segment, positions, 'division');
}

/** Segments shorter than this, in UTF-16 units, are not hyphenated. */
const SHORTEST = 6;
/** Numbers, addresses, compounds with a hyphen, words with soft hyphens of their own. */
const NEVER_DIVIDED = /[\d/@_\u00ad-]|\.\p{L}/u;

/** Divides a segment wider than the measure at the ordinary spaces at which the language allows no break. */
export function splitAtSpaces(segment: Segment): readonly Segment[] {
  const parts: Segment[] = [];
  let partRuns: ShapedRun[] = [];
  const add = (rest: Pick<Segment, 'spaces' | 'breakKind' | 'breakRequired'>): void => {
    const text = partRuns.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    parts.push({ ...rest, text, runs: partRuns, width: widthOf(partRuns) });
    partRuns = [];
  };
  for (const shapedRun of segment.runs) {
    const mayEnd = shapedRun.isSpace && partRuns.length > 0 && shapedRun.glyphs.every(({ text }) => text === ' ');
    if (mayEnd) add({ spaces: [shapedRun], breakKind: 'space', breakRequired: false });
    else partRuns.push(shapedRun);
  }
  add(segment);
  return parts;
}

/** Divides a word that is wider than the measure into its clusters. */
export function splitAtClusters(segment: Segment): readonly Segment[] {
  const positions: number[] = [];
  let position = 0;
  for (const glyph of segment.runs.flatMap(({ glyphs }) => glyphs)) {
    if (position > 0 && glyph.advance > 0 && glyph.text !== '') positions.push(position);
    position += glyph.text.length;
  }
  return dividedAt(segment, positions, 'anywhere');
}

/** Divides a segment at positions in UTF-16 units; one inside a cluster, as in a ligature, is passed over. */
function dividedAt(segment: Segment, positions: readonly number[], end: 'division' | 'anywhere'): readonly Segment[] {
  const parts: Segment[] = [];
  let rest: Segment = segment;
  let restStart = 0;
  for (const position of positions) {
    const divided = splitRuns(rest.runs, position - restStart);
    if (divided === undefined) continue;
    const [head, tail] = divided;
    parts.push({
      text: rest.text.slice(0, position - restStart),
      runs: head,
      spaces: [],
      width: widthOf(head),
      breakKind: end,
      breakRequired: false,
    });
    rest = { ...rest, text: rest.text.slice(position - restStart), runs: tail, width: widthOf(tail) };
    restStart = position;
  }
  return [...parts, rest];
}

/** Splits shaped runs after so many UTF-16 units; undefined if that is inside a cluster, or not inside the runs. */
function splitRuns(
  shapedRuns: readonly ShapedRun[],
  length: number,
): readonly [head: readonly ShapedRun[], tail: readonly ShapedRun[]] | undefined {
  const head: ShapedRun[] = [];
  let remaining = length;
  for (const [index, shapedRun] of shapedRuns.entries()) {
    const runLength = lengthOf(shapedRun.glyphs);
    if (runLength > remaining) {
      const count = glyphCount(shapedRun.glyphs, remaining);
      if (count === undefined) return undefined;
      if (count > 0) head.push(withGlyphs(shapedRun, shapedRun.glyphs.slice(0, count)));
      return [head, [withGlyphs(shapedRun, shapedRun.glyphs.slice(count)), ...shapedRuns.slice(index + 1)]];
    }
    head.push(shapedRun);
    remaining -= runLength;
  }
  return undefined;
}

/**
 * The number of glyphs of the first `length` UTF-16 units, with the glyphs that complete the last cluster (those
 * without text of their own); undefined if a cluster ends later.
 */
function glyphCount(glyphs: readonly Glyph[], length: number): number | undefined {
  let count = 0;
  let covered = 0;
  while (covered < length || (covered > 0 && glyphs[count]?.text === '')) {
    covered += glyphs[count]?.text.length ?? Infinity;
    count += 1;
  }
  return covered === length ? count : undefined;
}

/** The length of the glyphs' text, in UTF-16 units. */
function lengthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { text }) => sum + text.length, 0);
}
