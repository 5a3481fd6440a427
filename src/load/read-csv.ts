import { type CsvError, type Parser, parse } from 'csv-parse';
import type { Data } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, failure, success } from '../model/outcome.ts';
import { LARGEST_FILE, type Reading } from '../world.ts';
import { readColumns, type Columns } from './csv-columns.ts';
import { type CsvRow, placeCells } from './csv-row.ts';
import { unreadable } from './read-file.ts';
import { readRow } from './read-csv-row.ts';

/**
 * Recipients from a table, one a row (RFC 4180; also with `;` or tabs between the cells, as spreadsheets of many
 * countries have it). The first row says what the columns are: `office.title.en`, `address.lines.1`. A row that is at
 * fault costs that recipient; a fault in the first row or in the quotation marks ends the table.
 */
export async function* readCsv(file: string, pieces: AsyncIterable<Reading<string>>): AsyncGenerator<Outcome<Data>> {
  let columns: Outcome<Columns> | undefined;
  for await (const row of readRows(file, pieces)) {
    if (!row.ok) yield row;
    else if (columns === undefined) {
      columns = readColumns(row.value);
      if (!columns.ok) return yield columns;
    } else if (row.value.cells.some(({ text }) => text !== '')) {
      yield andThen(columns, (known) => readRow(known, row.value));
    }
  }
}

/** The rows as they come, empty ones too: a spreadsheet counts them. */
async function* readRows(file: string, pieces: AsyncIterable<Reading<string>>): AsyncGenerator<Outcome<CsvRow>> {
  let parser: Parser | undefined;
  let delimiter = ',';
  let [number, line] = [1, 1];
  const finished = function* (): Generator<Outcome<CsvRow>> {
    for (let next: unknown = parser?.read(); isRaw(next); next = parser?.read()) {
      // Of the line end of Windows the library gives away the first half only.
      const raw = next.raw.replace(/\r$/u, '\n');
      yield success(placeCells({ file, number, line, raw, delimiter }, next.record));
      number += 1;
      line += raw.split('\n').length - 1;
    }
  };
  const broken = (error: CsvError): Outcome<never> => {
    const tooLong = error.code === 'CSV_MAX_RECORD_SIZE';
    const problem = tooLong ? 'this row is far too long' : 'a quotation mark stands in this row where none can stand';
    const hint = say`a cell with quotation marks stands in quotation marks, and those in it are doubled; each is closed`;
    return failure(fault('csv/syntax', { file, line, column: 1 }, [`row ${number}: `, problem], { hint }));
  };

  for await (const piece of firstLineWhole(pieces)) {
    if (!piece.ok) return yield failure(unreadable(file, piece, 'profiles of recipients'));
    if (parser === undefined) {
      delimiter = delimiterOf(piece.value);
      parser = openParser(delimiter);
    }
    const taken = handOver(parser, piece.value);
    yield* finished();
    const error = await taken;
    yield* finished();
    if (error !== undefined) return yield broken(error);
  }
  if (parser === undefined) return;
  const ended = handOver(parser, undefined);
  yield* finished();
  const error = await ended;
  yield* finished();
  if (error !== undefined) yield broken(error);
}

function openParser(delimiter: string): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    raw: true,
    max_record_size: LARGEST_FILE,
  });
  // Told by the write that meets it; without a listener it would be thrown.
  parser.on('error', () => undefined);
  return parser;
}

/** Gives the library a piece, or the end; what it complains of comes back. It may wait until its rows have been read. */
function handOver(parser: Parser, piece: string | undefined): Promise<CsvError | undefined> {
  return new Promise((resolve) => {
    if (piece !== undefined) parser.write(piece, (error) => resolve(asCsvError(error)));
    else {
      parser.once('error', (error) => resolve(asCsvError(error)));
      parser.once('finish', () => resolve(undefined));
      parser.end();
    }
  });
}

function asCsvError(error: Error | null | undefined): CsvError | undefined {
  if (error === null || error === undefined) return undefined;
  if ('code' in error && String(error.code).includes('_')) return error as CsvError;
  throw error;
}

/** The same text, the first piece of it long enough to hold the first line. */
async function* firstLineWhole(pieces: AsyncIterable<Reading<string>>): AsyncGenerator<Reading<string>> {
  let waiting: string | undefined = '';
  for await (const piece of pieces) {
    if (!piece.ok || waiting === undefined) {
      yield piece;
      continue;
    }
    waiting += piece.value;
    if (!waiting.includes('\n') && waiting.length < LARGEST_FILE) continue;
    yield { ok: true, value: waiting };
    waiting = undefined;
  }
  if (waiting !== undefined && waiting !== '') yield { ok: true, value: waiting };
}

/** What separates the cells: whichever of the three stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
}

function isRaw(value: unknown): value is { readonly record: readonly string[]; readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && 'record' in value;
}
