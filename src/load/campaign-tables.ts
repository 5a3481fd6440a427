import type { ColumnsFile } from '../model/columns-file.ts';
import { type Data, dataAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, lineEcho, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Outcome, andThen, failure } from '../model/outcome.ts';
import { type Span, fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { readYamlFile } from './read-yaml-file.ts';
import { TABLE_FILE, isColumnsFile, tableStemOf } from './table-names.ts';

/** Validates the data of a columns file. */
export type ValidateColumns = (data: Data) => Outcome<ColumnsFile>;

/** A columns file of the campaign, with the table that it describes. */
interface PairedTable {
  /** The name of the table; undefined if it is not known. If `columns` is a failure, the table may be another one. */
  readonly table: string | undefined;
  readonly columns: Outcome<ColumnsFile>;
}

/**
 * Reads the columns files in a folder and finds the table of each: the one that it names, or the one of the same name.
 * Several columns files may describe one table, as for the sheets of a workbook. Returns them by file name.
 */
export async function pairTables(
  world: World,
  folder: string,
  fileNames: readonly string[],
  validateColumns: ValidateColumns,
): Promise<ReadonlyMap<string, PairedTable>> {
  const tables = fileNames.filter((name) => TABLE_FILE.test(name));
  const pairs = new Map<string, PairedTable>();
  for (const name of fileNames.filter(isColumnsFile)) {
    const path = `${folder}/${name}`;
    const data = await readYamlFile(world, path, 'what the columns of a table are for');
    const named = data.ok ? dataAt(data.value, ['table']) : undefined;
    const place =
      named?.kind === 'scalar'
        ? findNamed(named.text, named.span, tables)
        : findBeside(tableStemOf(name), path, tables);
    const columns = andThen(data, validateColumns);
    const { table, missing } = place;
    pairs.set(name, { table, columns: missing === undefined ? columns : failure(missing, ...columns.diagnostics) });
  }
  return pairs;
}

/** The table of a columns file: the one that it describes, or the one that was probably meant, with the fault. */
interface FoundTable {
  readonly table: string | undefined;
  readonly missing: Diagnostic | undefined;
}

function findNamed(name: string, span: Span, tables: readonly string[]): FoundTable {
  if (tables.includes(name)) return { table: name, missing: undefined };
  return missingTable(say`there is no table ${name} in recipients/`, span, name, tables);
}

function findBeside(stem: string, path: string, tables: readonly string[]): FoundTable {
  const [only, other] = tables.filter((table) => table.replace(TABLE_FILE, '') === stem);
  if (only === undefined) {
    const message = say`there is no table ${`${stem}.csv`} or ${`${stem}.xlsx`} in recipients/`;
    return missingTable(message, fileStart(path), `${stem}.csv`, tables);
  }
  if (other === undefined) return { table: only, missing: undefined };
  const hint = say`name the one that is meant, as in ${`table: ${only}`}, and describe the other or move it out of recipients/`;
  const message = say`there are two tables of this name: ${only} and ${other}`;
  return { table: only, missing: fault('table/missing', fileStart(path), message, { hint }) };
}

function missingTable(message: Message, span: Span, name: string, tables: readonly string[]): FoundTable {
  const table = nearestName(name, tables) ?? (tables.length === 1 ? tables[0] : undefined);
  const hint =
    table === undefined
      ? say`put the table into recipients/, or name it with ${'table'}`
      : say`did you mean ${table}? write ${lineEcho(`table: ${table}`)}`;
  return { table, missing: fault('table/missing', span, message, { hint }) };
}
