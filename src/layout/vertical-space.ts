/**
 * A vertical space that gives, as the glue of TeX does: a page is filled by making all of its spaces larger or smaller.
 * Lengths are in points.
 */
export interface VerticalSpace {
  readonly natural: number;
  readonly least: number;
  readonly most: number;
}

/**
 * How far the spaces of a page give: 0 where they have their natural lengths, −1 where they have their least and 1
 * where they have their most.
 */
export type SpaceFactor = number;

/** Returns a space that does not give. `length` is in points. */
export function fixedSpace(length: number): VerticalSpace {
  return length === 0 ? NO_SPACE : { natural: length, least: length, most: length };
}

/** No space above a row. */
export const NO_SPACE: VerticalSpace = { natural: 0, least: 0, most: 0 };

/** Returns the length of a space on a page, in points. */
export function lengthOf({ natural, least, most }: VerticalSpace, factor: SpaceFactor): number {
  return natural + factor * (factor < 0 ? natural - least : most - natural);
}

/** Returns the space with another natural length, in points, that gives by as much in proportion. */
export function withNaturalLength(space: VerticalSpace, length: number): VerticalSpace {
  if (space.natural === 0) return fixedSpace(length);
  const scale = length / space.natural;
  return { natural: length, least: space.least * scale, most: space.most * scale };
}
