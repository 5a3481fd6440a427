/**
 * A place in a file that a person wrote. Lines and columns count from 1, columns in UTF-16 code units as editors do;
 * `file` is relative to the campaign's folder, with forward slashes.
 */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In a table, the cell as a spreadsheet names it: `C17`. A cell with line breaks parts lines from rows. */
  readonly cell?: string;
}

/** The place for what is true of a whole file. */
export function fileStart(file: string): Span {
  return { file, line: 1, column: 1 };
}
