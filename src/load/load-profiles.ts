import { type Data, isAbsent } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { ColumnsFile } from '../model/columns-file.ts';
import type { RecipientsFile, World } from '../world.ts';
import { type ValidateColumns, pairTables } from './campaign-tables.ts';
import { readYamlFile } from './read-yaml-file.ts';
import { TABLE_FILE, isColumnsFile } from './table-names.ts';
import { isLockFile, isMisnamed, isTableText, mayBeTableText, misnamedFileFault } from './unread-files.ts';

/** The folder of the campaign with the profiles and the shared files. */
const RECIPIENTS_FOLDER = 'recipients';
const FORMS_SUBFOLDER = 'forms';
/** The files in `recipients/` that contain no profiles. */
const SHARED_FILES: readonly string[] = ['states.yaml', 'groups.yaml', 'fields.yaml', 'powers.yaml'];

/**
 * Yields the profiles in `recipients/`: the files in sorted order, and the profiles of each file in file order. A table
 * is read in the place of the columns file that describes it. For a file that cannot be read, one failure is yielded. A
 * file without content has no profiles.
 */
export async function* loadProfileFiles(world: World, validateColumns: ValidateColumns): AsyncIterable<Outcome<Data>> {
  const entries = await world.list(RECIPIENTS_FOLDER);
  for (const { name, kind } of entries)
    if (kind === 'folder' && name !== FORMS_SUBFOLDER) yield* refuseStrayProfiles(world, name);
  const fileNames = entries
    .filter(({ name, kind }) => kind !== 'folder' && isProfileFile(name))
    .map(({ name }) => name);
  const pairs = await pairTables(world, RECIPIENTS_FOLDER, fileNames, validateColumns);
  const describedTables = new Set([...pairs.values()].map(({ table }) => table));
  const tableAt = (name: string): RecipientsFile => {
    const path = `${RECIPIENTS_FOLDER}/${name}`;
    return { name: path, open: () => world.readChunks(path) };
  };
  for (const name of fileNames.toSorted()) {
    const path = `${RECIPIENTS_FOLDER}/${name}`;
    const pair = pairs.get(name);
    if (pair !== undefined) {
      const { table, columns } = pair;
      if (!columns.ok) yield columns;
      else if (table !== undefined) yield* readDescribedTable(tableAt(table), columns.value);
      continue;
    }
    if (TABLE_FILE.test(name)) {
      if (!describedTables.has(name)) yield* readUndescribed(tableAt(name));
      continue;
    }
    if (isMisnamed(name) || mayBeTableText(name)) {
      if (isMisnamed(name) || (await isTableText(world, path))) yield failure(misnamedFileFault(path));
      continue;
    }
    yield* profilesOf(await readYamlFile(world, path, 'profiles of recipients'));
  }
}

/** Yields the profiles of a YAML file, which has one, a list of them or nothing. */
export function* profilesOf(file: Outcome<Data>): Generator<Outcome<Data>> {
  if (!file.ok || file.value.kind === 'fields') yield file;
  else if (file.value.kind === 'list') for (const item of file.value.items) yield success(item);
  else if (!isAbsent(file.value)) yield file;
}

// The readers of tables are imported only when a campaign has a table.
async function* readDescribedTable(file: RecipientsFile, columns: ColumnsFile): AsyncGenerator<Outcome<Data>> {
  const { readTable } = await import('./read-table.ts');
  yield* readTable({ file, columns, canReadAgain: true });
}

async function* readUndescribed(file: RecipientsFile): AsyncGenerator<Outcome<Data>> {
  const { readUndescribedTable } = await import('./undescribed-table.ts');
  yield* readUndescribedTable(file);
}

/** Whether a file of the campaign may contain profiles, judged by its path alone. */
export function mayContainProfiles(path: string): boolean {
  const isShared =
    path.startsWith(`${RECIPIENTS_FOLDER}/${FORMS_SUBFOLDER}/`) ||
    SHARED_FILES.some((name) => path === `${RECIPIENTS_FOLDER}/${name}`) ||
    isColumnsFile(path);
  return !isShared && !path.startsWith('templates/');
}

/**
 * Yields a fault for a subfolder of `recipients/` that contains profiles or tables, or that is a document of a
 * spreadsheet program. They would be ignored without notice, because subfolders are not read.
 */
async function* refuseStrayProfiles(world: World, name: string): AsyncGenerator<Outcome<Data>> {
  const folder = `${RECIPIENTS_FOLDER}/${name}`;
  if (isMisnamed(name)) return yield failure(misnamedFileFault(folder));
  const names = (await world.list(folder)).map((entry) => entry.name).filter((entry) => !isLockFile(entry));
  const hasProfiles = names.some((entry) => entry.endsWith('.yaml') || isMisnamed(entry));
  if (!hasProfiles && !names.some((entry) => TABLE_FILE.test(entry))) return;
  const hint = say`move the files up into recipients/`;
  const message = hasProfiles
    ? say`profiles are not read from folders in recipients/`
    : say`tables are not read from folders in recipients/`;
  yield failure(fault('file/not-read', fileStart(folder), message, { hint }));
}

function isProfileFile(name: string): boolean {
  if (isLockFile(name) || SHARED_FILES.includes(name)) return false;
  return name.endsWith('.yaml') || TABLE_FILE.test(name) || isMisnamed(name) || mayBeTableText(name);
}
