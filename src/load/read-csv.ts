import type { Diagnostic } from '../model/diagnostic.ts';
import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ReadResult } from '../world.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { forbiddenCharacterFaults, limitFaults } from './file-text.ts';
import { readProfileRows } from './profile-rows.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';
import { raggedRowFault, unnamedColumnFaults } from './row-faults.ts';

/**
 * Yields one profile, or what `contents` says, for each non-empty row of a CSV table (RFC 4180). Semicolons and tabs
 * are also accepted as delimiters, because spreadsheets write them in many locales. A fault in the header row or in the
 * quoting ends the sequence.
 */
export function readCsv(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
  contents: RowContents = PROFILE_ROWS,
): AsyncGenerator<Outcome<Data>> {
  return readProfileRows(file, readCsvRows(file, chunks, undefined, contents), csvRowFaults, contents);
}

/** Returns the faults of the text of a row. `names`: those of the columns, unless it is the row with the names. */
function csvRowFaults(row: CsvRow, names: readonly string[] | undefined): readonly Diagnostic[] {
  const characterFaults = limitFaults(forbiddenCharacterFaults(row.raw, row.locationAt));
  if (names === undefined) return characterFaults;
  const raggedFault = raggedRowFault(names, row, row.locationAt(row.raw.trimEnd().length - 1));
  return raggedFault === undefined ? [...characterFaults, ...unnamedColumnFaults(names, row)] : [raggedFault];
}
