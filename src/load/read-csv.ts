import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Data } from '../model/data.ts';
import { say } from '../model/message.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ReadResult } from '../world.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { forbiddenCharacterFaults, limitFaults } from './file-text.ts';
import { readProfileRows, unnamedColumnFaults } from './profile-rows.ts';
import { columnName } from './table-rows.ts';

/**
 * Yields one profile for each non-empty row of a CSV table (RFC 4180). Semicolons and tabs are also accepted as
 * delimiters, because spreadsheets write them in many locales. A fault in the header row or in the quoting ends the
 * sequence.
 */
export function readCsv(file: string, chunks: AsyncIterable<ReadResult<string>>): AsyncGenerator<Outcome<Data>> {
  return readProfileRows(file, readCsvRows(file, chunks), csvRowFaults);
}

/** Returns the faults of the text of a row. `names`: those of the columns, unless it is the row with the names. */
function csvRowFaults(row: CsvRow, names: readonly string[] | undefined): readonly Diagnostic[] {
  const characterFaults = limitFaults(forbiddenCharacterFaults(row.raw, row.locationAt));
  if (names === undefined) return characterFaults;
  const raggedFault = raggedRowFault(names, row);
  return raggedFault === undefined ? [...characterFaults, ...unnamedColumnFaults(names, row)] : [raggedFault];
}

/**
 * Returns a fault if the row has fewer or more cells than the header row, because its values may then be in the wrong
 * columns.
 */
function raggedRowFault(names: readonly string[], { number, cells, raw, locationAt }: CsvRow): Diagnostic | undefined {
  if (cells.length === names.length) return undefined;
  const counts = `row ${number} has ${cells.length} cells, and the first row has ${names.length}`;
  const hint = say`put a cell that contains the delimiter in quotation marks; keep the delimiter of an empty cell`;
  const extraCell = cells[names.length];
  if (extraCell !== undefined) {
    const message = [`${counts}: column ${columnName(names.length)} and what follows has no name`];
    return fault('csv/ragged-row', extraCell.span, message, { hint });
  }
  const missingCell = say`: nothing stands in column ${columnName(cells.length)} (${names[cells.length] ?? ''})`;
  return fault('csv/ragged-row', locationAt(raw.trimEnd().length - 1), [counts, ...missingCell], { hint });
}
