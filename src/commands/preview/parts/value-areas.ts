import type { LineOrigin } from '../../../model/line-origin.ts';
import type { Area, Fragment, Line } from '../../../model/page.ts';
import { type ContentValue, type ContentValues, findContentValues, countedText } from './content-values.ts';
import { areaOnLine } from './line-area.ts';

/** A merged value, or the part of it that is on one line, and an area of the page that it fills. */
export interface ValueOnLine {
  readonly value: ContentValue;
  readonly area: Area;
}

/** Returns the areas of the values on a line. The lines of a letter have to be given in reading order. */
export type LocateValues = (line: Line) => readonly ValueOnLine[];

/**
 * Creates the function that finds the merged values on the lines of one letter. The characters of the lines of a paragraph
 * are counted up to each value; a paragraph that is printed again, as the head of a table is, is counted again.
 */
export function createValueLocator(comma: string): LocateValues {
  const valuesOf = new Map<LineOrigin, ContentValues>();
  const countedOf = new Map<LineOrigin, number>();
  return (line) => {
    const { origin } = line;
    if (origin === undefined) return [];
    const content = valuesOf.get(origin) ?? findContentValues(origin.content, comma);
    valuesOf.set(origin, content);
    if (content.values.length === 0) return [];
    const counted = countedOf.get(origin) ?? 0;
    const first = counted >= content.length ? 0 : counted;
    const { extents, end } = extentsOnLine(line.fragments, first, content.values);
    countedOf.set(origin, end);
    return [...extents].flatMap(([value, parts]) =>
      joinTouching(parts).map(([left, right]) => ({ value, area: areaOnLine(line, left, right) })),
    );
  };
}

/** The left and the right end of a part of a line, in points from the left edge of the sheet. */
type Extent = readonly [left: number, right: number];

/** What the values of a line fill of it. */
interface ExtentsOnLine {
  readonly extents: ReadonlyMap<ContentValue, readonly Extent[]>;
  /** The number of visible UTF-16 units of the paragraph up to the end of the line. */
  readonly end: number;
}

/**
 * Walks through the glyphs of a line. A space belongs to a value if the value goes on after it on the same line, and a
 * hyphen at the end of a line if the value goes on below. `start` is the number of visible units before the line.
 */
function extentsOnLine(fragments: readonly Fragment[], start: number, values: readonly ContentValue[]): ExtentsOnLine {
  const extents = new Map<ContentValue, Extent[]>();
  let position = start;
  let spaces: Extent[] = [];
  let previous: ContentValue | undefined;
  const add = (value: ContentValue, extent: Extent): void => {
    const parts = extents.get(value);
    if (parts === undefined) extents.set(value, [extent]);
    else parts.push(extent);
  };

  for (const { text, extent, direction } of glyphExtents(fragments)) {
    const visible = countedText(text);
    if (visible === '') {
      if (text.trim() === '' && text !== '') spaces.push(extent);
      else if (previous !== undefined && (text === '' || position < previous.end)) add(previous, extent);
      continue;
    }
    const [left, right] = extent;
    // A ligature is shared among its characters, as for a selection.
    for (let unit = 0; unit < visible.length; unit += 1) {
      const value = values.find((candidate) => candidate.start <= position && position < candidate.end);
      if (value !== undefined) {
        if (value === previous) for (const space of spaces) add(value, space);
        const width = (right - left) / visible.length;
        const unitsAtLeft = direction === 'ltr' ? unit : visible.length - 1 - unit;
        add(value, [left + unitsAtLeft * width, left + (unitsAtLeft + 1) * width]);
      }
      spaces = [];
      previous = value;
      position += 1;
    }
  }
  return { extents, end: position };
}

/** A glyph of a line, by its text and its place. */
interface GlyphOnLine extends Pick<Fragment, 'direction'> {
  readonly text: string;
  readonly extent: Extent;
}

/** Yields the glyphs of a line in reading order. */
function* glyphExtents(fragments: readonly Fragment[]): Generator<GlyphOnLine> {
  for (const { x, width, direction, glyphs } of fragments) {
    const sum = glyphs.reduce((total, { advance }) => total + advance, 0);
    const scale = sum === 0 ? 0 : width / sum;
    let covered = 0;
    for (const { text, advance } of glyphs) {
      const length = advance * scale;
      const left = direction === 'ltr' ? x + covered : x + width - covered - length;
      yield { text, direction, extent: [left, left + length] };
      covered += length;
    }
  }
}

/** The greatest gap between two parts that are joined, in points: less than any space. */
const GREATEST_GAP = 0.5;

/** Joins parts of a line that touch. In a line with words of both directions, a value can be in two places. */
function joinTouching(parts: readonly Extent[]): readonly Extent[] {
  const joined: Extent[] = [];
  for (const [left, right] of parts.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && left - last[1] <= GREATEST_GAP)
      joined[joined.length - 1] = [last[0], Math.max(last[1], right)];
    else joined.push([left, right]);
  }
  return joined;
}
