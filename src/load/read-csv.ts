import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { isDerivedColumn } from '../model/list-columns.ts';
import { type Span, fileStart } from '../model/span.ts';
import type { ReadResult } from '../world.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { limitFaults, forbiddenCharacterFaults } from './file-text.ts';
import { type ListedRows, createListedRows } from './listed-rows.ts';
import { raggedRowFault, unnamedColumnFaults } from './row-faults.ts';
import type { TableCell } from './table-rows.ts';

/**
 * Yields one profile for each non-empty row of a CSV table (RFC 4180). Semicolons and tabs are also accepted as
 * delimiters, because spreadsheets write them in many locales. Each cell of the header row is the path of a key in the
 * profile: `office.title.en`, `address.lines.1`. A faulty row yields one failure, and reading continues. A fault in the
 * header row or in the quoting ends the sequence. A table that `list --csv` wrote is read back; see `listed-rows.ts`.
 */
export async function* readCsv(file: string, chunks: AsyncIterable<ReadResult<string>>): AsyncGenerator<Outcome<Data>> {
  let columns: Columns | undefined;
  let listedRows: ListedRows | undefined;
  for await (const row of readCsvRows(file, chunks)) {
    if (!row.ok) return yield row;
    if (row.value.cells.every(({ text }) => text === '')) continue;
    if (columns !== undefined) {
      const ownRow = listedRows === undefined ? row.value : listedRows.profileIn(row.value);
      if (ownRow !== undefined) yield readProfile(columns, ownRow);
    } else {
      const header = readColumns(row.value);
      if (!header.ok) return yield header;
      columns = header.value;
      listedRows = columns.names.some(isDerivedColumn) ? createListedRows(columns.names) : undefined;
    }
  }
  if (columns === undefined)
    yield failure(fault('csv/column', fileStart(file), say`this table is empty`, { hint: COLUMNS_HINT }));
}

/**
 * A node of the tree of columns, which has the structure of a profile: mappings and lists, with a column at each leaf.
 */
type ColumnNode =
  | { readonly kind: 'column'; readonly index: number; readonly span: Span }
  | { readonly kind: 'fields'; readonly entries: Map<string, ColumnNode>; readonly span: Span }
  | { readonly kind: 'list'; readonly entries: Map<string, ColumnNode>; readonly span: Span };

/** The columns that the header row declares. */
interface Columns {
  readonly tree: ColumnNode;
  /** The column names in file order. A column without a name has an empty string here, and its cells must be empty. */
  readonly names: readonly string[];
}

const COLUMNS_HINT = say`the first row names what each column holds: id, roles.1, languages.1, office.title.en, address.lines.1, …`;

/** Parses the header row. Dots separate the keys of a path; a number is a 1-based position in a list. */
function readColumns({ cells, raw, locationAt }: CsvRow): Outcome<Columns> {
  const characterFaults = limitFaults(forbiddenCharacterFaults(raw, locationAt));
  const tree: ColumnNode = { kind: 'fields', entries: new Map(), span: locationAt(0) };
  const columnFaults = cells.flatMap((cell, index) =>
    cell.text === '' || isDerivedColumn(cell.text) ? [] : addColumn(tree, cell, index),
  );
  // If there is no id, the first row has data, or names that are not those of a profile. Each of its cells would be
  // reported in each of its rows.
  const faults = tree.entries.has('id') ? limitFaults(columnFaults) : [noIdFault(cells, locationAt(0))];
  return settle({ tree, names: cells.map(({ text }) => text) }, [...characterFaults, ...faults]);
}

function noIdFault(cells: readonly TableCell[], span: Span): Diagnostic {
  const similar = cells.find(({ text }) => text.toLowerCase() === 'id');
  const message = say`the first row has no column ${'id'}`;
  if (similar !== undefined)
    return fault('csv/column', similar.span, message, { hint: say`write it in small letters` });
  const otherwise = say`; if it has names of its own, say in a file what they are for (demarche explain table/pattern), and name that file with --columns`;
  return fault('csv/column', span, message, { hint: [...COLUMNS_HINT, ...otherwise] });
}

