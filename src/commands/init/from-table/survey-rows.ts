import { openRows } from '../../../load/open-rows.ts';
import { type TableHeader, matchHeader } from '../../../load/table-header.ts';
import { idOf } from '../../../load/table-ids.ts';
import { type TableRow, isEmptyRow } from '../../../load/table-rows.ts';
import { type ColumnsFile, headerKey } from '../../../model/columns-file.ts';
import { nameKey } from '../../../model/name.ts';
import type { Outcome } from '../../../model/outcome.ts';
import { fileStart } from '../../../model/span.ts';
import { parsePattern } from '../../../validate/cell-pattern.ts';
import type { RecipientsFile } from '../../../world.ts';
import { foldName } from './fold-name.ts';
import type { RowFacts } from './guess-columns.ts';
import { type KnownColumn, columnFinder } from './known-columns.ts';
import type { PatternDraft } from './pattern-draft.ts';

/** A table, and the number of the row that names its columns. */
export interface HeadedTable {
  readonly file: RecipientsFile;
  readonly headerRow: number;
}

/** Reads a table for what must be known of its rows before its columns are guessed. */
export async function surveyRows(table: HeadedTable, columns: readonly KnownColumn[]): Promise<RowFacts> {
  const columnOf = columnFinder(columns);
  const persons = columns.filter(({ meaning }) => isOfPerson(meaning?.kind) || meaning?.kind === 'function');
  const [organisation, name] = [columnOf('organisation'), columnOf('name')];
  const part = columnOf('family') ?? columnOf('given');
  const isAsked = (organisation !== undefined && persons.length > 0) || (name !== undefined && part !== undefined);
  let [hasNameless, isNameFull] = [false, false];
  if (!isAsked) return { hasNameless, isNameFull };
  let names: readonly string[] | undefined;
  for await (const row of rowsFromHeader(table)) {
    names ??= row.cells.map(({ text }) => headerKey(text));
    if (row.number === table.headerRow) continue;
    const textOf = (column: KnownColumn | undefined): string =>
      column === undefined ? '' : (row.cells[names?.indexOf(column.name) ?? -1]?.text ?? '').trim();
    hasNameless ||= textOf(organisation) !== '' && persons.every((column) => textOf(column) === '');
    const partKey = foldName(textOf(part));
    const words = textOf(name).split(/\s+/u);
    isNameFull ||= words.length > 1 && partKey !== '' && foldName(textOf(name)).includes(partKey);
  }
  return { hasNameless, isNameFull };
}

function isOfPerson(kind: string | undefined): boolean {
  return kind !== undefined && ['family', 'given', 'name', 'full-name'].includes(kind);
}

/** An id pattern that was chosen, and the id of the first row, if it has one. */
export interface ChosenId {
  readonly pattern: PatternDraft;
  readonly first: string | undefined;
}

/**
 * Chooses the first pattern that gives each row an id of its own or, if there is none because rows are doubled, the
 * first of those with the fewest rows that have none. `columns` is the columns file with any of the patterns. The table
 * is read once for each pattern that is tried, so that the ids of one alone are in memory.
 */
export async function chooseId(
  table: HeadedTable,
  columns: ColumnsFile,
  patterns: readonly PatternDraft[],
): Promise<ChosenId | undefined> {
  let best: (ChosenId & { readonly clashes: number }) | undefined;
  for (const pattern of patterns) {
    const tried = await countClashes(table, columns, pattern);
    if (best === undefined || tried.clashes < best.clashes) best = { pattern, ...tried };
    if (best.clashes === 0) break;
  }
  return best;
}

async function countClashes(
  table: HeadedTable,
  columns: ColumnsFile,
  { text }: PatternDraft,
): Promise<{ readonly clashes: number; readonly first: string | undefined }> {
  const pattern = parsePattern({ kind: 'scalar', text, quoted: true, span: fileStart(table.file.name) });
  if (!pattern.ok) return { clashes: Infinity, first: undefined };
  const ids = new Set<string>();
  let clashes = 0;
  let first: string | undefined;
  let header: Outcome<TableHeader> | undefined;
  for await (const row of rowsFromHeader(table)) {
    header ??= matchHeader(columns, row);
    if (!header.ok) return { clashes: Infinity, first: undefined };
    if (row.number === table.headerRow) continue;
    // Such a row has a fault of its own, with any id.
    if (header.value.cellFaultsOf(row).length > 0) continue;
    const id = idOf(pattern.value, header.value, row);
    first ??= id;
    if (id === undefined || ids.has(nameKey(id))) clashes += 1;
    else ids.add(nameKey(id));
  }
  return { clashes, first };
}

/** Yields the row that names the columns, and those below it that are not empty, without those that cannot be read. */
async function* rowsFromHeader({ file, headerRow }: HeadedTable): AsyncGenerator<TableRow> {
  const { rows } = await openRows(file, {});
  for await (const row of rows) if (row.ok && row.value.number >= headerRow && !isEmptyRow(row.value)) yield row.value;
}
