/**
 * A cell that a spreadsheet would evaluate as a formula, perhaps after trimming it (CSV injection). An apostrophe is
 * put before it, by which spreadsheets mark a cell as text.
 */
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/**
 * A workflow command, which a CI system would execute when the table is printed: `::` at the beginning of a line, `##[`
 * and `##vso[` anywhere. An apostrophe is put before it as well.
 */
const COMMAND = /(?<=^\s*):(?=:)|#(?=#(?:vso)?\[)/gmu;

/** Formats rows of cells as CSV (RFC 4180), with formulas and workflow commands in cells made harmless. */
export function csvText(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(','));
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The columns of a table: each heading with a function that returns the cell for a row; null is an empty cell. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => string | null | undefined>>;

/** Formats one line for each row; see {@link csvText}. */
export function csvTable<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  return csvText(
    Object.keys(columns),
    rows.map((row) => cells.map((cellOf) => cellOf(row) ?? '')),
  );
}

function csvCell(text: string): string {
  const withoutCommands = text.replace(COMMAND, "'$&");
  const safe = FORMULA.test(withoutCommands) ? `'${withoutCommands}` : withoutCommands;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
