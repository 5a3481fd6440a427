import { type RefusedCharacter, findRefusedCharacters } from '../model/character-policy.ts';
import { guardCell } from '../model/guarded-cell.ts';
import { neutralise } from './neutralise.ts';

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
  const safeText = guardCell(findRefusedCharacters(text).reduceRight(escapeRefused, text));
  // White space at an end is in quotation marks, because readers may trim a cell without them.
  return /[",\r\n]|^\s|\s$/u.test(safeText) ? `"${safeText.replaceAll('"', '""')}"` : safeText;
}

/** Escapes a character that no file of a campaign may contain, but a name of a folder may, in the text of a cell. */
function escapeRefused(text: string, { character, index }: RefusedCharacter): string {
  return text.slice(0, index) + neutralise(character) + text.slice(index + character.length);
}
