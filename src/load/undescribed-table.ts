import type { Data } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { columnInBraces, headerKey } from '../model/columns-file.ts';
import { type Message, lineEcho, say } from '../model/message.ts';
import { type Outcome, failure } from '../model/outcome.ts';
import { plainYaml, quoteYaml } from '../model/quote-yaml.ts';
import { fileStart } from '../model/span.ts';
import type { RecipientsFile } from '../world.ts';
import { decodeText } from './decode-text.ts';
import { openRecipients } from './open-recipients.ts';
import { openRows } from './open-rows.ts';
import { columnsFileOf } from './table-names.ts';
import { failFaultyRows } from './table-rows.ts';

/** Matches a column that is named by the path of a key, as `office.title.en`. */
const DOTTED_COLUMN = /^[a-z]+(?:\.[\p{L}\p{N}_-]+)+$/u;

/**
 * Yields the profiles of a table without a columns file. If its columns are named by the keys of a profile, it is read
 * as `--recipients` reads it. Otherwise it is a fault, whose hint is a columns file to begin with.
 */
export async function* readUndescribedTable(file: RecipientsFile): AsyncGenerator<Outcome<Data>> {
  const names = await headerOf(file);
  if (!names.ok) return yield failure(...names.diagnostics);
  if (isProfileTable(names.value)) {
    const { isWorkbook, chunks } = await openRecipients(file);
    if (isWorkbook) {
      const { readWorkbookProfiles } = await import('./workbook-profiles.ts');
      return yield* readWorkbookProfiles(file.name, chunks);
    }
    const { readCsv } = await import('./read-csv.ts');
    return yield* readCsv(file.name, decodeText(chunks));
  }
  const columnsFile = columnsFileOf(file.name);
  const message = say`no file says what the columns of this table are for`;
  yield failure(
    fault('table/not-described', fileStart(file.name), message, { hint: startHint(columnsFile, names.value) }),
  );
}

/** Whether the columns of a table are named by the keys of a profile, so that it needs no columns file. */
export function isProfileTable(names: readonly string[]): boolean {
  return names.includes('id') && names.some((name) => DOTTED_COLUMN.test(name));
}

/** Returns the names in the first row of a table that is not empty. */
async function headerOf(file: RecipientsFile): Promise<Outcome<readonly string[]>> {
  const { rows } = await openRows(file, {});
  for await (const row of failFaultyRows(rows)) {
    if (!row.ok) return row;
    const names = row.value.cells.map(({ text }) => headerKey(text));
    if (names.some((name) => name !== ''))
      return { ok: true, value: names.filter((name) => name !== ''), diagnostics: [] };
  }
  return { ok: true, value: [], diagnostics: [] };
}

/** The maximum number of columns for which a hint shows lines of a columns file. */
const MAX_SHOWN_COLUMNS = 40;

/** Returns the hint with the lines of a columns file, which uses the first column and ignores the others. */
function startHint(columnsFile: string, names: readonly string[]): Message {
  const [first = 'Name', ...others] = names.slice(0, MAX_SHOWN_COLUMNS);
  const id = `id: ${quoteYaml(columnInBraces(first))}`;
  const ignore = `ignore: [${others.map(plainYaml).join(', ')}]`;
  // The first row may be a recipient already.
  const line = (text: string): Message => say`\n    ${lineEcho(text, true)}`;
  return say`write ${columnsFile} with a key for each value of a profile (docs/tables.md), and begin with:${line(id)}${line(ignore)}`;
}
