import type { Span } from '../model/span.ts';
import { placesIn } from './places.ts';

/** One row of a table, as its file has it. */
export interface CsvRow {
  /** As a spreadsheet counts it; a cell with line breaks is still one row. */
  readonly number: number;
  readonly raw: string;
  readonly cells: readonly CsvCell[];
  readonly placeAt: (offset: number) => Span;
}

export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

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
export function placeCells({ file, number, line, raw, delimiter }: RawRow, texts: readonly string[]): CsvRow {
  const placeInFile = placesIn(file, raw, line);
  const starts = startsOf(raw, delimiter);
  const placeAt = (offset: number): Span => {
    const column = starts.findLastIndex((start) => start <= offset);
    return { ...placeInFile(offset), cell: cellName(Math.max(column, 0), number) };
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

/** A cell as spreadsheets name it: column 0 of row 17 is `A17`, column 26 `AA17`. */
function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** A column as spreadsheets name it. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
