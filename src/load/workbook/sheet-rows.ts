import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import { type Outcome, failure, success } from '../../model/outcome.ts';
import type { Span } from '../../model/span.ts';
import { forbiddenCharacterFaults, limitFaults } from '../file-text.ts';
import { type TableCell, type TableRow, cellFaultsIn, columnName } from '../table-rows.ts';
import type { CellArea, SheetCells, SheetRow } from './read-sheet.ts';

/** Where a table is. `sheet`: its name, if names of cells have it. `firstRow`: the rows above are not part of it. */
export interface SheetPlace {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly firstRow: number;
}

/**
 * Yields the rows of a sheet that have a cell with content. If rows are hidden or cells are merged in the table, yields
 * only one failure with all faults of the sheet.
 */
export function* sheetRows({ rows, merges }: SheetCells, place: SheetPlace): Generator<Outcome<TableRow>> {
  const tableRows = rows.filter(({ number }) => number >= place.firstRow);
  const sheetFaults = [...hiddenRowsFaults(tableRows, place), ...mergeFaults(tableRows, merges, place)];
  if (sheetFaults.length === 0) for (const row of tableRows) yield tableRow(row, place);
  else yield failure(...sheetFaults, ...limitFaults(tableRows.flatMap((row) => faultsOfRow(tableRow(row, place)))));
}

function faultsOfRow(row: Outcome<TableRow>): readonly Diagnostic[] {
  return row.ok ? cellFaultsIn(row.value) : row.diagnostics;
}

/** The maximum number of columns of a table. Each row has a value for all of them up to its last. */
const MAX_TABLE_COLUMNS = 1000;

function tableRow({ number, columns, contents }: SheetRow, place: SheetPlace): Outcome<TableRow> {
  const spanOf = (column: number): Span => cellSpan(place, number, column);
  const lastColumn = columns.at(-1) ?? -1;
  if (lastColumn >= MAX_TABLE_COLUMNS) {
    const hint = say`empty the cells that are not part of the table`;
    const message = say`this cell is far beyond the table, which may have ${MAX_TABLE_COLUMNS} columns`;
    return failure(fault('workbook/cell', spanOf(lastColumn), message, { hint }));
  }
  const cells: TableCell[] = [];
  columns.forEach((column, index) => {
    while (cells.length < column) cells.push({ text: '', span: spanOf(cells.length) });
    const span = spanOf(column);
    const content = contents[index] ?? '';
    const faults =
      typeof content === 'string'
        ? limitFaults(forbiddenCharacterFaults(content, () => span))
        : [fault('workbook/cell', span, ['this cell ', ...content.message], { hint: content.hint })];
    if (faults.length > 0) cells.push({ text: '', span, faults });
    else cells.push({ text: typeof content === 'string' ? content : '', span });
  });
  return success({ number, cells });
}

/** Returns the span of a cell. Its line is the row and its column the column of the sheet, from 1. */
function cellSpan({ file, sheet }: SheetPlace, row: number, column: number): Span {
  const cell = `${columnName(column)}${row}`;
  return { file, line: row, column: column + 1, cell: sheet === undefined ? cell : `${sheetReference(sheet)}!${cell}` };
}

/** The name of a sheet in the name of a cell: in apostrophes, as in formulas, unless it is one word. */
function sheetReference(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Returns one fault if rows are hidden. A person who filters a list may think that only the rest gets letters. */
function hiddenRowsFaults(rows: readonly SheetRow[], place: SheetPlace): readonly Diagnostic[] {
  const hidden = rows.filter(({ isHidden }) => isHidden);
  const [first] = hidden;
  if (first === undefined) return [];
  const message =
    hidden.length === 1
      ? say`row ${first.number} is hidden`
      : [`${hidden.length} rows with content are hidden: rows ${rangesOf(hidden)}`];
  const hint = say`remove the filter or show the rows; then delete those that are to get no letter`;
  return [fault('workbook/hidden-rows', cellSpan(place, first.number, first.columns[0] ?? 0), message, { hint })];
}

/** The maximum number of ranges of rows that a message lists. */
const MAX_RANGES = 10;

/** The numbers of rows for a message: `2, 5–9, …`. */
function rangesOf(rows: readonly SheetRow[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const { number } of rows) {
    const range = ranges.at(-1);
    if (range !== undefined && number === range.last + 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  const listed = ranges
    .slice(0, MAX_RANGES)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return [...listed, ...(ranges.length > MAX_RANGES ? ['…'] : [])].join(', ');
}

/** Returns a fault for each area of merged cells that has a part in the table. */
function mergeFaults(rows: readonly SheetRow[], merges: readonly CellArea[], place: SheetPlace): readonly Diagnostic[] {
  const lastRow = rows.at(-1)?.number ?? 0;
  const lastColumn = rows.reduce((last, { columns }) => Math.max(last, columns.at(-1) ?? 0), 0);
  const inTable = merges.filter(
    (area) => area.lastRow >= place.firstRow && area.firstRow <= lastRow && area.firstColumn <= lastColumn,
  );
  return limitFaults(
    inTable.map(({ name, firstRow, lastRow: lastMerged, firstColumn }) => {
      const isTitle = firstRow === rows[0]?.number;
      const hint = isTitle
        ? say`if it is a title, write the number of the row that names the columns into a columns file, as ${`header: ${rows.find(({ number }) => number > lastMerged)?.number ?? lastMerged + 1}`}; otherwise unmerge the cells`
        : say`unmerge the cells, and write the value in each row that it is meant for`;
      const message = say`the cells ${name} are merged`;
      return fault('workbook/merged-cells', cellSpan(place, firstRow, firstColumn), message, { hint });
    }),
  );
}
