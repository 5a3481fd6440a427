import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { failure } from '../model/outcome.ts';
import type { RecipientsFile } from '../world.ts';
import type { ColumnsFile } from '../model/columns-file.ts';
import { decodeText } from './decode-text.ts';
import { type OpenRecipients, openRecipients } from './open-recipients.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';
import type { TableRows } from './table-rows.ts';

/** What a columns file says about reading the rows of a table. */
export type RowOptions = Partial<Pick<ColumnsFile, 'delimiter' | 'header' | 'sheet'>>;

/** A table whose rows can be read. */
export interface OpenRows {
  /** Whether it is a workbook, whose rows may end before the last column. */
  readonly isWorkbook: boolean;
  readonly rows: TableRows;
}

/** Opens a table. The reader of its format is imported only when a table needs it. */
export async function openRows(
  file: RecipientsFile,
  options: RowOptions,
  contents: RowContents = PROFILE_ROWS,
): Promise<OpenRows> {
  const { isWorkbook, chunks } = await openRecipients(file);
  const read = isWorkbook ? readSheetRows : readTextRows;
  return { isWorkbook, rows: read(file.name, chunks, options, contents) };
}

/** The bytes of a file, as they arrive. */
type Chunks = OpenRecipients['chunks'];

async function* readSheetRows(
  file: string,
  chunks: Chunks,
  { delimiter, header, sheet }: RowOptions,
  contents: RowContents,
): TableRows {
  if (delimiter !== undefined) {
    const hint = say`leave it out; only a text file has a delimiter`;
    return yield failure(fault('data/wrong-value', delimiter.span, ['a workbook has no delimiter'], { hint }));
  }
  const { readWorkbook } = await import('./workbook/read-workbook.ts');
  const place = {
    ...(sheet === undefined ? {} : { sheet: sheet.name, sheetSpan: sheet.span }),
    ...(header === undefined ? {} : { firstRow: header.row }),
  };
  yield* readWorkbook(file, chunks, place, contents);
}

async function* readTextRows(
  file: string,
  chunks: Chunks,
  { delimiter, sheet }: RowOptions,
  contents: RowContents,
): TableRows {
  if (sheet !== undefined) {
    const hint = say`leave it out; only a workbook (.xlsx) has sheets`;
    return yield failure(fault('data/wrong-value', sheet.span, ['this table has no sheets'], { hint }));
  }
  const { readCsvRows } = await import('./csv-rows.ts');
  yield* readCsvRows(file, decodeText(chunks), delimiter?.name, contents);
}
