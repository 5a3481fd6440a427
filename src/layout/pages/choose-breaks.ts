import type { Row } from '../galley.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { SpaceFactor } from '../vertical-space.ts';
import { isComplete } from './fill-foot.ts';
import type { MeasuredGalley } from './measured-galley.ts';
import { costOfBreak, costOfPage, costOfShrinking, leastCostFrom } from './page-cost.ts';
import { isLetterEnd, LETTER_START, pageFills, startAfter, type PageFill, type PageStart } from './page-fills.ts';
import { leastShrinking } from './space-factors.ts';

/** The pages of a letter, and by how much all of their spaces give at least. */
export interface ChosenPages {
  readonly fills: readonly PageFill[];
  /** The factor of the letter: 0 or less. */
  readonly factor: SpaceFactor;
  /** The cost with the factor that was tried, which may be less than the one above. */
  readonly cost: number;
}

/** The letter and the pages that it is to fit. */
export interface PagesToFill {
  readonly galley: MeasuredGalley;
  /**
   * Returns the height for rows and notes of a page, counted from 0, in points, if the spaces of the letter give by a
   * factor. Pages after the first have the same.
   */
  readonly availableHeight: (pageIndex: number, factor: SpaceFactor) => number;
  readonly stylesheet: Stylesheet;
}

/** The greatest number of pages of a letter whose breaks are searched for, because the time grows by its square. */
const MAX_SEARCHED_PAGES = 40;

/** The number of factors that are tried between the natural and the least spaces. */
export const SHRINKING_STEPS = 4;

/**
 * Chooses the page breaks of a letter, and the factor by which all of its spaces shrink, whose costs are the least
 * together. The pages of a very long letter are filled one after the other. Returns undefined if rows that no break may
 * separate are taller than a page even if spaces shrink.
 */
export function chooseBreaks(pages: PagesToFill): ChosenPages | undefined {
  let best = fillInTurn(pages);
  // One page with natural spaces has no cost but that of a page.
  if (best?.fills.length === 1 || (best?.fills.length ?? 0) > MAX_SEARCHED_PAGES) return best;
  for (let step = 0; step <= SHRINKING_STEPS; step += 1) {
    best = findCheaper(pages, step === 0 ? 0 : -step / SHRINKING_STEPS, best?.cost ?? Infinity) ?? best;
  }
  return best && withLeastShrinking(best, pages);
}

/** Returns the pages with spaces that shrink no more than they have to, between two of the factors that were tried. */
function withLeastShrinking(chosen: ChosenPages, { galley, availableHeight, stylesheet }: PagesToFill): ChosenPages {
  const factor = leastShrinking(chosen.fills, chosen.factor, stylesheet.spareDepth, galley);
  if (factor === chosen.factor) return chosen;
  const fills = chosen.fills.map((fill, pageIndex): PageFill => {
    const footHeight = fill.availableHeight - fill.textHeight - fill.unusedHeight;
    const height = availableHeight(pageIndex, factor);
    const textHeight = galley.heightBetween(fill.start.row, fill.end, factor);
    return { ...fill, availableHeight: height, textHeight, unusedHeight: height - textHeight - footHeight };
  });
  return { ...chosen, fills, factor };
}

/**
 * Fills the pages one after the other, each as well as it can be for itself, with natural spaces. Returns undefined if
 * rows that no break may separate do not fit.
 */
