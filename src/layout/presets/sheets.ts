import type { Paper } from '../../model/page-settings.ts';
import type { SheetSize } from '../stylesheet.ts';

/** The sheets of the papers, in points: 210 × 297 mm and 8.5 × 11 inches. */
export const SHEETS: Readonly<Record<Paper, SheetSize>> = {
  a4: { width: 595.28, height: 841.89 },
  'us-letter': { width: 612, height: 792 },
};