/** The maximum number of steps in the path of a column. YAML and JSON files have the same limit of nesting. */
const MAX_STEPS = 20;

/** Inserts a column into the tree. Returns a fault if its name is malformed or conflicts with another column. */
function addColumn(tree: ColumnNode, { text, span }: TableCell, index: number): readonly Diagnostic[] {
  const steps = text.split('.').map((step) => step.trim());
  if (steps.includes(''))
    return [fault('csv/column', span, say`${text} is not a name for a column`, { hint: COLUMNS_HINT })];
  if (steps.length > MAX_STEPS) {
    const message = [`the name of this column has ${steps.length} steps; at most ${MAX_STEPS} can be used`];
    return [fault('csv/column', span, message, { hint: COLUMNS_HINT })];
  }
  let node = tree;
  for (const [depth, step] of steps.entries()) {
    if (node.kind === 'column' || (node.kind === 'list') !== isListPosition(step))
      return [columnClashFault(text, span, node.span)];
    const existingNode = node.entries.get(step);
    if (depth === steps.length - 1) {
      if (existingNode !== undefined) return [columnClashFault(text, span, existingNode.span)];
      node.entries.set(step, { kind: 'column', index, span });
    } else if (existingNode === undefined) {
      const child: ColumnNode = {
        kind: isListPosition(steps[depth + 1] ?? '') ? 'list' : 'fields',
        entries: new Map(),
        span,
      };
      node.entries.set(step, child);
      node = child;
    } else node = existingNode;
  }
  return [];
}

/** Whether a step of a path is a position in a list: a number from 1 to 999. */
function isListPosition(step: string): boolean {
  return /^[1-9]\d{0,2}$/u.test(step);
}

function columnClashFault(name: string, span: Span, otherSpan: Span): Diagnostic {
  return fault('csv/column', span, say`the column ${name} conflicts with another`, {
    hint: COLUMNS_HINT,
    related: [{ span: otherSpan, message: say`it means the same as this one, or one lies within the other` }],
  });
}

/** Builds a profile from a row. Keys with empty cells are omitted, and so are lists and mappings without entries. */
function readProfile({ tree, names }: Columns, row: CsvRow): Outcome<Data> {
  const raggedFault = raggedRowFault(names, row, row.locationAt(row.raw.trimEnd().length - 1));
  if (raggedFault !== undefined) return failure(raggedFault);
  const faults = [
    ...limitFaults(forbiddenCharacterFaults(row.raw, row.locationAt)),
    ...limitFaults(unnamedColumnFaults(names, row)),
  ];
  return settle(buildRowData(tree, row) ?? { kind: 'fields', entries: [], span: row.locationAt(0) }, faults);
}

/** Returns the part of the profile below a node; undefined if all its cells are empty. */
function buildRowData(node: ColumnNode, row: CsvRow): Data | undefined {
  if (node.kind === 'column') {
    const cell = row.cells[node.index];
    return cell === undefined || cell.text === '' ? undefined : { kind: 'scalar', quoted: true, ...cell };
  }
  const entries: Field[] = [];
  for (const [key, child] of node.entries) {
    const value = buildRowData(child, row);
    if (value !== undefined) entries.push({ key, keySpan: child.span, value });
  }
  const [firstEntry] = entries;
  if (firstEntry === undefined) return undefined;
  if (node.kind === 'list') return { kind: 'list', items: sortItems(entries), span: firstEntry.value.span };
  return { kind: 'fields', entries, span: firstEntry.value.span };
}

/** Returns the list items in the order of their positions, because the column `lines.2` may precede `lines.1`. */
function sortItems(entries: readonly Field[]): readonly Data[] {
  return entries.toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ value }) => value);
}
