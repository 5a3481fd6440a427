import type { CellOfTable, Table } from '../../model/tree.ts';
import type { LayoutContext } from '../layout-context.ts';
import { measureText, type TextWidths } from '../paragraph/layout-paragraph.ts';
import { createTextRuns } from '../paragraph/text-runs.ts';
import type { StyleName } from '../stylesheet.ts';

/** The columns of a table. Lengths are in points. */
export interface TableColumns {
  /** The width of each column. */
  readonly widths: readonly number[];
  /** By how much the columns are wider than the table may be, with a line break wherever one is allowed. */
  readonly excess: number;
}

/** The slack of each width, so that sums of rounded numbers do not divide a word that just fits. */
const SLACK = 0.01;

/**
 * Chooses the widths of the columns by their content. Short columns, which need no more than an equal part of the room,
 * are as wide as their longest cell. The others have the width of their longest word and share the rest in proportion to
 * what their longest cell needs in addition, as CSS 2.2 (17.5.2.2) suggests. `room` is the greatest width of all columns
 * together.
 */
export function chooseColumns(table: Table, room: number, context: LayoutContext): TableColumns {
  const columns = measureColumns(table, context);
  const isShort = findShortColumns(columns, room);
  const roomForLong = room - sumOf(columns.filter(isShort), 'oneLine');
  const longColumns = columns.filter((column) => !isShort(column));
  const leastSum = sumOf(longColumns, 'longestWord');
  const share = Math.max(0, roomForLong - leastSum) / (sumOf(longColumns, 'oneLine') - leastSum || 1);
  const widths = columns.map((column) => {
    const { longestWord, oneLine } = column;
    return isShort(column) ? oneLine : longestWord + (oneLine - longestWord) * share;
  });
  return { widths, excess: Math.max(0, leastSum - roomForLong) };
}

/**
 * Returns whether a column is short: from the shortest on, as long as each needs at most an equal part of the room that
 * is left, and leaves enough for the longest words of the others.
 */
function findShortColumns(columns: readonly TextWidths[], room: number): (column: TextWidths) => boolean {
  const short = new Set<TextWidths>();
  let roomLeft = room;
  const fromShortest = columns.toSorted((a, b) => a.oneLine - b.oneLine);
  for (const [index, column] of fromShortest.entries()) {
    const longer = fromShortest.slice(index + 1);
    const fits = column.oneLine <= roomLeft / (longer.length + 1);
    if (!fits || roomLeft - column.oneLine < sumOf(longer, 'longestWord')) break;
    short.add(column);
    roomLeft -= column.oneLine;
  }
  return (column) => short.has(column);
}

function sumOf(columns: readonly TextWidths[], key: keyof TextWidths): number {
  return columns.reduce((sum, column) => sum + column[key], 0);
}

/** Returns the greatest widths of the cells of each column. */
function measureColumns({ align, children: [head, ...rows] }: Table, context: LayoutContext): readonly TextWidths[] {
  return align.map((_, column) => {
    const cells = [
      measureCell(head?.children[column], 'table-head', context),
      ...rows.map((row) => measureCell(row.children[column], 'table', context)),
    ];
    return {
      longestWord: SLACK + Math.max(...cells.map(({ longestWord }) => longestWord)),
      oneLine: SLACK + Math.max(...cells.map(({ oneLine }) => oneLine)),
    };
  });
}

function measureCell(cell: CellOfTable | undefined, style: StyleName, context: LayoutContext): TextWidths {
  return measureText(createTextRuns(cell?.children ?? [], style, 'TD', context).runs, context);
}
