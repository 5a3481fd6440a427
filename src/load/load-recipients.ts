import type { ColumnsFile } from '../model/columns-file.ts';
import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult, type RecipientsFile } from '../world.ts';
import { decodeText } from './decode-text.ts';
import { profilesOf } from './load-profiles.ts';
import { hasExtension, openRecipients } from './open-recipients.ts';
import { unreadableFileFault } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** Reads the text of a file, which arrives in chunks, and yields its profiles. */
type ProfileReader = (file: string, chunks: AsyncIterable<ReadResult<string>>) => AsyncIterable<Outcome<Data>>;

// The readers of CSV, NDJSON and workbooks are imported only when a file needs them.
const importCsvReader = async (): Promise<ProfileReader> => (await import('./read-csv.ts')).readCsv;
const importNdjsonReader = async (): Promise<ProfileReader> => (await import('./read-json.ts')).readNdjson;
const importYamlReader = (): Promise<ProfileReader> => Promise.resolve(readYamlProfiles);

/** The patterns of the names of text files, each with the function that imports the reader for the format. */
const READERS_BY_EXTENSION: readonly (readonly [RegExp, () => Promise<ProfileReader>])[] = [
  [/\.(?:csv|tsv)$/i, importCsvReader],
  [/\.(?:ndjson|jsonl)$/i, importNdjsonReader],
  [/\.ya?ml$/i, importYamlReader],
];

/** A columns file for a table outside the campaign's folder. */
export interface ExternalColumns {
  readonly columns: Outcome<ColumnsFile>;
  /** Whether the table can be read again; false for standard input. */
  readonly canReadAgain: boolean;
}

/**
 * Yields the profiles of a file outside the campaign's folder, or of standard input. CSV and NDJSON are streamed, so
 * that memory does not grow with the number of profiles. The file extension determines the format. Without an
 * extension, input that begins like a zip file is read as a workbook, input that begins with `{` as NDJSON, and other
 * input as CSV. If `external` is given, the file is a table that its columns file describes.
 */
export async function* loadExternalProfiles(
  file: RecipientsFile,
  external?: ExternalColumns,
): AsyncIterable<Outcome<Data>> {
  const { name } = file;
  if (external !== undefined) {
    const { columns, canReadAgain } = external;
    if (!columns.ok) return yield columns;
    const { readTable } = await import('./read-table.ts');
    return yield* readTable({ file, columns: columns.value, canReadAgain });
  }
  const opened = await openRecipients(file);
  if (opened.isWorkbook) {
    const { readWorkbookProfiles } = await import('./workbook-profiles.ts');
    return yield* readWorkbookProfiles(name, opened.chunks);
  }
  const chunks = decodeText(opened.chunks);
  const importReader = READERS_BY_EXTENSION.find(([extension]) => extension.test(name))?.[1];
  if (importReader !== undefined) return yield* (await importReader())(name, chunks);
  if (hasExtension(name)) return yield failure(unknownFormatFault(name));
  const startText = await readStart(chunks);
  const isNdjson = startText.ok && startText.value.trimStart().startsWith('{');
  yield* (await (isNdjson ? importNdjsonReader() : importCsvReader()))(name, prependItem(startText, chunks));
}

/** Reads up to the first character that is not white space. Returns the text up to the end of its chunk. */
async function readStart(chunks: AsyncIterator<ReadResult<string>>): Promise<ReadResult<string>> {
  let text = '';
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    if (!next.value.ok) return next.value;
    text += next.value.value;
    if (text.trim() !== '') break;
  }
  return { ok: true, value: text };
}

/**
 * Yields the profiles of a YAML file, which has one profile or a list of profiles. The file is not streamed, because
 * files written by hand are short.
 */
async function* readYamlProfiles(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<Outcome<Data>> {
  let text = '';
  for await (const chunk of chunks) {
    if (!chunk.ok) return yield failure(unreadableFileFault(file, chunk, 'profiles of recipients'));
    text += chunk.value;
    if (text.length > MAX_FILE_BYTES) {
      return yield failure(unreadableFileFault(file, { ok: false, problem: 'too-large' }, 'profiles of recipients'));
    }
  }
  yield* profilesOf(readYaml(file, text));
}

/** Yields `firstItem`, which was already taken from the iterator, and then the other items. */
async function* prependItem<T>(firstItem: T, otherItems: AsyncIterable<T>): AsyncGenerator<T> {
  yield firstItem;
  yield* otherItems;
}

function unknownFormatFault(name: string): Diagnostic {
  const hint = say`recipients are read from .csv, .tsv, .xlsx, .ndjson, .jsonl and .yaml`;
  return fault('file/not-read', fileStart(name), say`the end of this file's name does not say how to read it`, {
    hint,
  });
}
