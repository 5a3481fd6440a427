/**
 * A place in a file of the campaign: line, column and, in a table, the cell. Lines and columns count from 1; columns
 * are in UTF-16 code units, as in editors.
 */
export interface Span {
  /** The path relative to the campaign's folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /**
   * The cell of a table, as a spreadsheet names it: `C17`, or `Members!C17` if there are several sheets. Cells can
   * contain line breaks, so that the line alone does not identify the row of the table.
   */
  readonly cell?: string;
  /** What the table calls the column of the cell, if a columns file describes the table. */
  readonly header?: string;
}

/** Returns the span of the start of a file, for diagnostics that concern the whole file. */
export function fileStart(file: string): Span {
  return { file, line: 1, column: 1 };
}
