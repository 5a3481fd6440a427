import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { ReadResult } from '../world.ts';
import { type CsvCell, type CsvRow, columnName, readRows } from './csv-rows.ts';
import { limitFaults, forbiddenCharacters } from './file-text.ts';

/**
 * Yields one recipient for each non-empty row of a CSV table (RFC 4180). Semicolons and tabs are also accepted as
 * delimiters, because spreadsheets write them in many locales. The header row names the path of each column:
 * `office.title.en`, `address.lines.1`. A faulty row yields a failure for that recipient only; a fault in the header
 * row or in the quoting ends the sequence.
 */
export async function* readCsv(file: string, chunks: AsyncIterable<ReadResult<string>>): AsyncGenerator<Outcome<Data>> {
  let columns: Columns | undefined;
  for await (const row of readRows(file, chunks)) {
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

/** The columns as a tree in the shape of a profile: mappings and lists whose leaves are columns. */
type ColumnTree =
  | { readonly kind: 'column'; readonly index: number; readonly span: Span }
  | { readonly kind: 'fields'; readonly entries: Map<string, ColumnTree>; readonly span: Span }
  | { readonly kind: 'list'; readonly entries: Map<string, ColumnTree>; readonly span: Span };

/** The header row of a table. */
interface Columns {
  readonly tree: ColumnTree;
  /** The column names in file order; empty for a column without a name, whose cells must be empty. */
  readonly names: readonly string[];
}

const COLUMNS_HINT = say`the first row names what each column holds: id, roles.1, languages.1, office.title.en, address.lines.1, …`;

/** Parses the header row. Dots in a name separate the keys of a path; a number is a 1-based position in a list. */
function readColumns({ cells, raw, locationAt: placeAt }: CsvRow): Outcome<Columns> {
  const faults: Diagnostic[] = [...forbiddenCharacters(raw, placeAt)];
  const [first] = cells;
  const tree: ColumnTree = { kind: 'fields', entries: new Map(), span: first?.span ?? placeAt(0) };
  cells.forEach((cell, index) => {
    if (cell.text !== '') faults.push(...addColumn(tree, cell, index));
  });
  return settle({ tree, names: cells.map(({ text }) => text) }, faults);
}

/** Inserts a column into the tree; returns a fault if its name is malformed or conflicts with another column. */
function addColumn(tree: ColumnTree, { text, span }: CsvCell, index: number): readonly Diagnostic[] {
  const steps = text.split('.').map((step) => step.trim());
  if (steps.includes(''))
    return [fault('csv/column', span, say`${text} is not a name for a column`, { hint: COLUMNS_HINT })];
  let node = tree;
  for (const [depth, step] of steps.entries()) {
    if (node.kind === 'column' || (node.kind === 'list') !== isNumber(step)) return [clash(text, span, node.span)];
    const next = node.entries.get(step);
    if (depth === steps.length - 1) {
      if (next !== undefined) return [clash(text, span, next.span)];
      node.entries.set(step, { kind: 'column', index, span });
    } else if (next === undefined) {
      const child: ColumnTree = {
        kind: isNumber(steps[depth + 1] ?? '') ? 'list' : 'fields',
        entries: new Map(),
        span,
      };
      node.entries.set(step, child);
      node = child;
    } else node = next;
  }
  return [];
}

function isNumber(step: string): boolean {
  return /^[1-9]\d{0,2}$/u.test(step);
}

function clash(name: string, span: Span, other: Span): Diagnostic {
  return fault('csv/column', span, say`the column ${name} conflicts with another`, {
    hint: COLUMNS_HINT,
    related: [{ span: other, message: say`it means the same as this one, or one lies within the other` }],
  });
}

/** Builds a profile from a row. Keys of empty cells are omitted, and so are lists and mappings that would be empty. */
function readRow({ tree, names }: Columns, row: CsvRow): Outcome<Data> {
  const ragged = raggedRow(names, row);
  if (ragged !== undefined) return failure(ragged);
  const faults = [...limitFaults(forbiddenCharacters(row.raw, row.locationAt)), ...cellsInUnnamedColumns(names, row)];
  return settle(rowData(tree, row) ?? { kind: 'fields', entries: [], span: row.locationAt(0) }, faults);
}

function rowData(tree: ColumnTree, row: CsvRow): Data | undefined {
  if (tree.kind === 'column') {
    const cell = row.cells[tree.index];
    return cell === undefined || cell.text === '' ? undefined : { kind: 'scalar', quoted: true, ...cell };
  }
  const entries: Field[] = [];
  for (const [key, branch] of tree.entries) {
    const value = rowData(branch, row);
    if (value !== undefined) entries.push({ key, keySpan: branch.span, value });
  }
  const [first] = entries;
  if (first === undefined) return undefined;
  if (tree.kind === 'list') return { kind: 'list', items: itemsByNumber(entries), span: first.value.span };
  return { kind: 'fields', entries, span: first.value.span };
}

/** Returns the list items in the order of their numbers, because column `lines.2` may precede column `lines.1`. */
function itemsByNumber(entries: readonly Field[]): readonly Data[] {
  return entries.toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ value }) => value);
}

/** Returns a fault if the row has fewer or more cells than the header row, because values may then be misaligned. */
function raggedRow(
  names: readonly string[],
  { number, cells, raw, locationAt: placeAt }: CsvRow,
): Diagnostic | undefined {
  if (cells.length === names.length) return undefined;
  const counts = `row ${number} has ${cells.length} cells, and the first row has ${names.length}`;
  const hint = say`a cell that holds what separates cells must stand in quotation marks; an empty cell keeps its place`;
  const extra = cells[names.length];
  if (extra !== undefined) {
    const message = [`${counts}: column ${columnName(names.length)} and what follows has no name`];
    return fault('csv/ragged-row', extra.span, message, { hint });
  }
  const missing = say`: nothing stands in column ${columnName(cells.length)} (${names[cells.length] ?? ''})`;
  return fault('csv/ragged-row', placeAt(raw.trimEnd().length - 1), [counts, ...missing], { hint });
}

/** Returns a fault for every non-empty cell in a column without a name, because its text would be silently ignored. */
function cellsInUnnamedColumns(names: readonly string[], { cells }: CsvRow): readonly Diagnostic[] {
  const hint = say`name the column in the first row, or empty it`;
  return cells
    .filter(({ text }, index) => text !== '' && names[index] === '')
    .map(({ span }) => fault('csv/column', span, say`this cell stands in a column that has no name`, { hint }));
}
