import { heightOfRows } from '../rows.ts';
import type { SpaceFactor } from '../vertical-space.ts';
import { isComplete } from './fill-foot.ts';
import type { MeasuredGalley } from './measured-galley.ts';
import { TOLERANCE, isLetterEnd, type PageFill, type PageStart } from './page-fills.ts';
import { factorToFill, heightGained } from './space-factors.ts';

/**
 * The costs of a letter on its pages, which decisions/014 explains. Their unit is a hole of one line at the foot of a
 * page; a hole of more lines costs their square.
 */
const COSTS = {
  /** A page. It exceeds the sum of the costs below in any letter. */
  page: 1e7,
  /** A page break that should be avoided. It exceeds the pages of any letter. */
  avoidedBreak: 1e12,
  /** A page break that is unwelcome, as between the signatures and the enclosures. */
  unwelcomeBreak: 16,
  /** A page whose spaces have their most; less in proportion to the square of the factor. */
  stretchedPage: 4,
  /** A letter whose spaces have their least; less in proportion to the square of the factor. */
  shrunkLetter: 64,
  /** A line that the last page lacks to be `LAST_PAGE_SHARE` full; more lines cost their square. */
  lackingLine: 0.25,
};

/** The share of the last page that text and notes should fill. */
const LAST_PAGE_SHARE = 0.4;

/**
 * The cost of continuing a note on the next page, as a share of the available height that counts as a hole. A page with
 * complete notes is preferred if it leaves less than this share empty.
 */
const CONTINUED_NOTE_SHARE = 0.25;
/**
 * The share of the available height that galley rows should fill on a page whose notes are continued on the next page.
 * If they fill less, the page costs more. Note rows reduce the cost, up to the height that remains.
 */
const TEXT_SHARE = 0.5;

/** What a letter costs whose spaces all give by a factor of 0 or less, beside the costs of its pages. */
export function costOfShrinking(factor: SpaceFactor): number {
  return COSTS.shrunkLetter * factor ** 2;
}

/**
 * Returns the cost of a page without that of the break at its end. `factor` is that of the letter, of 0 or less, and
 * `leading` that of the body, in points.
 */
export function costOfPage(fill: PageFill, factor: SpaceFactor, galley: MeasuredGalley, leading: number): number {
  const { end, foot, availableHeight, textHeight, unusedHeight } = fill;
  const endsGalley = end === galley.rows.length;
  if (!isComplete(foot)) {
    const textShortfall = endsGalley ? 0 : Math.max(0, availableHeight * TEXT_SHARE - textHeight);
    const footHeight = Math.min(heightOfRows(foot.rows), availableHeight * (1 - TEXT_SHARE));
    const hole = unusedHeight + availableHeight * CONTINUED_NOTE_SHARE + 3 * textShortfall - footHeight / 2;
    return COSTS.page + (Math.max(0, hole) / leading) ** 2;
  }
  if (endsGalley) {
    if (fill.start.row === 0) return COSTS.page;
    const lacking = unusedHeight - availableHeight * (1 - LAST_PAGE_SHARE);
    return COSTS.page + COSTS.lackingLine * (Math.max(0, lacking) / leading) ** 2;
  }
  const pageFactor = factorToFill(fill, factor, galley);
  const hole = Math.max(0, unusedHeight - heightGained(fill, factor, pageFactor, galley));
  return COSTS.page + (hole / leading) ** 2 + COSTS.stretchedPage * (pageFactor - factor) ** 2;
}

/** Returns the cost of the break at the end of a page. */
export function costOfBreak({ end }: PageFill, { rows }: MeasuredGalley): number {
  if (end === 0 || end === rows.length) return 0;
  switch (rows[end - 1]?.breakAfter) {
    case 'avoid':
      return COSTS.avoidedBreak;
    case 'unwelcome':
      return COSTS.unwelcomeBreak;
    default:
      return 0;
  }
}

/**
 * Returns what the pages from a start on cost at least. `firstHeight` is the available height of the first of them,
 * `pageHeight` that of the others, in points.
 */
export function leastCostFrom(
  start: PageStart,
  firstHeight: number,
  pageHeight: number,
  factor: SpaceFactor,
  galley: MeasuredGalley,
): number {
  if (isLetterEnd(start, galley)) return 0;
  const height =
    galley.heightBetween(start.row, galley.rows.length, factor) +
    heightOfRows(start.continuedRows) +
    galley.leastHeightOfNotesFrom(start.note);
  // Each page after the first one can drop a space at its top.
  const otherPages = (height - firstHeight) / (pageHeight + galley.largestSpaceFrom(start.row));
  return COSTS.page * (1 + Math.max(0, Math.ceil(otherPages - TOLERANCE)));
}
