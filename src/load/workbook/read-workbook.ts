import { joinChunks } from '../join-chunks.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { failure } from '../../model/outcome.ts';
import { type Span, fileStart } from '../../model/span.ts';
import type { ReadResult } from '../../world.ts';
import { unreadableFileFault } from '../read-file.ts';
import { PROFILE_ROWS, type RowContents } from '../row-contents.ts';
import type { TableRows } from '../table-rows.ts';
import { NO_STYLES, readCellStyles } from './cell-styles.ts';
import { chooseSheet } from './choose-sheet.ts';
import { type Workbook, type WorkbookProblem, openWorkbook } from './open-workbook.ts';
import { type SheetCells, readSheet } from './read-sheet.ts';
import { readSharedTexts } from './shared-texts.ts';
import { sheetRows } from './sheet-rows.ts';
import { MAX_INFLATED_BYTES } from './zip-entries.ts';

/** Which part of a workbook is the table. */
export interface TablePlace {
  /** The name of the sheet; without one, the only visible sheet that is not empty. */
  readonly sheet?: string;
  /** Where the sheet is named, for a fault if there is none. Without it, the fault is that of the workbook. */
  readonly sheetSpan?: Span;
  /** The number of the row that names the columns. The rows above it are not read. The first row, if undefined. */
  readonly firstRow?: number;
}

/**
 * Reads the rows of a table in a workbook (.xlsx, ECMA-376). The text of a cell is what a person sees or entered in it.
 * A cell whose text is not known has a fault; `docs/tables.md` has the rules. If
 * the sheet is not what it looks like, because rows are hidden or cells merged, the only result is a failure. Empty rows
 * are left out. The whole file is kept in memory, because a zip file has its directory at its end.
 */
export async function* readWorkbook(
  file: string,
  chunks: AsyncIterable<ReadResult<Uint8Array>>,
  { sheet: sheetName, sheetSpan = fileStart(file), firstRow = 1 }: TablePlace = {},
  { all }: RowContents = PROFILE_ROWS,
): TableRows {
  const bytes = await joinChunks(chunks, MAX_WORKBOOK_BYTES);
  if (!bytes.ok) return yield failure(unreadableFileFault(file, bytes, all, MAX_WORKBOOK_BYTES));
  const workbook = await openWorkbook(bytes.value);
  if (typeof workbook === 'string') return yield failure(formatFault(file, workbook));
  const sheet = await chooseSheet(workbook, sheetName, sheetSpan);
  if (typeof sheet === 'string') return yield failure(formatFault(file, sheet));
  if (!sheet.ok) return yield sheet;
  const cells = await readCells(workbook, sheet.value.entry);
  if (typeof cells === 'string') return yield failure(formatFault(file, cells));
  // The name of a sheet is needed only where there are several.
  const sheetInNames = workbook.sheets.length > 1 ? sheet.value.name : undefined;
  yield* sheetRows(cells, { file, sheet: sheetInNames, firstRow });
}

/** The maximum size of a workbook, in bytes. It holds a hundred thousand recipients or more. */
export const MAX_WORKBOOK_BYTES = 20_000_000;

/** Reads the cells of a sheet, and what their values refer to. */
async function readCells(
  { entries, sharedTexts, styles, countsFrom1904 }: Workbook,
  entry: string,
): Promise<SheetCells | WorkbookProblem> {
  const texts = sharedTexts === undefined ? [] : await readSharedTexts(entries.read(sharedTexts));
  if (typeof texts === 'string') return texts;
  const cellStyles = styles === undefined ? NO_STYLES : await readCellStyles(entries.read(styles));
  if (typeof cellStyles === 'string') return cellStyles;
  return readSheet(entries.read(entry), { sharedTexts: texts, styles: cellStyles, countsFrom1904 });
}

const SAVE_AGAIN = 'open it in a spreadsheet program and save it as an Excel workbook (.xlsx)';

/** The description and the hint for each problem of a file. */
const FORMAT_PROBLEMS: Readonly<Record<WorkbookProblem, readonly [description: string, hint: string]>> = {
  damaged: ['this workbook is damaged', SAVE_AGAIN],
  'too-large': [
    `this workbook has more than ${MAX_INFLATED_BYTES / 1_000_000} MB once it is inflated`,
    'delete the empty rows and columns that have a format, or divide it into several files',
  ],
  encrypted: ['this workbook is encrypted', 'save it without a password'],
  password: ['this workbook is encrypted', 'save it without a password'],
  'no-zip': ['this file is not a workbook', SAVE_AGAIN],
  'no-workbook': ['this file is not a workbook', SAVE_AGAIN],
  xls: ['this is a workbook of the format before 2007 (.xls)', SAVE_AGAIN],
  ods: ['this is an OpenDocument file (.ods)', SAVE_AGAIN],
  xlsb: ['this is a binary workbook (.xlsb)', SAVE_AGAIN],
  xlsm: ['this is a workbook with macros (.xlsm)', SAVE_AGAIN],
};

function formatFault(file: string, problem: WorkbookProblem): Diagnostic {
  const [description, hint] = FORMAT_PROBLEMS[problem];
  return fault('workbook/format', fileStart(file), [description], { hint: [hint] });
}
