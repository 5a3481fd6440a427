import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { failure } from '../model/outcome.ts';
import type { RecipientsFile } from '../world.ts';
import type { ColumnsFile } from '../model/columns-file.ts';
import { decodeText } from './decode-text.ts';
import type { TableRows } from './table-rows.ts';

/** What a columns file says about reading the rows of a table. */
export type RowOptions = Partial<Pick<ColumnsFile, 'delimiter' | 'header' | 'sheet'>>;

/** Matches the name of a file that is a table. */
export const TABLE_FILE: RegExp = /\.(?:csv|tsv|xlsx)$/iu;

/** Matches the name of a workbook, whose rows may end before the last column. */
export const WORKBOOK_FILE: RegExp = /\.xlsx$/iu;

/** Yields the rows of a table. The reader of its format is imported only when a table needs it. */
export async function* openRows({ name, open }: RecipientsFile, { delimiter, header, sheet }: RowOptions): TableRows {
  if (WORKBOOK_FILE.test(name)) {
    if (delimiter !== undefined) {
      const hint = say`leave it out; only a text file has a delimiter`;
      return yield failure(fault('data/wrong-value', delimiter.span, ['a workbook has no delimiter'], { hint }));
    }
    const { readWorkbook } = await import('./workbook/read-workbook.ts');
    return yield* readWorkbook(name, open(), {
      ...(sheet === undefined ? {} : { sheet: sheet.name, sheetSpan: sheet.span }),
      ...(header === undefined ? {} : { firstRow: header.row }),
    });
  }
  if (sheet !== undefined) {
    const hint = say`leave it out; only a workbook (.xlsx) has sheets`;
    return yield failure(fault('data/wrong-value', sheet.span, ['this table has no sheets'], { hint }));
  }
  const { readCsvRows } = await import('./csv-rows.ts');
  yield* readCsvRows(name, decodeText(open()), delimiter?.name);
}
