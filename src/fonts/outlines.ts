import type { Sfnt } from './sfnt.ts';

/** A font whose outlines are TrueType glyph descriptions, from its own table glyf or converted from another format. */
export interface OutlineFont extends Sfnt {
  /**
   * Returns the description of a glyph (OpenType 1.9, table glyf), which is empty for a glyph without an outline, such as
   * a space.
   */
  readonly glyphDescription: (glyph: number) => DataView;
  /** Returns the left side bearing of a glyph in font units. */
  readonly leftSideBearing: (glyph: number) => number;
  /** Whether the descriptions are converted. The table maxp then states no limits for them. */
  readonly isConverted: boolean;
}

/** The offset of numberOfHMetrics in the table hhea, in bytes. */
export const NUMBER_OF_H_METRICS = 34;

/** Returns a font with the outlines of its table glyf. */
export function trueTypeOutlines(sfnt: Sfnt): OutlineFont {
  return {
    ...sfnt,
    glyphDescription: (glyph) => {
      const glyf = sfnt.table('glyf');
      const [start, end] = [glyfOffset(sfnt, glyph), glyfOffset(sfnt, glyph + 1)];
      return new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
    },
    leftSideBearing: (glyph) => {
      const numberOfHMetrics = sfnt.table('hhea').getUint16(NUMBER_OF_H_METRICS);
      const offset = glyph < numberOfHMetrics ? glyph * 4 + 2 : numberOfHMetrics * 4 + (glyph - numberOfHMetrics) * 2;
      return sfnt.table('hmtx').getInt16(offset);
    },
    isConverted: false,
  };
}

/**
 * Returns the offset of a glyph in the table glyf, in bytes. It is in the table loca, whose format (16-bit or 32-bit)
 * is in the field indexToLocFormat of the table head.
 */
export function glyfOffset(font: Sfnt, glyph: number): number {
  const isLong = font.table('head').getInt16(50) === 1;
  const loca = font.table('loca');
  return isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
}

/** A component of a composite glyph. */
interface Component {
  /** The glyph ID of the component. */
  readonly glyph: number;
  /** The offset of its record (starting with the flags) in the glyph description, in bytes. */
  readonly start: number;
  /** The offset of the end of its record (exclusive), in bytes. */
  readonly end: number;
}

// Component flags (OpenType 1.9, table glyf).
const ARG_1_AND_2_ARE_WORDS = 0x0001;
const WE_HAVE_A_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const WE_HAVE_AN_X_AND_Y_SCALE = 0x0040;
const WE_HAVE_A_TWO_BY_TWO = 0x0080;

/** Returns the components of a composite glyph; an empty list for a simple glyph. */
export function componentsOf(description: DataView): readonly Component[] {
  // Only a composite glyph has a negative number of contours.
  if (description.byteLength === 0 || description.getInt16(0) >= 0) return [];
  const components: Component[] = [];
  let flags = MORE_COMPONENTS;
  // The component records begin after the header of 10 bytes.
  for (let start = 10; (flags & MORE_COMPONENTS) !== 0;) {
    flags = description.getUint16(start);
    const end = start + 4 + ((flags & ARG_1_AND_2_ARE_WORDS) === 0 ? 2 : 4) + transformLength(flags);
    components.push({ glyph: description.getUint16(start + 2), start, end });
    start = end;
  }
  return components;
}

/** Returns the length of the transformation at the end of a component record, in bytes. */
function transformLength(flags: number): number {
  if ((flags & WE_HAVE_A_SCALE) !== 0) return 2;
  if ((flags & WE_HAVE_AN_X_AND_Y_SCALE) !== 0) return 4;
  return (flags & WE_HAVE_A_TWO_BY_TWO) === 0 ? 0 : 8;
}

/**
 * Returns the glyph IDs of a subset in ascending order: the glyphs, their components (recursively) and `.notdef`. The
 * index in this list is the glyph ID in the subset.
 */
export function includeComponents(font: OutlineFont, glyphs: readonly number[]): readonly number[] {
  const included = new Set([0]);
  const pending = [...glyphs];
  for (let glyph = pending.pop(); glyph !== undefined; glyph = pending.pop()) {
    if (included.has(glyph)) continue;
    included.add(glyph);
    pending.push(...componentsOf(font.glyphDescription(glyph)).map((component) => component.glyph));
  }
  return [...included].toSorted((a, b) => a - b);
}