function fillInTurn(pages: PagesToFill): ChosenPages | undefined {
  const { galley, availableHeight, stylesheet } = pages;
  const { leading } = stylesheet.styles.body;
  const fills: PageFill[] = [];
  let cost = 0;
  let start = LETTER_START;
  while (!isLetterEnd(start, galley)) {
    let bestFill: PageFill | undefined;
    let leastCost = Infinity;
    for (const fill of pageFills(start, availableHeight(fills.length, 0), 0, galley, stylesheet)) {
      const breakCost = costOfBreak(fill, galley);
      const fillCost = costOfPage(fill, 0, galley, leading) + breakCost;
      if (fillCost < leastCost) [bestFill, leastCost] = [fill, fillCost];
      // With fewer rows, the page is emptier.
      if (isComplete(fill.foot) && breakCost === 0) break;
    }
    if (bestFill === undefined) return undefined;
    fills.push(bestFill);
    cost += leastCost;
    start = startAfter(bestFill);
  }
  return { fills, factor: 0, cost };
}

/** The cheapest way to the start of a page. */
interface Way {
  readonly start: PageStart;
  /** The page before the start; undefined before the first page. */
  readonly fill: PageFill | undefined;
  /** The way to the start of that page. */
  readonly before: Way | undefined;
  readonly cost: number;
}

/**
 * Finds the page breaks of least cost for a factor of the letter's spaces; undefined if they do not cost less than
 * `costLimit`. The starts of a page are all reached before those of the next one, each on its cheapest way; a way that
 * cannot become cheaper than the best letter so far is given up.
 */
function findCheaper(
  { galley, availableHeight, stylesheet }: PagesToFill,
  factor: SpaceFactor,
  costLimit: number,
): ChosenPages | undefined {
  const { leading } = stylesheet.styles.body;
  const pageHeight = availableHeight(1, factor);
  const shrinkingCost = costOfShrinking(factor);
  const firstHeight = availableHeight(0, factor);
  if (shrinkingCost + leastCostFrom(LETTER_START, firstHeight, pageHeight, factor, galley) >= costLimit)
    return undefined;
  const keyOf = createKeys();
  let leastCost = costLimit;
  let best: Way | undefined;
  let ways: readonly Way[] = [{ start: LETTER_START, fill: undefined, before: undefined, cost: shrinkingCost }];
  for (let pageIndex = 0; ways.length > 0; pageIndex += 1) {
    const nextWays = new Map<string, Way>();
    for (const way of ways) {
      for (const fill of pageFills(way.start, pageIndex === 0 ? firstHeight : pageHeight, factor, galley, stylesheet)) {
        const start = startAfter(fill);
        const costBeforeBreak = way.cost + costOfPage(fill, factor, galley, leading);
        const leastTotal = costBeforeBreak + leastCostFrom(start, pageHeight, pageHeight, factor, galley);
        if (leastTotal >= leastCost) {
          // With fewer rows, the page is emptier, and more is left for the others.
          if (isComplete(fill.foot) && fill.end < galley.rows.length) break;
          continue;
        }
        const cost = costBeforeBreak + costOfBreak(fill, galley);
        const nextWay: Way = { start, fill, before: way, cost };
        if (isLetterEnd(start, galley)) {
          [best, leastCost] = [nextWay, cost];
          continue;
        }
        const key = keyOf(start);
        if (cost < (nextWays.get(key)?.cost ?? Infinity)) nextWays.set(key, nextWay);
      }
    }
    ways = [...nextWays.values()];
  }
  return best === undefined ? undefined : { fills: fillsOf(best), factor, cost: leastCost };
}

/** Returns the pages of a way, the first one first. */
function fillsOf(way: Way): readonly PageFill[] {
  const fills: PageFill[] = [];
  for (let at: Way | undefined = way; at?.fill !== undefined; at = at.before) fills.push(at.fill);
  return fills.toReversed();
}

/** Returns a function that gives equal starts of pages the same key. */
function createKeys(): (start: PageStart) => string {
  const numberOfRow = new Map<Row, number>();
  return ({ row, note, continuedRows }) => {
    const [continuedRow] = continuedRows;
    if (continuedRow === undefined) return `${row} ${note}`;
    const number = numberOfRow.get(continuedRow) ?? numberOfRow.size;
    numberOfRow.set(continuedRow, number);
    return `${row} ${note} ${number}`;
  };
}
