import { mm } from '../model/length.ts';
import { withMeasures, type Stylesheet } from './stylesheet.ts';

/** The left margin that the standard prescribes. */
const LEFT_MARGIN = mm(25);
/** The measure (width of the text). The standard allows a wider one, but longer lines are hard to read. */
const MEASURE = mm(150);
/** The leading of the address, in points. */
const ADDRESS_LEADING = 12.75;

/**
 * Creates the stylesheet of a letter for a window envelope (DIN 5008:2020, form B): the address field measures 85 by 45
 * mm, 45 mm from the top; fold marks are at 105 and 210 mm, the punch mark is at 148.5 mm. `base` provides the measures
 * that the standard leaves open.
 */
export function createDin5008Stylesheet(base: Stylesheet): Stylesheet {
  const styles = withMeasures(base, { text: { size: 11, leading: 15 } }).styles;
  const markArea = (y: number, width: number): { x: number; y: number; width: number; height: number } => ({
    x: mm(5),
    y: mm(y),
    width: mm(width),
    height: 0.4,
  });
  return {
    ...base,
    leftMargin: LEFT_MARGIN,
    measure: MEASURE,
    // Both are smaller than in `base`, so that the letterhead ends above the window.
    noticeTop: 26,
    letterheadTop: 40,
    styles: {
      ...styles,
      letterhead: { ...styles.letterhead, leading: 14 },
      address: { ...styles.address, size: 10, leading: ADDRESS_LEADING },
      date: { ...styles.date, size: 10, leading: ADDRESS_LEADING },
    },
    space: { ...base.space, noticeToLetterhead: 12 },
    window: {
      area: { x: mm(20), y: mm(45), width: mm(85), height: mm(45) },
      addressIndent: mm(5),
      addressWidth: mm(78),
      addressZoneHeight: mm(27.3),
      dateAndReference: { x: mm(125), y: mm(50), width: mm(50) },
      spaceBeforeSubject: mm(8.46),
      marks: [markArea(105, 4), markArea(148.5, 6), markArea(210, 4)],
      markColour: [0.32, 0.32, 0.32],
    },
  };
}
