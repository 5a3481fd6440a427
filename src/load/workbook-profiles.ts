import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ReadResult } from '../world.ts';
import { readProfileRows } from './profile-rows.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';
import { unnamedColumnFaults } from './row-faults.ts';
import { failFaultyRows } from './table-rows.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/** Yields one profile for each row of a workbook whose first row names the keys of a profile, as in CSV. */
export function readWorkbookProfiles(
  file: string,
  chunks: AsyncIterable<ReadResult<Uint8Array>>,
  contents: RowContents = PROFILE_ROWS,
): AsyncGenerator<Outcome<Data>> {
  return readProfileRows(
    file,
    failFaultyRows(readWorkbook(file, chunks, {}, contents)),
    (row, names) => (names === undefined ? [] : unnamedColumnFaults(names, row)),
    contents,
  );
}
