import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { ReadResult } from '../world.ts';
import { type CsvCell, type CsvRow, columnName, readRows } from './csv-rows.ts';
import { enough, forbiddenCharacters } from './file-text.ts';

/**
 * Recipients from a table, one a row (RFC 4180; also with `;` or tabs between the cells, as spreadsheets of many
 * countries have it). The first row says what the columns are: `office.title.en`, `address.lines.1`. A row that is at
 * fault costs that recipient; a fault in the first row or in the quotation marks ends the table.
 */
export async function* readCsv(file: string, pieces: AsyncIterable<ReadResult<string>>): AsyncGenerator<Outcome<Data>> {
  let columns: Columns | undefined;
  for await (const row of readRows(file, pieces)) {
    if (!row.ok) yield row;
    else if (columns === undefined) {
      const read = readColumns(row.value);
      if (!read.ok) return yield read;
      columns = read.value;
    } else if (row.value.cells.some(({ text }) => text !== '')) {
      yield readRow(columns, row.value);
    }
  }
}

/** The columns of a table in the shape of a recipient: mappings and lists whose ends are columns. */
type ColumnTree =
  | { readonly kind: 'column'; readonly index: number; readonly span: Span }
  | { readonly kind: 'fields'; readonly entries: Map<string, ColumnTree>; readonly span: Span }
  | { readonly kind: 'list'; readonly entries: Map<string, ColumnTree>; readonly span: Span };

/** The columns of a table. */
interface Columns {
  readonly tree: ColumnTree;
  /** The names as the first row has them; a column without a name holds nothing. */
  readonly names: readonly string[];
}

const HINT = say`the first row names what each column holds: id, roles.1, languages.1, office.title.en, address.lines.1, …`;

/** Reads the first row of a table: names with dots for what lies in one another, numbers from 1 for places in a list. */
function readColumns({ cells, raw, placeAt }: CsvRow): Outcome<Columns> {
  const faults: Diagnostic[] = [...forbiddenCharacters(raw, placeAt)];
  const [first] = cells;
  const tree: ColumnTree = { kind: 'fields', entries: new Map(), span: first?.span ?? placeAt(0) };
  cells.forEach((cell, index) => {
    if (cell.text !== '') faults.push(...addColumn(tree, cell, index));
  });
  return settle({ tree, names: cells.map(({ text }) => text) }, faults);
}

function addColumn(tree: ColumnTree, { text, span }: CsvCell, index: number): readonly Diagnostic[] {
  const steps = text.split('.').map((step) => step.trim());
  if (steps.includes('')) return [fault('csv/column', span, say`${text} is not a name for a column`, { hint: HINT })];
  let here = tree;
  for (const [depth, step] of steps.entries()) {
    if (here.kind === 'column' || (here.kind === 'list') !== isNumber(step)) return [clash(text, span, here.span)];
    const next = here.entries.get(step);
    if (depth === steps.length - 1) {
      if (next !== undefined) return [clash(text, span, next.span)];
      here.entries.set(step, { kind: 'column', index, span });
    } else if (next === undefined) {
      const made: ColumnTree = { kind: isNumber(steps[depth + 1] ?? '') ? 'list' : 'fields', entries: new Map(), span };
      here.entries.set(step, made);
      here = made;
    } else here = next;
  }
  return [];
}

function isNumber(step: string): boolean {
  return /^[1-9]\d{0,2}$/u.test(step);
}

function clash(name: string, span: Span, other: Span): Diagnostic {
  return fault('csv/column', span, say`the column ${name} cannot stand beside another`, {
    hint: HINT,
    related: [{ span: other, message: say`it means the same as this one, or one lies within the other` }],
  });
}

/** One recipient from a row. An empty cell says nothing: its key is left out, and what holds nothing else with it. */
function readRow({ tree, names }: Columns, row: CsvRow): Outcome<Data> {
  const ragged = raggedness(names, row);
  if (ragged !== undefined) return failure(ragged);
  const faults = [...enough(forbiddenCharacters(row.raw, row.placeAt)), ...unnamed(names, row)];
  return settle(dataOf(tree, row) ?? { kind: 'fields', entries: [], span: row.placeAt(0) }, faults);
}

function dataOf(tree: ColumnTree, row: CsvRow): Data | undefined {
  if (tree.kind === 'column') {
    const cell = row.cells[tree.index];
    return cell === undefined || cell.text === '' ? undefined : { kind: 'scalar', quoted: true, ...cell };
  }
  const entries: Field[] = [];
  for (const [key, branch] of tree.entries) {
    const value = dataOf(branch, row);
    if (value !== undefined) entries.push({ key, keySpan: branch.span, value });
  }
  const [first] = entries;
  if (first === undefined) return undefined;
  if (tree.kind === 'list') return { kind: 'list', items: itemsByNumber(entries), span: first.value.span };
  return { kind: 'fields', entries, span: first.value.span };
}

/** The items of a list by their numbers, for `lines.2` may stand to the left of `lines.1`. */
function itemsByNumber(entries: readonly Field[]): readonly Data[] {
  return entries.toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ value }) => value);
}

/** A row with other cells than the first row has columns: something was lost or added, and what follows it is shifted. */
function raggedness(names: readonly string[], { number, cells, raw, placeAt }: CsvRow): Diagnostic | undefined {
  if (cells.length === names.length) return undefined;
  const counted = `row ${number} has ${cells.length} cells, and the first row has ${names.length}`;
  const hint = say`a cell that holds what separates cells must stand in quotation marks; an empty cell keeps its place`;
  const extra = cells[names.length];
  if (extra !== undefined) {
    const message = [`${counted}: column ${columnName(names.length)} and what follows has no name`];
    return fault('csv/ragged-row', extra.span, message, { hint });
  }
  const missing = say`: nothing stands in column ${columnName(cells.length)} (${names[cells.length] ?? ''})`;
  return fault('csv/ragged-row', placeAt(raw.trimEnd().length - 1), [counted, ...missing], { hint });
}

/** A fault for every cell in a column without a name: what it holds would be lost. */
function unnamed(names: readonly string[], { cells }: CsvRow): readonly Diagnostic[] {
  const hint = say`name the column in the first row, or empty it`;
  return cells
    .filter(({ text }, index) => text !== '' && names[index] === '')
    .map(({ span }) => fault('csv/column', span, say`this cell stands in a column that has no name`, { hint }));
}
