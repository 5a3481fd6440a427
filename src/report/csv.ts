/**
 * Matches a cell that a spreadsheet would evaluate as a formula, perhaps after trimming it (CSV injection). Such a cell
 * gets an apostrophe in front, with which spreadsheets mark a cell as text.
 */
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/**
 * Matches the first character of a workflow command, which a CI system would execute when the table is printed: `::` at
 * the beginning of a line, `##[` and `##vso[` anywhere. It gets an apostrophe in front as well.
 */
const WORKFLOW_COMMAND = /(?<=^\s*):(?=:)|#(?=#(?:vso)?\[)/gmu;

/** Formats rows of cells as CSV (RFC 4180). Formulas and workflow commands in cells are made harmless. */
export function csvText(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(','));
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The columns of a table: each heading with a function that returns the cell of a row, null for an empty cell. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => string | null | undefined>>;

/** Formats rows as CSV with these columns; see {@link csvText}. */
export function csvTable<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  const cellFunctions = Object.values(columns);
  return csvText(
    Object.keys(columns),
    rows.map((row) => cellFunctions.map((cellOf) => cellOf(row) ?? '')),
  );
}

function csvCell(text: string): string {
  const withoutCommands = text.replace(WORKFLOW_COMMAND, "'$&");
  const safeText = FORMULA.test(withoutCommands) ? `'${withoutCommands}` : withoutCommands;
  return /[",\r\n]/u.test(safeText) ? `"${safeText.replaceAll('"', '""')}"` : safeText;
}
