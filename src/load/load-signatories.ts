import type { ColumnsFile } from '../model/columns-file.ts';
import { type Data, type DataList, type Fields, dataAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { suggestName } from '../model/name.ts';
import { type Outcome, andThen, failure, settle } from '../model/outcome.ts';
import { SIGNATORY_TABLE } from '../model/signatory-table.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import type { ValidateColumns } from './campaign-tables.ts';
import { decodeText } from './decode-text.ts';
import { loadYaml } from './load-yaml.ts';
import { SIGNATORY_ROWS, type RowContents } from './row-contents.ts';
import { TABLE_FILE, columnsFileOf, isColumnsFile } from './table-names.ts';

/** The maximum number of signatories that a table can have. All of them are in memory, and letters print all of them. */
const MAX_SIGNATORIES = 10_000;

/** How the tables of signatories of a letter are read. */
export interface SignatoryTables {
  /** The folder of the letter. */
  readonly folder: string;
  /** The original language of the letter; undefined if it is not known. */
  readonly originalLanguage: Language | undefined;
  readonly validateColumns: ValidateColumns;
}

/**
 * Returns the data of `letter.yaml` with the list of signatories in the place of the table that it names. Each row keeps
 * its cells. A row without an id has one that is made of its name, so that it stays when the table is sorted. A columns
 * file beside the table says what columns with names of their own are for. Data that name no table are returned
 * unchanged. A columns file that describes no table is a fault.
 */
export async function withSignatoryTable(world: World, letter: Data, tables: SignatoryTables): Promise<Outcome<Data>> {
  const { folder } = tables;
  const columnsFiles = (await world.list(folder)).map(({ name }) => name).filter(isColumnsFile);
  const named = dataAt(letter, ['signatories']);
  if (letter.kind !== 'fields' || named?.kind !== 'scalar' || !SIGNATORY_TABLE.test(named.text)) {
    return settle(
      letter,
      columnsFiles.map((name) => unreadColumnsFault(`${folder}/${name}`)),
    );
  }
  const columnsFile = TABLE_FILE.test(named.text) ? columnsFileOf(named.text) : undefined;
  const items: Data[] = [];
  const faults = columnsFiles
    .filter((name) => name !== columnsFile)
    .map((name) => unreadColumnsFault(`${folder}/${name}`));
  const rows =
    columnsFile !== undefined && columnsFiles.includes(columnsFile)
      ? readDescribedRows(world, named.text, columnsFile, tables)
      : readRows(world, `${folder}/${named.text}`, {
          ...SIGNATORY_ROWS,
          originalLanguage: tables.originalLanguage,
        });
  for await (const row of rows) {
    faults.push(...row.diagnostics);
    if (row.ok) items.push(withId(row.value));
    const [excess] = items.slice(MAX_SIGNATORIES);
    if (excess === undefined) continue;
    const message = say`a letter can have at most ${String(MAX_SIGNATORIES)} signatories, and this is one more`;
    faults.push(fault('file/too-large', excess.span, message, { hint: say`leave out those that are not needed` }));
    break;
  }
  const list: DataList = { kind: 'list', items, span: named.span };
  const entries = letter.entries.map((entry) => (entry.key === 'signatories' ? { ...entry, value: list } : entry));
  return settle({ ...letter, entries }, faults);
}

// The readers of tables are imported only when a letter has one.
async function* readRows(world: World, path: string, contents: RowContents): AsyncGenerator<Outcome<Data>> {
  const chunks = world.readChunks(path);
  if (/\.xlsx$/iu.test(path)) {
    const { readWorkbookProfiles } = await import('./workbook-profiles.ts');
    yield* readWorkbookProfiles(path, chunks, contents);
  } else if (/\.(?:ndjson|jsonl)$/iu.test(path)) {
    const { readNdjson } = await import('./read-json.ts');
    yield* readNdjson(path, decodeText(chunks), contents);
  } else {
    const { readCsv } = await import('./read-csv.ts');
    yield* readCsv(path, decodeText(chunks), contents);
  }
}

async function* readDescribedRows(
  world: World,
  table: string,
  columnsFile: string,
  { folder, validateColumns }: SignatoryTables,
): AsyncGenerator<Outcome<Data>> {
  const data = await loadYaml(world, `${folder}/${columnsFile}`, 'what the columns of a table are for');
  const columns: Outcome<ColumnsFile> = andThen(data, validateColumns);
  if (!columns.ok) return yield failure(...columns.diagnostics);
  const path = `${folder}/${table}`;
  const file = { name: path, open: () => world.readChunks(path) };
  const { readTable } = await import('./read-table.ts');
  yield* readTable({ file, columns: columns.value, canReadAgain: true, contents: SIGNATORY_ROWS });
}

function unreadColumnsFault(path: string): Diagnostic {
  const message = say`this file is not read: ${'signatories'} in letter.yaml names no table that it describes`;
  const hint = say`name the table there, as in ${'signatories: members.csv'}; its columns file is ${'members.columns.yaml'} beside it`;
  return fault('file/not-read', fileStart(path), message, { hint });
}

function withId(row: Data): Data {
  if (row.kind !== 'fields' || row.entries.some(({ key }) => key === 'id')) return row;
  const name = firstText(dataAt(row, ['name']));
  const id = name === undefined ? undefined : suggestName(name.text);
  if (name === undefined || id === undefined) return row;
  const value = { kind: 'scalar', text: id, quoted: true, span: name.span } as const;
  return { ...row, entries: [{ key: 'id', keySpan: name.span, value }, ...row.entries] } satisfies Fields;
}

/** Returns a name that is the same in all languages, or that in the first of them. */
function firstText(name: Data | undefined): Extract<Data, { kind: 'scalar' }> | undefined {
  const first = name?.kind === 'fields' ? name.entries[0]?.value : name;
  return first?.kind === 'scalar' ? first : undefined;
}
