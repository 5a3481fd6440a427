import { csvText } from '../../report/csv.ts';
import { neutralise } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrix.ts';

/** Who is asked for what, for a terminal. */
export function matrixText(matrix: Matrix): string {
  return [
    tableText(headerOf(matrix), matrix.rows.map(cellsOf)),
    ...remarksOf(matrix).map((line) => `\n${line}\n`),
  ].join('');
}

/** The same as a table in Markdown, for a pull request or an e-mail. */
export function matrixMarkdown(matrix: Matrix): string {
  const header = headerOf(matrix);
  const lines = [header, header.map(() => '---'), ...matrix.rows.map(cellsOf)];
  const table = lines.map((cells) => `| ${cells.map(inMarkdown).join(' | ')} |\n`);
  return [...table, ...remarksOf(matrix).map((line) => `\n${inMarkdown(line)}\n`)].join('');
}

/** The same for a spreadsheet: a letter a row, a demand a column. */
export function matrixCsv(matrices: readonly Matrix[]): string {
  return matrices.map((matrix) => csvText(headerOf(matrix), matrix.rows.map(cellsOf))).join('\r\n');
}

function headerOf({ demands }: Matrix): readonly string[] {
  return ['recipient', 'language', 'body', ...demands.map(({ id, number }) => `${number} ${id}`)];
}

function cellsOf({ recipient, language, body, cells }: MatrixRow): readonly string[] {
  return [recipient, language, body, ...cells.map(cellWords)];
}

/** "2. support", or "1. with ier-169" for a demand that another one's wording carries. */
function cellWords(cell: MatrixCell | null): string {
  if (cell === null) return '';
  return cell.carriedBy === null ? `${cell.place}. ${cell.wording}` : `${cell.place}. with ${cell.carriedBy}`;
}

function remarksOf({ skipped, nobodyGets: { demands, texts } }: Matrix): readonly string[] {
  return [
    ...(skipped.length === 0 ? [] : [`skipped: ${skipped.join(', ')}`]),
    ...(demands.length === 0 ? [] : [`demands that nobody gets: ${demands.join(', ')}`]),
    ...(texts.length === 0 ? [] : [`texts that nobody gets: ${texts.join(', ')}`]),
  ].map(neutralise);
}

/** Names are letters, digits, hyphens and slashes; what a broken profile calls itself must not become markup either. */
function inMarkdown(text: string): string {
  return neutralise(text).replaceAll(/[\\`*_[\]<>|]/g, '\\$&');
}
