import type { Area } from '../model/page.ts';
import type { LayoutContext } from './layout-context.ts';
import type { StyleName } from './stylesheet.ts';

/** Where lines stand between the ends of the measure; they start where writing starts, on the left or on the right. */
export interface ParagraphFormat {
  readonly style: StyleName;
  /** From the start of the measure, in points like all that follow. */
  readonly x: number;
  readonly width: number;
  /** How much further in the second and all further lines begin. */
  readonly hanging: number;
  readonly align: 'start' | 'end' | 'centre';
}

/** Lines of a style over the whole measure. */
export function fullWidth(style: StyleName, { stylesheet }: Pick<LayoutContext, 'stylesheet'>): ParagraphFormat {
  return { style, x: 0, width: stylesheet.measure, hanging: 0, align: 'start' };
}

/** How much further in a line begins than its lay says; lines count from 0. */
export function indentOf(line: number, { hanging }: ParagraphFormat): number {
  return line === 0 ? 0 : hanging;
}

/** Where on the sheet the left end of something is whose place counts from the start of the measure. */
export function leftOf({ x, width }: Pick<Area, 'x' | 'width'>, context: MeasureContext): number {
  const { left, measure } = context.stylesheet;
  return left + (context.conventions.writingDirection === 'rtl' ? measure - x - width : x);
}

/** The reverse: from the start of the measure to something with a fixed place on the sheet. */
export function offsetFromStart({ x, width }: Pick<Area, 'x' | 'width'>, context: MeasureContext): number {
  const { left, measure } = context.stylesheet;
  return context.conventions.writingDirection === 'rtl' ? measure - (x - left) - width : x - left;
}

type MeasureContext = Pick<LayoutContext, 'stylesheet' | 'conventions'>;
