import { forbiddenCharacterFaults } from '../../../load/file-text.ts';
import { openRows } from '../../../load/open-rows.ts';
import { type TableRow, isEmptyRow } from '../../../load/table-rows.ts';
import { headerKey } from '../../../model/columns-file.ts';
import { findRefusedCharacters } from '../../../model/character-policy.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { RecipientsFile } from '../../../world.ts';
import { meaningOfColumn } from './column-meaning.ts';

/** What was seen in a column of a table. */
export interface SurveyedColumn {
  /** The name as a columns file has it. */
  readonly name: string;
  /** The number of cells that have text. */
  readonly filled: number;
  /** The values, the empty one included, with the number of their rows; undefined if there are many, or long ones. */
  readonly values: ReadonlyMap<string, number> | undefined;
  /** Whether a cell has several lines. */
  readonly hasLines: boolean;
}

/** What was seen in a table. */
export interface TableSurvey {
  /** The number of the row that names the columns, and whether it is the first that is not empty. */
  readonly header: { readonly row: number; readonly isFirst: boolean };
  /** The columns that have a name, in the order of the table. */
  readonly columns: readonly SurveyedColumn[];
  /** The number of rows below the header that are not empty, those with faults included. */
  readonly rows: number;
}

/** The number of rows among which the one that names the columns is searched for. */
const MAX_ROWS_ABOVE = 10;
/** The number of different values that are kept of a column, and the length of one. */
const MAX_VALUES = 60;
const MAX_VALUE_LENGTH = 60;

/**
 * Reads a table to its end, and keeps of each column only its few different values. The header is the first row that is
 * not empty, or the one of the first rows that has more known names of columns. Rows with faults are only counted; if
 * the table cannot be read at all, its diagnostics are returned.
 */
export async function surveyTable(file: RecipientsFile): Promise<TableSurvey | readonly Diagnostic[]> {
  const header = await findHeader(file);
  if ('diagnostics' in header) return header.diagnostics;
  const names = header.row.cells.map(({ text }) => headerKey(text));
  const columns = names.map((name) => ({ name, filled: 0, values: new Map<string, number>(), hasLines: false }));
  const crowded = new Set<number>();
  let count = 0;
  const { rows } = await openRows(file, {});
  for await (const row of rows) {
    if (row.ok && (row.value.number <= header.row.number || isEmptyRow(row.value))) continue;
    count += 1;
    if (!row.ok) continue;
    for (const [index, column] of columns.entries()) {
      const cell = (row.value.cells[index]?.text ?? '').trim();
      const text = headerKey(cell);
      if (text !== '') column.filled += 1;
      column.hasLines ||= /[\r\n]/u.test(cell);
      // A cell with a refused character is a fault of its row.
      if (crowded.has(index) || findRefusedCharacters(text).length > 0) continue;
      column.values.set(text, (column.values.get(text) ?? 0) + 1);
      if (column.values.size > MAX_VALUES || text.length > MAX_VALUE_LENGTH) {
        crowded.add(index);
        column.values.clear();
      }
    }
  }
  return {
    header: { row: header.row.number, isFirst: header.isFirst },
    columns: columns
      .map((column, index) => (crowded.has(index) ? { ...column, values: undefined } : column))
      .filter(({ name }) => name !== ''),
    rows: count,
  };
}

interface FoundHeader {
  readonly row: TableRow;
  readonly isFirst: boolean;
}

async function findHeader(
  file: RecipientsFile,
): Promise<FoundHeader | { readonly diagnostics: readonly Diagnostic[] }> {
  const candidates: TableRow[] = [];
  const { rows } = await openRows(file, {});
  for await (const row of rows) {
    if (!row.ok && candidates.length === 0) return { diagnostics: row.diagnostics };
    if (!row.ok || isEmptyRow(row.value)) continue;
    candidates.push(row.value);
    if (candidates.length >= MAX_ROWS_ABOVE) break;
  }
  const [first] = candidates;
  if (first === undefined) return { diagnostics: [] };
  const row = candidates.reduce((best, next) => (knownNamesIn(next) > Math.max(knownNamesIn(best), 1) ? next : best));
  const faults = row.cells.flatMap(({ text, span }) => forbiddenCharacterFaults(text, () => span));
  return faults.length > 0 ? { diagnostics: faults } : { row, isFirst: row === first };
}

function knownNamesIn({ cells }: TableRow): number {
  return cells.filter(({ text }) => meaningOfColumn(text) !== undefined).length;
}
