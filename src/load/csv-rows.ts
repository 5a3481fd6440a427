import { type CsvError, type Parser, parse } from 'csv-parse';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult } from '../world.ts';
import { offsetLocator } from './file-text.ts';
import { unreadableFile } from './read-file.ts';

/** One row of a CSV table, with its source text and the locations of its cells. */
export interface CsvRow {
  /** The 1-based row number that a spreadsheet shows; a row with line breaks inside cells counts once. */
  readonly number: number;
  /** The source text of the row, including its line end; a CRLF line end is shortened to LF. */
  readonly raw: string;
  readonly cells: readonly CsvCell[];
  /** Returns the span of an offset into `raw`, in UTF-16 code units. */
  readonly locationAt: (offset: number) => Span;
}

/** A cell of a table. `text` is unquoted; `span` is where the cell begins, at the opening quotation mark if quoted. */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

/**
 * Parses CSV and yields every row as soon as it is complete. Empty rows are included, so that row numbers agree with a
 * spreadsheet. A read failure or a syntax fault is yielded last and ends the sequence.
 */
export async function* readRows(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<Outcome<CsvRow>> {
  let parser: Parser | undefined;
  let delimiter = ',';
  let [number, line] = [1, 1];
  const completeRows = function* (): Generator<Outcome<CsvRow>> {
    for (let next: unknown = parser?.read(); isRawRecord(next); next = parser?.read()) {
      // For a row that ends in CRLF, csv-parse leaves only the CR in `raw`.
      const raw = next.raw.replace(/\r$/u, '\n');
      yield success(locateCells({ file, number, line, raw, delimiter }, next.record));
      number += 1;
      line += raw.split('\n').length - 1;
    }
  };
  const syntaxFailure = (error: CsvError): Outcome<never> => {
    const tooLong = error.code === 'CSV_MAX_RECORD_SIZE';
    const problem = tooLong ? 'this row is far too long' : 'a quotation mark is in a position where none is allowed';
    const hint = say`a cell with quotation marks stands in quotation marks, and those in it are doubled; each is closed`;
    return failure(fault('csv/syntax', { file, line, column: 1 }, [`row ${number}: `, problem], { hint }));
  };

  for await (const chunk of withWholeFirstLine(chunks)) {
    if (!chunk.ok) return yield failure(unreadableFile(file, chunk, 'profiles of recipients'));
    if (parser === undefined) {
      delimiter = detectDelimiter(chunk.value);
      parser = openParser(delimiter);
    }
    const written = feedParser(parser, chunk.value);
    yield* completeRows();
    const error = await written;
    yield* completeRows();
    if (error !== undefined) return yield syntaxFailure(error);
  }
  if (parser === undefined) return;
  const ended = feedParser(parser, undefined);
  yield* completeRows();
  const error = await ended;
  yield* completeRows();
  if (error !== undefined) yield syntaxFailure(error);
}

function openParser(delimiter: string): Parser {
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
 * Writes a chunk to the parser, or ends its input if `chunk` is undefined. Resolves to the syntax error, if any.
 * Because of backpressure the promise may stay pending until the caller has read the parsed rows.
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

/** Returns the error if csv-parse raised it, and throws any other. Not every code of csv-parse begins with `CSV_`. */
function asCsvError(error: Error | null | undefined): CsvError | undefined {
  if (error === null || error === undefined) return undefined;
  if ('code' in error && String(error.code).includes('_')) return error as CsvError;
  throw error;
}

/** Yields the same text, with chunks joined at the start so that the first one contains the whole first line. */
async function* withWholeFirstLine(chunks: AsyncIterable<ReadResult<string>>): AsyncGenerator<ReadResult<string>> {
  let buffered: string | undefined = '';
  for await (const chunk of chunks) {
    if (!chunk.ok || buffered === undefined) {
      yield chunk;
      continue;
    }
    buffered += chunk.value;
    if (!buffered.includes('\n') && buffered.length < MAX_FILE_BYTES) continue;
    yield { ok: true, value: buffered };
    buffered = undefined;
  }
  if (buffered !== undefined && buffered !== '') yield { ok: true, value: buffered };
}

/** Returns the delimiter (comma, semicolon or tab) that is most frequent in the first line; comma if there is none. */
function detectDelimiter(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
}

function isRawRecord(value: unknown): value is { readonly record: readonly string[]; readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && 'record' in value;
}

/** A parsed row whose cells have no locations yet. */
interface RawRow {
  readonly file: string;
  readonly number: number;
  /** The 1-based line of the file where the row begins. */
  readonly line: number;
  readonly raw: string;
  readonly delimiter: string;
}

/**
 * Adds to every cell its span: line, column, and the cell reference that a spreadsheet uses (`C17`). Unquoted cells are
 * trimmed.
 */
function locateCells({ file, number, line, raw, delimiter }: RawRow, texts: readonly string[]): CsvRow {
  const locationInFile = offsetLocator(file, raw, line);
  const starts = cellStarts(raw, delimiter);
  const placeAt = (offset: number): Span => {
    const column = starts.findLastIndex((start) => start <= offset);
    return { ...locationInFile(offset), cell: `${columnName(column)}${number}` };
  };
  const cells = texts.map((text, index) => {
    const start = starts[index] ?? raw.length;
    return { text: raw[start] === '"' ? text : text.trim(), span: placeAt(start) };
  });
  return { number, raw, cells, locationAt: placeAt };
}

/**
 * Returns the offset in `raw` at which each cell begins. Toggling at every quotation mark is enough: an escaped one is
 * doubled (RFC 4180, section 2, rule 7), so it toggles twice.
 */
function cellStarts(raw: string, delimiter: string): readonly number[] {
  const starts = [0];
  let isQuoted = false;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && raw[at] === delimiter) starts.push(at + 1);
  }
  return starts;
}

/** Returns the spreadsheet name of a 0-based column index: `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
