import type { Diagnostic } from '../model/diagnostic.ts';
import { type Outcome, failure } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';

/** A cell of a table. */
export interface TableCell {
  /** The content of the cell, as a spreadsheet shows it. An empty string if the cell is empty. */
  readonly text: string;
  /** The position of the cell. Its property `cell` has the name that a spreadsheet gives the cell: `C17`. */
  readonly span: Span;
  /** Why it is not known what a spreadsheet shows. The text is then empty. */
  readonly faults?: readonly Diagnostic[];
}

/** One row of a table of any file format. */
export interface TableRow {
  /** The 1-based row number that a spreadsheet shows. A row that has line breaks in its cells counts as one row. */
  readonly number: number;
  /** The cells from column A on. A row may have fewer cells than others. */
  readonly cells: readonly TableCell[];
}

/**
 * The rows of a table, each as soon as it is read. Empty rows are included or their numbers are left out, so that
 * `number` always agrees with the spreadsheet. If the file cannot be read or has a syntax error, the last result is a
 * failure.
 */
export type TableRows = AsyncIterable<Outcome<TableRow>>;

/** Whether no cell of a row has text. A cell whose text is not known has some. */
export function isEmptyRow({ cells }: TableRow): boolean {
  return cells.every(({ text, faults }) => text.trim() === '' && faults === undefined);
}

/** Returns the faults of the cells of a row. */
export function cellFaultsIn({ cells }: TableRow): readonly Diagnostic[] {
  return cells.flatMap(({ faults = [] }) => faults);
}

/** Yields the rows of a table of which every cell is used: a row with a fault in any of its cells is a failure. */
export async function* failFaultyRows(rows: TableRows): TableRows {
  for await (const row of rows) {
    const faults = row.ok ? cellFaultsIn(row.value) : [];
    yield faults.length === 0 ? row : failure(...faults);
  }
}

/** Returns the spreadsheet name of a 0-based column index: `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
