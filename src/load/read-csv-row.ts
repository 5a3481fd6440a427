import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, settle, success } from '../model/outcome.ts';
import { forbiddenCharacters } from './character-policy.ts';
import type { ColumnTree, Columns } from './csv-columns.ts';
import { type CsvRow, columnName } from './csv-row.ts';
import { enough } from './enough.ts';

/** One recipient from a row. An empty cell says nothing: its key is left out, and what holds nothing else with it. */
export function readRow({ tree, names }: Columns, row: CsvRow): Outcome<Data> {
  const ragged = raggedness(names, row);
  if (ragged !== undefined) return failure(ragged);
  const faults = [...enough(forbiddenCharacters(row.raw, row.placeAt)), ...unnamed(names, row)];
  const data = dataOf(tree, row);
  return faults.length === 0 && data !== undefined ? success(data) : settle(data ?? nothing(row), faults);
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
  if (tree.kind === 'list') return { kind: 'list', items: inOrder(entries), span: first.value.span };
  return { kind: 'fields', entries, span: first.value.span };
}

/** `lines.2` may stand to the left of `lines.1`. */
function inOrder(entries: readonly Field[]): readonly Data[] {
  return entries.toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ value }) => value);
}

function nothing({ placeAt }: CsvRow): Data {
  return { kind: 'fields', entries: [], span: placeAt(0) };
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
  return fault('csv/ragged-row', placeAt(Math.max(0, raw.trimEnd().length - 1)), [counted, ...missing], { hint });
}

/** What stands under no name would be lost. */
function unnamed(names: readonly string[], { cells }: CsvRow): readonly Diagnostic[] {
  return cells
    .filter(({ text }, index) => text !== '' && names[index] === '')
    .map(({ span }) =>
      fault('csv/column', span, say`this cell stands in a column that has no name`, {
        hint: say`name the column in the first row, or empty it`,
      }),
    );
}
