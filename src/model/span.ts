/**
 * A location in a file of the campaign. Lines and columns count from 1; columns are in UTF-16 code units, as in
 * editors.
 */
export interface Span {
  /** The path relative to the campaign's folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /**
   * The cell in a table, as a spreadsheet names it: `C17`. The line is not enough, as a cell can contain line breaks.
   */
  readonly cell?: string;
}

/** Returns the first position of a file, for diagnostics that concern the whole file. */
export function fileStart(file: string): Span {
  return { file, line: 1, column: 1 };
}
