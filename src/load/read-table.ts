import { type ColumnsFile, patternAt } from '../model/columns-file.ts';
import type { Data, DataPath } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { nameKey } from '../model/name.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { type Span, fileStart } from '../model/span.ts';
import type { RecipientsFile } from '../world.ts';
import { fillPattern, locationOf } from './fill-pattern.ts';
import { fillProfile } from './fill-profile.ts';
import { openRows } from './open-rows.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';
import { raggedRowFault, unnamedColumnFaults } from './row-faults.ts';
import { type TableHeader, matchHeader, namesColumns, noColumnFault } from './table-header.ts';
import { type IdClashes, findIdClashes, idFault, idOf } from './table-ids.ts';
import { type TableRow, cellFaultsIn, isEmptyRow } from './table-rows.ts';

/** A table of recipients with the file that describes its columns. */
export interface DescribedTable {
  readonly file: RecipientsFile;
  readonly columns: ColumnsFile;
  /** Whether the table can be read again; false for standard input. */
  readonly canReadAgain: boolean;
  /** What its rows are; profiles of recipients, if it is left out. */
  readonly contents?: RowContents;
}

/**
 * Yields a profile for each row of a table that is not empty, as its columns file describes it. A faulty row yields one
 * failure, and reading continues. A fault of the header row or of the file ends the sequence. Of the rows, only their
 * ids are kept.
 */
export async function* readTable(table: DescribedTable): AsyncGenerator<Outcome<Data>> {
  const { file, columns, canReadAgain, contents = PROFILE_ROWS } = table;
  let header: TableHeader | undefined;
  let clashes: IdClashes | undefined;
  const firstRows = new Map<string, number>();
  const { rows, isWorkbook } = await openRows(file, columns, contents);
  for await (const row of rows) {
    if (!row.ok) {
      yield row;
      // Without the names of the columns, no row can be read.
      if (header === undefined) return;
      continue;
    }
    if (header === undefined) {
      if (!isHeaderRow(columns, row.value)) continue;
      if (!namesColumns(columns, row.value)) {
        const headerRow = canReadAgain ? await findHeaderRow(table) : undefined;
        return yield failure(noColumnFault(columns, row.value, headerRow));
      }
      const headerFaults = cellFaultsIn(row.value);
      if (headerFaults.length > 0) return yield failure(...headerFaults);
      const matched = matchHeader(columns, row.value);
      if (!matched.ok) return yield matched;
      header = matched.value;
      continue;
    }
    if (isEmptyRow(row.value)) continue;
    const unknownCells = header.cellFaultsOf(row.value);
    if (unknownCells.length > 0) {
      yield failure(...unknownCells);
      continue;
    }
    const id = idOf(columns.id, header, row.value);
    const key = id === undefined ? undefined : nameKey(id);
    const firstRow = key === undefined ? undefined : firstRows.get(key);
    if (id !== undefined && key !== undefined && firstRow === undefined) {
      firstRows.set(key, row.value.number);
      const misplaced = misplacedCellFaults(header, row.value, isWorkbook);
      yield misplaced.length > 0 ? failure(...misplaced) : readProfileRow(table, header, row.value, id);
      continue;
    }
    // A fault of a cell is reported at the cell; the id of the row is not known then.
    const cells = header.cellsOf(row.value, columns.id);
    const cellFaults = fillPattern(columns.id, cells).diagnostics;
    if (cellFaults.length > 0) {
      yield failure(...cellFaults);
      continue;
    }
    if (canReadAgain) clashes ??= await findIdClashes(columns.id, header, rowsBelowHeader(table, header));
    const clashing = clashes?.rowsOf(id) ?? [...(firstRow === undefined ? [] : [firstRow]), row.value.number];
    yield failure(idFault(locationOf(cells[0], columns.id.scalar.span), id, clashing, clashes?.hint));
  }
  if (header === undefined) yield failure(noHeaderFault(file.name, columns, contents));
}

/** Whether a row names the columns: the one whose number the columns file gives, or the first that is not empty. */
function isHeaderRow({ header }: ColumnsFile, row: TableRow): boolean {
  return header === undefined ? !isEmptyRow(row) : row.number === header.row;
}

/** The number of rows in which the names of the columns are searched for. */
const MAX_ROWS_ABOVE = 50;

/** Returns the number of the first row of a table that names a column; undefined if none near its beginning does. */
async function findHeaderRow({ file, columns }: DescribedTable): Promise<number | undefined> {
  const { rows } = await openRows(file, { delimiter: columns.delimiter, sheet: columns.sheet });
  let count = 0;
  for await (const row of rows) {
    if (row.ok && namesColumns(columns, row.value)) return row.value.number;
    count += 1;
    if (count === MAX_ROWS_ABOVE) return undefined;
  }
  return undefined;
}

/** Yields the rows below the header row that are not empty and have no fault. */
async function* rowsBelowHeader({ file, columns }: DescribedTable, header: TableHeader): AsyncGenerator<TableRow> {
  let isBelow = false;
  const { rows } = await openRows(file, columns);
  for await (const row of rows) {
    if (!row.ok) continue;
    if (isBelow && !isEmptyRow(row.value) && header.cellFaultsOf(row.value).length === 0) yield row.value;
    else isBelow ||= isHeaderRow(columns, row.value);
  }
}

/** Makes the profile of a row. Its span is that of the first cell of the row. */
function readProfileRow(
  { file, columns }: DescribedTable,
  header: TableHeader,
  row: TableRow,
  id: string,
): Outcome<Data> {
  const span = row.cells[0]?.span ?? fileStart(file.name);
  const faults: Diagnostic[] = [];
  const fields = fillProfile(columns.profile, (pattern) => header.cellsOf(row, pattern), faults);
  const idSpan = locationOf(header.cellsOf(row, columns.id)[0], columns.id.scalar.span);
  const idField = {
    key: 'id',
    keySpan: idSpan,
    value: { kind: 'scalar', text: id, quoted: true, span: idSpan },
  } as const;
  const cellOf = (path: DataPath): Span | undefined => {
    const pattern = patternAt(columns.profile, path);
    const cell = pattern === undefined ? undefined : header.cellsOf(row, pattern)[0];
    return cell === undefined ? undefined : locationOf(cell, cell.span);
  };
  return settle({ kind: 'fields', entries: [idField, ...fields], span, cellOf }, faults);
}

/**
 * Returns the faults of cells that stand in no column with a name, or whose column cannot be known because the row has
 * lost cells. Cells without text at the end of a row do no harm.
 */
function misplacedCellFaults({ names }: TableHeader, row: TableRow, mayBeShort: boolean): readonly Diagnostic[] {
  const lastText = row.cells.findLastIndex(({ text }) => text.trim() !== '');
  const cells = row.cells.slice(0, Math.max(lastText + 1, Math.min(names.length, row.cells.length)));
  const isRagged = cells.length > names.length || (cells.length < names.length && !mayBeShort);
  const end = cells.at(-1)?.span;
  const ragged = isRagged && end !== undefined ? raggedRowFault(names, { ...row, cells }, end) : undefined;
  return ragged === undefined ? unnamedColumnFaults(names, { ...row, cells }) : [ragged];
}

function noHeaderFault(file: string, { header }: ColumnsFile, { one }: RowContents): Diagnostic {
  if (header === undefined) {
    const hint = say`its first row names the columns, and each row below is a ${[one]}`;
    return fault('csv/column', fileStart(file), ['this table is empty'], { hint });
  }
  const hint = say`write the number of the row that names the columns`;
  return fault('table/column', header.span, [`the table has no row ${header.row}`], { hint });
}
