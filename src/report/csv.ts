/**
 * What a spreadsheet would run as a formula, or what may become one once it has trimmed the cell: such a cell begins with
 * an apostrophe, which spreadsheets take for "this is text".
 */
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/** What a log of CI would take for a command, in any line of a cell; see `neutralise`. An apostrophe stands before it too. */
const COMMAND = /(?<=^\s*):(?=:)|#(?=#(?:vso)?\[)/gmu;

/** Rows of cells as a table that spreadsheets and programs read (RFC 4180), whatever the cells hold. */
export function csvText(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(','));
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The columns of a table by their headings, each with what its cells say of a row; nothing is an empty cell. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => string | null | undefined>>;

/** A table with a line for each row; see {@link csvText}. */
export function csvTable<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  return csvText(
    Object.keys(columns),
    rows.map((row) => cells.map((cellOf) => cellOf(row) ?? '')),
  );
}

function csvCell(text: string): string {
  const harmless = text.replace(COMMAND, "'$&");
  const safe = FORMULA.test(harmless) ? `'${harmless}` : harmless;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
