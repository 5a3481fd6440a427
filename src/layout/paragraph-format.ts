import type { Area } from '../model/page.ts';
import type { LayoutContext } from './layout-context.ts';
import type { StyleName } from './stylesheet.ts';

/**
 * The style of a paragraph and the column it is set in. Lengths are in points. Horizontal positions count from the
 * start of the measure, which is its left end in a left-to-right letter and its right end in a right-to-left one.
 */
export interface ParagraphFormat {
  readonly style: StyleName;
  /** The distance from the start of the measure to the start of the column. */
  readonly x: number;
  /** The width of the column. */
  readonly width: number;
  /** The indent of all lines after the first. */
  readonly hangingIndent: number;
  readonly align: 'start' | 'end' | 'centre';
}

/** Returns the format of a paragraph that is as wide as the measure. */
export function fullWidthFormat(style: StyleName, { stylesheet }: Pick<LayoutContext, 'stylesheet'>): ParagraphFormat {
  return { style, x: 0, width: stylesheet.measure, hangingIndent: 0, align: 'start' };
}

/** Returns the indent of a line, in points. `line` is its number from 0. */
export function indentOf(line: number, { hangingIndent }: Pick<ParagraphFormat, 'hangingIndent'>): number {
  return line === 0 ? 0 : hangingIndent;
}

/**
 * Converts `x`, the distance of an area from the start of the measure, to that of its left edge from the left edge of
 * the sheet.
 */
export function leftEdgeOnSheet({ x, width }: Pick<Area, 'x' | 'width'>, context: MeasureContext): number {
  const { leftMargin, measure } = context.stylesheet;
  return leftMargin + (context.conventions.writingDirection === 'rtl' ? measure - x - width : x);
}

/**
 * Converts `x`, the distance of an area's left edge from the left edge of the sheet, to that of the area from the start
 * of the measure. It is the inverse of `leftEdgeOnSheet`.
 */
export function distanceFromStart({ x, width }: Pick<Area, 'x' | 'width'>, context: MeasureContext): number {
  const { leftMargin, measure } = context.stylesheet;
  return context.conventions.writingDirection === 'rtl' ? measure - (x - leftMargin) - width : x - leftMargin;
}

type MeasureContext = Pick<LayoutContext, 'stylesheet' | 'conventions'>;
