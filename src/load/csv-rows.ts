import { type CsvError, type Parser, parse } from 'csv-parse';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult } from '../world.ts';
import { detectDialect, joinFirstRowChunks } from './csv-dialect.ts';
import { createOffsetLocator, lastIndexUpTo } from './file-text.ts';
import { unreadableFileFault } from './read-file.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';
import { type TableRow, columnName } from './table-rows.ts';

/** One row of a CSV table, with its source text. Unquoted cells are trimmed. */
export interface CsvRow extends TableRow {
  /** The source text of the row, including its line end. A CRLF line end is replaced by LF. */
  readonly raw: string;
  /** Returns the span of an offset into `raw`, in UTF-16 code units. */
  readonly locationAt: (offset: number) => Span;
}

/**
 * Parses CSV and yields each row as soon as it is complete. Empty rows are yielded too, so that row numbers agree with
 * those of a spreadsheet. If the file cannot be read or has a syntax error, the last result is a failure.
 * `givenDelimiter`: the delimiter, if it is not to be detected.
 */
export async function* readCsvRows(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
  givenDelimiter?: string,
  { all }: RowContents = PROFILE_ROWS,
): AsyncGenerator<Outcome<CsvRow>> {
  let parser: Parser | undefined;
  let delimiter = ',';
  let [rowNumber, line] = [1, 1];
  /** Takes from the parser the rows that are complete. */
  const takeParsedRows = function* (): Generator<Outcome<CsvRow>> {
    for (let parsedRow: unknown = parser?.read(); isRawRecord(parsedRow); parsedRow = parser?.read()) {
      // csv-parse leaves only the CR of a CRLF line end in `raw`.
      const raw = parsedRow.raw.replace(/\r$/u, '\n');
      yield success(locateCells({ file, rowNumber, line, raw, delimiter }, parsedRow.record));
      rowNumber += 1;
      line += raw.split('\n').length - 1;
    }
  };
  const syntaxFailure = (error: CsvError): Outcome<never> => {
    const isTooLong = error.code === 'CSV_MAX_RECORD_SIZE';
    const problem = isTooLong ? 'this row is far too long' : 'a quotation mark is in a position where none is allowed';
    const hint = say`put a cell that contains quotation marks in quotation marks, and those in it are doubled; each is closed`;
    return failure(fault('csv/syntax', { file, line, column: 1 }, [`row ${rowNumber}: `, problem], { hint }));
  };

  for await (const chunk of joinFirstRowChunks(chunks)) {
    if (!chunk.ok) return yield failure(unreadableFileFault(file, chunk, all));
    let text = chunk.value;
    if (parser === undefined) {
      const dialect = detectDialect(text);
      delimiter = givenDelimiter ?? dialect.delimiter;
      parser = createParser(delimiter);
      // A spreadsheet does not count the line that names the delimiter as a row.
      if (dialect.separatorLineLength > 0) line += 1;
      text = text.slice(dialect.separatorLineLength);
    }
    const chunkResult = feedParser(parser, text);
    yield* takeParsedRows();
    const error = await chunkResult;
    yield* takeParsedRows();
    if (error !== undefined) return yield syntaxFailure(error);
  }
  if (parser === undefined) return;
  const endResult = feedParser(parser, undefined);
  yield* takeParsedRows();
  const error = await endResult;
  yield* takeParsedRows();
  if (error !== undefined) yield syntaxFailure(error);
}

function createParser(delimiter: string): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    raw: true,
    max_record_size: MAX_FILE_BYTES,
  });
  // `feedParser` reports the error; without a listener, the stream would throw it.
  parser.on('error', () => undefined);
  return parser;
}

/**
 * Writes a chunk to the parser, or ends its input if `chunk` is undefined. Resolves to the syntax error, or to
 * undefined. Because of backpressure, the promise may stay pending until the caller has taken the parsed rows.
 */
function feedParser(parser: Parser, chunk: string | undefined): Promise<CsvError | undefined> {
  return new Promise((resolve) => {
    if (chunk !== undefined) parser.write(chunk, (error) => resolve(asCsvError(error)));
    else {
      parser.once('error', (error) => resolve(asCsvError(error)));
      parser.once('finish', () => resolve(undefined));
      parser.end();
    }
  });
}

/**
 * The codes of the errors that csv-parse raises for faulty input. Its other codes are for faulty options, which the
 * input cannot cause.
 */
const SYNTAX_ERROR_CODES: ReadonlySet<unknown> = new Set([
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_MAX_RECORD_SIZE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
  'CSV_QUOTE_NOT_CLOSED',
  'INVALID_OPENING_QUOTE',
]);

/** Returns the error if csv-parse raised it for the input, and throws any other error. */
export function asCsvError(error: Error | null | undefined): CsvError | undefined {
  if (error === null || error === undefined) return undefined;
  if ('code' in error && SYNTAX_ERROR_CODES.has(error.code)) return error as CsvError;
  throw error;
}

function isRawRecord(value: unknown): value is { readonly record: readonly string[]; readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && 'record' in value;
}

/** A parsed row, before the spans of its cells are determined. */
interface RawRow {
  readonly file: string;
  readonly rowNumber: number;
  /** The 1-based line of the file where the row begins. */
  readonly line: number;
  readonly raw: string;
  readonly delimiter: string;
}

/**
 * Adds the span of every cell: the line and column where it begins (its opening quotation mark if it is quoted), and
 * the cell reference of a spreadsheet (`C17`). Unquoted cells are trimmed.
 */
function locateCells({ file, rowNumber, line, raw, delimiter }: RawRow, cellTexts: readonly string[]): CsvRow {
  const locationInFile = createOffsetLocator(file, raw, line);
  const offsets = cellOffsets(raw, delimiter);
  const spanOf = (offset: number, column: number): Span => ({
    ...locationInFile(offset),
    cell: `${columnName(column)}${rowNumber}`,
  });
  const cells = cellTexts.map((text, column) => {
    const offset = offsets[column] ?? raw.length;
    return { text: raw[offset] === '"' ? text : text.trim(), span: spanOf(offset, column) };
  });
  const locationAt = (offset: number): Span => spanOf(offset, lastIndexUpTo(offsets, offset));
  return { number: rowNumber, raw, cells, locationAt };
}

/**
 * Returns the offset in `raw` at which each cell begins. Each quotation mark toggles the quoted state. A quotation mark
 * inside a quoted cell is doubled (RFC 4180, section 2, rule 7), so it toggles twice and the state stays the same.
 */
function cellOffsets(raw: string, delimiter: string): readonly number[] {
  const offsets = [0];
  let isQuoted = false;
  for (let index = 0; index < raw.length; index += 1) {
    if (raw[index] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && raw[index] === delimiter) offsets.push(index + 1);
  }
  return offsets;
}
