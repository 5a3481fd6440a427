import type { Hyphenate } from './hyphenation.ts';
import { totalWidth, withGlyphs, type BreakKind, type Segment, type ShapedRun } from './segments.ts';

/**
 * Divides a segment at the positions at which its words may be hyphenated. Returns it undivided if it belongs to a link,
 * or has only text that is never hyphenated, such as a number. `isAfterHyphen`: whether the segment before it ends with a
 * hyphen of the text.
 */
export function hyphenateSegment(segment: Segment, isAfterHyphen: boolean, hyphenate: Hyphenate): readonly Segment[] {
  const { runs: shapedRuns } = segment;
  const text = textWithoutMarks(segment);
  if (text.length < MIN_SEGMENT_LENGTH || shapedRuns.some(({ run }) => run.leaf?.link)) return [segment];
  // A segment has several words if no line may end between them, as in "Article 70".
  const cuts = [...text.matchAll(/\S+/gu)].flatMap((word) =>
    NEVER_DIVIDED.test(word[0]) ? [] : cutsOfWord(word[0], word.index, isAfterHyphen && word.index === 0, hyphenate),
  );
  return divideAt(segment, cuts);
}

/** Returns the text of a segment with spaces in the place of the marks of notes, whose figures are no part of a word. */
function textWithoutMarks({ text, runs: shapedRuns }: Segment): string {
  if (shapedRuns.every(({ run }) => run.note === undefined)) return text;
  const textOf = ({ glyphs }: ShapedRun): string => glyphs.map((glyph) => glyph.text).join('');
  return shapedRuns
    .map((shapedRun) => (shapedRun.run.note === undefined ? textOf(shapedRun) : ' '.repeat(textOf(shapedRun).length)))
    .join('');
}

/** Returns where a word with its punctuation may be divided. `start` is its position in its segment. */
function cutsOfWord(word: string, start: number, isAfterHyphen: boolean, hyphenate: Hyphenate): readonly Cut[] {
  const isInCompound = isAfterHyphen || COMPOUND_HYPHEN.test(word);
  return [...word.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ index, 0: letters }): readonly Cut[] => {
    const { positions, mayBeName } = hyphenate(letters);
    const breakKind = mayBeName || isInCompound ? 'avoided-division' : 'division';
    return positions.map((position) => ({ position: start + index + position, breakKind }));
  });
}

/** A place where a segment is divided. */
interface Cut {
  /** In UTF-16 units. */
  readonly position: number;
  /** The kind of the break there. */
  readonly breakKind: BreakKind;
}

/** Segments shorter than this, in UTF-16 units, are not hyphenated. */
const MIN_SEGMENT_LENGTH = 6;
/** Matches a word that is never hyphenated: numbers, addresses, and words with soft hyphens of their own. */
const NEVER_DIVIDED = /[\d/@_\u00ad]|\.\p{L}/u;
/** Matches a hyphen between the parts of a compound: the common one, U+2010, and the no-break hyphen. */
const COMPOUND_HYPHEN = /[-\u2010\u2011]/u;

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
  const cuts: Cut[] = [];
  let position = 0;
  for (const glyph of segment.runs.flatMap(({ glyphs }) => glyphs)) {
    if (position > 0 && glyph.advance > 0 && glyph.text !== '') cuts.push({ position, breakKind: 'anywhere' });
    position += glyph.text.length;
  }
  return divideAt(segment, cuts);
}

/** Divides a segment. A position inside a cluster, as in a ligature, is ignored. */
function divideAt(segment: Segment, cuts: readonly Cut[]): readonly Segment[] {
  // Most words have no position at which they may be divided.
  const isClusterBoundary = cuts.length === 0 ? undefined : isClusterBoundaryOf(segment.runs);
  const usedCuts = cuts.filter(({ position }) => isClusterBoundary?.(position));
  if (usedCuts.length === 0) return [segment];
  const cutPositions = usedCuts.map(({ position }) => position);
  return splitRuns(segment.runs, cutPositions).map((runs, index): Segment => {
    const cut = usedCuts[index];
    const text = segment.text.slice(cutPositions[index - 1] ?? 0, cut?.position);
    const width = totalWidth(runs);
    if (cut === undefined) return { ...segment, text, runs, width };
    return { text, runs, spaces: [], width, breakKind: cut.breakKind, breakRequired: false };
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
