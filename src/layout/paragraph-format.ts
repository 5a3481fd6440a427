import type { Area } from '../model/page.ts';
import type { LayoutContext } from './layout-context.ts';
import type { StyleName } from './stylesheet.ts';

/**
 * The column and the style of a paragraph. Positions count from the start of the measure: its left end in a
 * left-to-right letter, its right end in a right-to-left one. All measures in points.
 */
export interface ParagraphFormat {
  readonly style: StyleName;
  /** The distance from the start of the measure to the column. */
  readonly x: number;
  readonly width: number;
  /** The hanging indent of all lines after the first. */
  readonly hanging: number;
  readonly align: 'start' | 'end' | 'centre';
}

/** The format of text in a style over the whole measure. */
export function fullWidth(style: StyleName, { stylesheet }: Pick<LayoutContext, 'stylesheet'>): ParagraphFormat {
  return { style, x: 0, width: stylesheet.measure, hanging: 0, align: 'start' };
}

/** The indent of a line, by its number from 0, in points. */
export function indentOf(line: number, { hanging }: ParagraphFormat): number {
  return line === 0 ? 0 : hanging;
}

/** Converts a distance from the start of the measure to the x of the left edge, from the left edge of the sheet. */
export function leftOf({ x, width }: Pick<Area, 'x' | 'width'>, context: MeasureContext): number {
  const { left, measure } = context.stylesheet;
  return left + (context.conventions.writingDirection === 'rtl' ? measure - x - width : x);
}

/** The inverse of `leftOf`: converts the x of a left edge on the sheet to a distance from the start of the measure. */
export function offsetFromStart({ x, width }: Pick<Area, 'x' | 'width'>, context: MeasureContext): number {
  const { left, measure } = context.stylesheet;
  return context.conventions.writingDirection === 'rtl' ? measure - (x - left) - width : x - left;
}

type MeasureContext = Pick<LayoutContext, 'stylesheet' | 'conventions'>;
