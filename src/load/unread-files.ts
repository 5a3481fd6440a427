import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';

/** The beginning of the name of the file that office programs write beside a document that is open. */
const OFFICE_LOCK = '~$';

/** Extensions of file formats in which other programs export profiles. */
const OTHER_FORMAT_EXTENSION = /\.(?:json|ndjson|jsonl)$/i;
/** Extensions of spreadsheets and tables that are not read. */
const OTHER_TABLE_EXTENSION =
  /\.(?:xls|xlt|xlsm|xlsb|xltx|xltm|ods|ots|fods|sxc|numbers|gsheet|dbf|dif|slk|prn|parquet)$/i;
/** The extension of texts, which may be tables: spreadsheet programs save those with tabs so. */
const TEXT_EXTENSION = /\.(?:txt|tab)$/i;

/** Whether a file is none of the campaign, by its name: a program has written it beside one that is open. */
export function isLockFile(name: string): boolean {
  return name.startsWith(OFFICE_LOCK);
}

/** Whether a file or folder seems to contain recipients, but has an extension that is not read. */
export function isMisnamed(name: string): boolean {
  return (
    OTHER_FORMAT_EXTENSION.test(name) ||
    OTHER_TABLE_EXTENSION.test(name) ||
    (/\.ya?ml$/i.test(name) && !name.endsWith('.yaml'))
  );
}

/** Whether a file may be a table that is saved as text, by its name. `isTableText` tells. */
export function mayBeTableText(name: string): boolean {
  return TEXT_EXTENSION.test(name);
}

/** The number of bytes in which the first line of a table is looked for. */
const MAX_LINE_BYTES = 65_536;

/**
 * Whether a text is a table: words of its first line that is not blank are divided by a tab, or by two semicolons or
 * more. A text in prose has neither there. The encoding does not matter, UTF-16 included.
 */
export async function isTableText(world: World, path: string): Promise<boolean> {
  let text = '';
  for await (const chunk of world.readChunks(path)) {
    if (!chunk.ok) return false;
    // Each byte becomes one character; those of ASCII stay what they are when the zeros of UTF-16 are left out.
    text += Array.from(chunk.value, (byte) => String.fromCharCode(byte))
      .join('')
      .replaceAll('\0', '');
    if (/\S[^\n]*\n/u.test(text) || text.length > MAX_LINE_BYTES) break;
  }
  const line = text.split(/[\r\n]+/u).find((candidate) => candidate.trim() !== '') ?? '';
  return /\S *\t[\t ]*\S/u.test(line) || /\w[^;]*;[^;]*\w[^;]*;[^;]*\w/u.test(line);
}

/** Returns the fault for a file that contains recipients, but whose name or format is not read. */
export function misnamedFileFault(path: string): Diagnostic {
  const isTable = OTHER_TABLE_EXTENSION.test(path) || TEXT_EXTENSION.test(path);
  if (isTable) {
    const message = say`tables are read from files that end in .csv, .tsv or .xlsx, so this file is not read`;
    const hint = TEXT_EXTENSION.test(path)
      ? say`rename it so that it ends in .tsv, or move it out of recipients/`
      : say`save the table as .xlsx or as CSV (UTF-8), and move this file out of recipients/`;
    return fault('file/not-read', fileStart(path), message, { hint });
  }
  const hint = OTHER_FORMAT_EXTENSION.test(path)
    ? say`profiles are YAML here: write them into a file that ends in .yaml, and move this one out of recipients/`
    : say`rename it so that it ends in .yaml, or move it out of recipients/`;
  const message = say`profiles are read from files that end in .yaml, so this file is not read`;
  return fault('file/not-read', fileStart(path), message, { hint });
}
