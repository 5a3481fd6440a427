import { type CsvError, type Parser, parse } from 'csv-parse';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { LARGEST_FILE, type ReadResult } from '../world.ts';
import { locationsIn } from './file-text.ts';
import { unreadableFile } from './read-file.ts';

/** One row of a table, as its file has it. */
export interface CsvRow {
  /** As a spreadsheet counts it; a cell with line breaks is still one row. */
  readonly number: number;
  readonly raw: string;
  readonly cells: readonly CsvCell[];
  readonly placeAt: (offset: number) => Span;
}

/** A cell of a table: what it holds, and where that begins. */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

/** The rows of a table as they are read, empty ones too, for a spreadsheet counts them. A syntax fault ends them. */
export async function* readRows(
  file: string,
  pieces: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<Outcome<CsvRow>> {
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
    if (!piece.ok) return yield failure(unreadableFile(file, piece, 'profiles of recipients'));
    if (parser === undefined) {
      delimiter = delimiterOf(piece.value);
      parser = openParser(delimiter);
    }
    const taken = feedParser(parser, piece.value);
    yield* finished();
    const error = await taken;
    yield* finished();
    if (error !== undefined) return yield broken(error);
  }
  if (parser === undefined) return;
  const ended = feedParser(parser, undefined);
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
function feedParser(parser: Parser, piece: string | undefined): Promise<CsvError | undefined> {
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
async function* firstLineWhole(pieces: AsyncIterable<ReadResult<string>>): AsyncGenerator<ReadResult<string>> {
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

/** A row before its cells have places. */
interface RawRow {
  readonly file: string;
  readonly number: number;
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly raw: string;
  readonly delimiter: string;
}

/**
 * Gives every cell its place: where its text begins in the file, and its name in a spreadsheet. Text outside quotation
 * marks loses the spaces around it.
 */
function placeCells({ file, number, line, raw, delimiter }: RawRow, texts: readonly string[]): CsvRow {
  const placeInFile = locationsIn(file, raw, line);
  const starts = startsOf(raw, delimiter);
  const placeAt = (offset: number): Span => {
    const column = starts.findLastIndex((start) => start <= offset);
    return { ...placeInFile(offset), cell: `${columnName(column)}${number}` };
  };
  const cells = texts.map((text, index) => {
    const start = starts[index] ?? raw.length;
    return { text: raw[start] === '"' ? text : text.trim(), span: placeAt(start) };
  });
  return { number, raw, cells, placeAt };
}

/** Where the cells of a row begin. Quotation marks inside quotation marks are doubled, so counting them is enough. */
function startsOf(raw: string, delimiter: string): readonly number[] {
  const starts = [0];
  let isQuoted = false;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && raw[at] === delimiter) starts.push(at + 1);
  }
  return starts;
}

/** A column as spreadsheets name it: 0 is `A`, 26 is `AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
