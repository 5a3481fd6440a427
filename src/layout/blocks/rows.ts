import type { BreakAfter, Row, SetLine } from '../galley.ts';

/**
 * Lines of a paragraph as rows of a height that follow each other without room, with the numbers of the notes whose marks
 * stand in each. A page neither begins nor ends with a line that stands alone.
 */
export function rowsOf(lines: readonly SetLine[], height: number): readonly Row[] {
  return lines.map((line, index) => ({
    before: 0,
    height,
    lines: [line],
    rules: [],
    notes: line.notes,
    breakAfter: line.endsWithHyphen ? 'never' : breakAfterLine(index, lines.length),
    bookmark: undefined,
  }));
}

function breakAfterLine(line: number, lines: number): BreakAfter {
  const isLast = line === lines - 1;
  const leavesOneAlone = line === 0 || line === lines - 2;
  return !isLast && (leavesOneAlone || lines <= 3) ? 'never' : 'free';
}
