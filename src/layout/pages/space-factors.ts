import type { SpaceFactor } from '../vertical-space.ts';
import type { MeasuredGalley } from './measured-galley.ts';
import { TOLERANCE, type PageFill } from './page-fills.ts';

/**
 * Returns the factor by which the spaces of a page fill it, if they give by `factor` in the letter. It is at most 1: the
 * page may stay short.
 */
export function factorToFill(fill: PageFill, factor: SpaceFactor, galley: MeasuredGalley): SpaceFactor {
  const { unusedHeight } = fill;
  const gainedAtNatural = factor === 0 ? 0 : heightGained(fill, factor, 0, galley);
  if (unusedHeight <= gainedAtNatural) {
    return gainedAtNatural < TOLERANCE ? factor : factor * (1 - Math.max(0, unusedHeight) / gainedAtNatural);
  }
  const gainedAtMost = heightGained(fill, 0, 1, galley);
  const needed = unusedHeight - gainedAtNatural;
  return gainedAtMost < TOLERANCE ? 0 : Math.min(1, needed / gainedAtMost);
}

/** Returns by how much the rows of a page are taller, in points, if its spaces give by another factor. */
export function heightGained(
  { start, end }: PageFill,
  from: SpaceFactor,
  to: SpaceFactor,
  { heightBetween }: MeasuredGalley,
): number {
  return heightBetween(start.row, end, to) - heightBetween(start.row, end, from);
}

/**
 * Returns the factor nearest to 0 with which the pages of a letter still have room for what is on them. `factor` is the
 * one, of 0 or less, that they were filled with; `spareDepth` is by how much they are deeper at the factor −1, in points.
 */
export function leastShrinking(
  fills: readonly PageFill[],
  factor: SpaceFactor,
  spareDepth: number,
  galley: MeasuredGalley,
): SpaceFactor {
  if (factor === 0) return 0;
  const needed = fills.map((fill) => {
    const lacking = heightGained(fill, factor, 0, galley) - factor * spareDepth - fill.unusedHeight;
    return lacking <= 0 ? 0 : lacking / (heightGained(fill, -1, 0, galley) + spareDepth);
  });
  return Math.max(factor, -Math.max(...needed));
}

/**
 * Returns the factor of the spaces of each page: a page is filled as far as its spaces give, and the last page has the
 * spaces of the page before it that gives least, as far as they fit.
 */
export function spaceFactors(
  fills: readonly PageFill[],
  factor: SpaceFactor,
  galley: MeasuredGalley,
): readonly SpaceFactor[] {
  const toFill = fills.map((fill) => factorToFill(fill, factor, galley));
  const least = Math.min(...toFill, ...(toFill.length === 1 ? [0] : []));
  return toFill.map((each, index) => (index === toFill.length - 1 ? least : each));
}
