/** Matches the name of a file that is a table. */
export const TABLE_FILE: RegExp = /\.(?:csv|tsv|xlsx)$/iu;

/** The end of the name of a columns file. */
const COLUMNS_ENDING = '.columns.yaml';

/** Whether a file is a columns file, by its name or path. */
export function isColumnsFile(path: string): boolean {
  return path.endsWith(COLUMNS_ENDING);
}

/** Returns the path that the columns file of a table has, beside it. */
export function columnsFileOf(table: string): string {
  return `${table.replace(TABLE_FILE, '')}${COLUMNS_ENDING}`;
}

/** Returns the name of the table that a columns file describes if it names none, without its extension. */
export function tableStemOf(columnsFile: string): string {
  return columnsFile.slice(0, -COLUMNS_ENDING.length);
}
