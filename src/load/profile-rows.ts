import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { unmarkCell } from '../model/guarded-cell.ts';
import { LANGUAGE_TAG_PATTERN } from '../model/language-tag.ts';
import { isDerivedColumn } from '../model/list-columns.ts';
import { type Span, fileStart } from '../model/span.ts';
import { limitFaults } from './file-text.ts';
import { type ListedRows, createListedRows } from './listed-rows.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';
import type { TableCell, TableRow } from './table-rows.ts';

/**
 * Yields one profile for each non-empty row of a table whose columns are named by the keys of a profile. Each cell of
 * the header row is the path of a key: `office.title.en`, `address.lines.1`. A faulty row yields one failure, and
 * reading continues; a fault in the header row ends the sequence. A table that `list --csv` wrote is read back; see
 * `listed-rows.ts`. `rowFaults`: returns the faults of a row by the rules of the file's format. `names` are those of
 * the columns, undefined for the header row. `contents`: what the rows are; a table of signatories has their keys.
 */
export async function* readProfileRows<Row extends TableRow>(
  file: string,
  rows: AsyncIterable<Outcome<Row>>,
  rowFaults: (row: Row, names: readonly string[] | undefined) => readonly Diagnostic[],
  contents: RowContents = PROFILE_ROWS,
): AsyncGenerator<Outcome<Data>> {
  let columns: Columns | undefined;
  let listedRows: ListedRows | undefined;
  for await (const row of rows) {
    if (!row.ok) {
      yield row;
      // Without the names of the columns, no row can be read.
      if (columns === undefined) return;
      continue;
    }
    if (row.value.cells.every(({ text }) => text === '')) continue;
    if (columns !== undefined) {
      const ownRow = listedRows === undefined ? withoutMarks(row.value) : listedRows.profileIn(row.value);
      if (ownRow !== undefined) yield readProfile(columns, ownRow, rowFaults(ownRow, columns.names));
    } else {
      const header = readColumns(row.value, fileStart(file), rowFaults(row.value, undefined), contents);
      if (!header.ok) return yield header;
      columns = header.value;
      listedRows = columns.names.some(isDerivedColumn) ? createListedRows(columns.names) : undefined;
    }
  }
  if (columns === undefined)
    yield failure(fault('csv/column', fileStart(file), say`this table is empty`, { hint: contents.columnsHint }));
}

function withoutMarks<Row extends TableRow>(row: Row): Row {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: unmarkCell(cell.text) })) };
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

/** Parses the header row. Dots separate the keys of a path; a number is a 1-based position in a list. */
function readColumns(
  { cells }: TableRow,
  rowStart: Span,
  rowFaults: readonly Diagnostic[],
  contents: RowContents,
): Outcome<Columns> {
  const span = cells[0]?.span ?? rowStart;
  const tree: ColumnNode = { kind: 'fields', entries: new Map(), span };
  const keyed = withOriginalLanguage(cells, contents);
  const columnFaults = keyed.flatMap((cell, index) =>
    cell.text === '' || isDerivedColumn(cell.text) ? [] : addColumn(tree, cell, index, contents),
  );
  // Without this column, the first row has data, or names of its own. Each of its cells would be reported in each row.
  const faults = tree.entries.has(contents.requiredColumn)
    ? limitFaults(columnFaults)
    : [requiredColumnFault(cells, span, contents)];
  return settle({ tree, names: cells.map(({ text }) => text) }, [...rowFaults, ...faults]);
}

/** Adds the original language to a column that has other columns with its text in other languages: `name`, `name.fr`. */
function withOriginalLanguage(cells: readonly TableCell[], { originalLanguage }: RowContents): readonly TableCell[] {
  if (originalLanguage === undefined) return cells;
  const translated = new Set(cells.flatMap(({ text }) => TRANSLATED_COLUMN.exec(text.trim())?.[1] ?? []));
  // Steps of conditions look like the tags of languages: `for.any`.
  translated.delete('for');
  return cells.map((cell) => {
    const key = cell.text.trim();
    return translated.has(key) ? { ...cell, text: `${key}.${originalLanguage}` } : cell;
  });
}

/** Matches a column that has a text in one language; group 1 is its key. */
const TRANSLATED_COLUMN = new RegExp(String.raw`^(.+)\.${LANGUAGE_TAG_PATTERN}$`, 'u');

function requiredColumnFault(
  cells: readonly TableCell[],
  span: Span,
  { requiredColumn, columnsHint, ownNamesHint }: RowContents,
): Diagnostic {
  const similar = cells.find(({ text }) => text.toLowerCase() === requiredColumn);
  const message = say`the first row has no column ${requiredColumn}`;
  if (similar !== undefined)
    return fault('csv/column', similar.span, message, { hint: say`write it in small letters` });
  return fault('csv/column', span, message, { hint: [...columnsHint, ...ownNamesHint] });
}

/** The maximum number of steps in the path of a column. YAML and JSON files have the same limit of nesting. */
const MAX_STEPS = 20;

/** Inserts a column into the tree. Returns a fault if its name is malformed or conflicts with another column. */
function addColumn(
  tree: ColumnNode,
  { text, span }: TableCell,
  index: number,
  { columnsHint }: RowContents,
): readonly Diagnostic[] {
  const steps = text.split('.').map((step) => step.trim());
  if (steps.includes(''))
    return [fault('csv/column', span, say`${text} is not a name for a column`, { hint: columnsHint })];
  if (steps.length > MAX_STEPS) {
    const message = [`the name of this column has ${steps.length} steps; at most ${MAX_STEPS} can be used`];
    return [fault('csv/column', span, message, { hint: columnsHint })];
  }
  let node = tree;
  for (const [depth, step] of steps.entries()) {
    if (node.kind === 'column' || (node.kind === 'list') !== isListPosition(step))
      return [columnClashFault(text, span, node.span, columnsHint)];
    const existingNode = node.entries.get(step);
    if (depth === steps.length - 1) {
      if (existingNode !== undefined) return [columnClashFault(text, span, existingNode.span, columnsHint)];
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

function columnClashFault(name: string, span: Span, otherSpan: Span, hint: Message): Diagnostic {
  return fault('csv/column', span, say`the column ${name} conflicts with another`, {
    hint,
    related: [{ span: otherSpan, message: say`it means the same as this one, or one lies within the other` }],
  });
}

/** Builds a profile from a row. Keys with empty cells are omitted, and so are lists and mappings without entries. */
function readProfile({ tree }: Columns, row: TableRow, rowFaults: readonly Diagnostic[]): Outcome<Data> {
  const span = row.cells[0]?.span ?? tree.span;
  return settle(buildRowData(tree, row) ?? { kind: 'fields', entries: [], span }, rowFaults);
}

/** Returns the part of the profile below a node; undefined if all its cells are empty. */
function buildRowData(node: ColumnNode, row: TableRow): Data | undefined {
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
