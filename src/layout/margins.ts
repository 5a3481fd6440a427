import type { Area, Direction } from '../model/page.ts';
import type { LayoutContext } from './layout-context.ts';

/** Where lines run: from the left end of the measure as far as it goes, or from its right end to the left. */
export interface Margins {
  readonly left: number;
  readonly measure: number;
  readonly direction: Direction;
}

/** The margins of letters in a language. */
export function marginsOf({ stylesheet, conventions }: Pick<LayoutContext, 'stylesheet' | 'conventions'>): Margins {
  return { left: stylesheet.left, measure: stylesheet.measure, direction: conventions.writingDirection };
}

/** Where on the sheet the left end of something is that has so far counted from the start of the measure. */
export function leftOf({ x, width }: Pick<Area, 'x' | 'width'>, { left, measure, direction }: Margins): number {
  return left + (direction === 'rtl' ? measure - x - width : x);
}
