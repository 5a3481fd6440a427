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
  // Most words have no position at which they may be divided.
  const cutPositions = positions.length === 0 ? [] : positions.filter(isClusterBoundaryOf(segment.runs));
  if (cutPositions.length === 0) return [segment];
  const runsOfParts = splitRuns(segment.runs, cutPositions);
  return runsOfParts.map((runs, index): Segment => {
    const text = segment.text.slice(cutPositions[index - 1] ?? 0, cutPositions[index]);
    const width = totalWidth(runs);
    const isLast = index === runsOfParts.length - 1;
    return isLast
      ? { ...segment, text, runs, width }
      : { text, runs, spaces: [], width, breakKind, breakRequired: false };
  });
}

/**
 * Returns a predicate for whether a position, in UTF-16 units, is inside the shaped runs and not inside a cluster.
 */
function isClusterBoundaryOf(shapedRuns: readonly ShapedRun[]): (position: number) => boolean {
  const boundaries = new Set<number>();
  let position = 0;
  for (const { glyphs } of shapedRuns)
    for (const { text } of glyphs) {
      boundaries.add(position);
      position += text.length;
    }
  return (candidate) => candidate > 0 && candidate < position && boundaries.has(candidate);
}

/**
 * Splits shaped runs at ascending positions in UTF-16 units, which are cluster boundaries. A glyph without text of its
 * own belongs to the cluster before it.
 */
function splitRuns(shapedRuns: readonly ShapedRun[], positions: readonly number[]): readonly (readonly ShapedRun[])[] {
  const parts: ShapedRun[][] = [[]];
  let position = 0;
  for (const shapedRun of shapedRuns) {
    let partStart = 0;
    shapedRun.glyphs.forEach(({ text }, index) => {
      if (text !== '' && position === positions[parts.length - 1]) {
        if (index > partStart) parts.at(-1)?.push(partOfRun(shapedRun, partStart, index));
        parts.push([]);
        partStart = index;
      }
      position += text.length;
    });
    parts.at(-1)?.push(partStart === 0 ? shapedRun : partOfRun(shapedRun, partStart, shapedRun.glyphs.length));
  }
  return parts;
}

function partOfRun(shapedRun: ShapedRun, start: number, end: number): ShapedRun {
  return withGlyphs(shapedRun, shapedRun.glyphs.slice(start, end));
}
