/**
 * Balanced line breaking, for headings: as few lines as possible, about equally long. It is what `text-wrap: balance` of
 * CSS Text 4 asks for, by dynamic programming: among all lines of that number, those with the least sum of the squares
 * of their widths.
 */
import { TOLERANCE } from './line-demerits.ts';
import type { FitBox, FitOptions } from './total-fit.ts';

/**
 * Returns, for each line, the number of boxes before its end. Where a line must end, the lines before and after that
 * place are balanced by themselves. A box that is wider than the measure is alone on a line.
 */
export function balanceLines(boxes: readonly FitBox[], { measure }: Pick<FitOptions, 'measure'>): readonly number[] {
  const lineEnds: number[] = [];
  let partStart = 0;
  boxes.forEach(({ breakRequired }, index) => {
    if (!breakRequired && index < boxes.length - 1) return;
    const part = boxes.slice(partStart, index + 1);
    const firstLine = lineEnds.length;
    for (const lineEnd of balancePart(part, (line) => measure(firstLine + line))) lineEnds.push(partStart + lineEnd);
    partStart = index + 1;
  });
  return lineEnds;
}

/** The lines that end at a position (the number of boxes before it), the number of lines being known. */
interface BestLines {
  /** The sum of the squares of their widths and of the penalties of their breaks. */
  readonly cost: number;
  readonly lineEnds: readonly number[];
}

/**
 * Returns the ends of the lines of boxes that no forced break divides. The lines from the start to each position are
 * found first for one line, then for two, and so on, until the last line ends at the end of the boxes.
 */
function balancePart(boxes: readonly FitBox[], measure: (line: number) => number): readonly number[] {
  let bestLines: readonly (BestLines | undefined)[] = [{ cost: 0, lineEnds: [] }];
  for (let line = 0; line < boxes.length; line += 1) {
    const withLine: (BestLines | undefined)[] = [];
    bestLines.forEach((linesBefore, start) => {
      if (linesBefore === undefined) return;
      for (const { end, cost } of possibleLines(boxes, start, measure(line))) {
        const totalCost = linesBefore.cost + cost;
        if (totalCost < (withLine[end]?.cost ?? Infinity))
          withLine[end] = { cost: totalCost, lineEnds: [...linesBefore.lineEnds, end] };
      }
    });
    const wholePart = withLine[boxes.length];
    if (wholePart !== undefined) return wholePart.lineEnds;
    bestLines = withLine;
  }
  throw new Error('unreachable: each box can be on a line of its own');
}

/**
 * Returns the lines that can begin at a position: their ends, and their parts of the cost. A last line of one word costs
 * more than any other.
 */
function possibleLines(
  boxes: readonly FitBox[],
  start: number,
  measure: number,
): readonly { readonly end: number; readonly cost: number }[] {
  const lines: { end: number; cost: number }[] = [];
  let [widthBefore, stretchableBefore] = [0, 0];
  for (let end = start + 1; end <= boxes.length; end += 1) {
    const box = boxes[end - 1];
    if (box === undefined) break;
    const isLast = end === boxes.length;
    const width = widthBefore + box.width + (isLast ? 0 : (box.hyphenWidth ?? 0));
    if (end > start + 1 && widthBefore + box.width > measure + TOLERANCE) break;
    if (end === start + 1 || width <= measure + TOLERANCE) {
      const isLoneWord = isLast && start > 0 && stretchableBefore + box.innerStretchable < TOLERANCE;
      const breakCost = isLast ? 0 : box.penalty * box.penalty;
      lines.push({ end, cost: width * width + breakCost + (isLoneWord ? LAST_WORD_COST * measure * measure : 0) });
    }
    widthBefore += box.width + box.spaceAfter;
    stretchableBefore += box.innerStretchable + box.spaceStretchable;
  }
  return lines;
}

/** The cost of a last line of one word, in squares of the measure: more than that of as many full lines. */
const LAST_WORD_COST = 100;
