import { mm } from '../../model/length.ts';
import type { Area } from '../../model/page.ts';
import type { EnvelopeWindow, SheetSize, Stylesheet } from '../stylesheet.ts';
import { withMeasures } from '../own-measures.ts';
import { createInternationalStylesheet } from './international.ts';

/** What differs between the presets that have a window. Lengths are in points. */
export interface WindowPage {
  readonly sheet: SheetSize;
  readonly leftMargin: number;
  readonly window: Omit<EnvelopeWindow, 'marks' | 'markColour'>;
  /** The distances from the top of the sheet to the folds. */
  readonly folds: readonly number[];
  /** The distance from the top of the sheet to the middle between the holes for filing; undefined if it has no mark. */
  readonly punch?: number;
  /** Whether the letterhead is set small, because it ends high on the sheet. */
  readonly hasLowHead: boolean;
}

/** The measure (width of the text). Standards allow a wider one, but longer lines are hard to read. */
const MEASURE = mm(150);
/** The size and the leading of the address and of the information block, in points. */
const BESIDE_WINDOW = { size: 10, leading: 12.75 };

/** Creates the stylesheet of a letter for an envelope with a window. */
export function createWindowStylesheet(page: WindowPage): Stylesheet {
  const { sheet, leftMargin, window, folds, punch, hasLowHead } = page;
  const base = createInternationalStylesheet(sheet);
  const styles = withMeasures(base, { text: { size: 11, leading: 15 } }).styles;
  const marks = [...folds.map((y) => markAt(y, 4)), ...(punch === undefined ? [] : [markAt(punch, 6)])];
  const highHead: Stylesheet = {
    ...base,
    leftMargin,
    measure: MEASURE,
    // Both are smaller than in `base`, so that the letterhead ends above the window.
    noticeTop: 26,
    letterheadTop: 40,
    styles: {
      ...styles,
      letterhead: { ...styles.letterhead, leading: 14 },
      address: { ...styles.address, ...BESIDE_WINDOW },
      date: { ...styles.date, ...BESIDE_WINDOW },
    },
    space: { ...base.space, noticeToLetterhead: 12, markingToAddress: 1 },
    window: { ...window, marks: marks.toSorted((a, b) => a.y - b.y), markColour: [0.32, 0.32, 0.32] },
  };
  return hasLowHead ? withLowHead(highHead) : highHead;
}

/** Returns the stylesheet with a smaller notice and letterhead, both as near to the top as printers print. */
function withLowHead(stylesheet: Stylesheet): Stylesheet {
  const { styles, space } = stylesheet;
  return {
    ...stylesheet,
    noticeTop: 12,
    letterheadTop: 26,
    styles: {
      ...styles,
      notice: { ...styles.notice, size: 7, leading: 8.5 },
      letterhead: { ...styles.letterhead, size: 9, leading: 10.5 },
      sender: { ...styles.sender, size: 7, leading: 8.5 },
    },
    space: { ...space, noticeToRule: 2, noticeToLetterhead: 5, letterheadToSender: 2.5, letterheadToRule: 2 },
  };
}

/** Returns a mark at the left edge of the sheet. `width` is in millimetres. */
function markAt(y: number, width: number): Area {
  return { x: mm(5), y, width: mm(width), height: 0.4 };
}
