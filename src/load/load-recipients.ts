import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult, type RecipientsFile } from '../world.ts';
import { withoutByteOrderMark } from './file-text.ts';
import { unreadableFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** Yields profiles from the text of a file, which arrives in chunks. */
type ProfileReader = (file: string, chunks: AsyncIterable<ReadResult<string>>) => AsyncIterable<Outcome<Data>>;

const csv = async (): Promise<ProfileReader> => (await import('./read-csv.ts')).readCsv;
const ndjson = async (): Promise<ProfileReader> => (await import('./read-json.ts')).readNdjson;
const yaml = (): Promise<ProfileReader> => Promise.resolve(readYamlProfiles);

const READERS: readonly (readonly [RegExp, () => Promise<ProfileReader>])[] = [
  [/\.(?:csv|tsv)$/i, csv],
  [/\.(?:ndjson|jsonl)$/i, ndjson],
  [/\.ya?ml$/i, yaml],
];

/**
 * Yields the profiles of a file outside the campaign's folder, or of standard input. CSV and NDJSON are streamed, so
 * that the profiles are never all in memory. The file extension selects the format; without one, input that begins with
 * `{` is NDJSON and any other is CSV.
 */
export async function* loadRecipients({ name, open }: RecipientsFile): AsyncIterable<Outcome<Data>> {
  const chunks = decodeText(open());
  const openReader = READERS.find(([ending]) => ending.test(name))?.[1];
  if (openReader !== undefined) return yield* (await openReader())(name, chunks);
  if (/\.\w+$/.test(name)) return yield failure(unknownFormat(name));
  const { value: first, done } = await chunks.next();
  if (done === true) return;
  const reader = first.ok && first.value.trimStart().startsWith('{') ? ndjson : csv;
  yield* (await reader())(name, withFirst(first, chunks));
}

/** Yields the profile, or the list of profiles, of a YAML file, which is not streamed: a hand-written list is short. */
async function* readYamlProfiles(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<Outcome<Data>> {
  let text = '';
  for await (const chunk of chunks) {
    if (!chunk.ok) return yield failure(unreadableFile(file, chunk, 'profiles of recipients'));
    text += chunk.value;
    if (text.length > MAX_FILE_BYTES) {
      return yield failure(unreadableFile(file, { ok: false, problem: 'too-large' }, 'profiles of recipients'));
    }
  }
  const read = readYaml(file, text);
  if (!read.ok || read.value.kind !== 'list') yield read;
  else for (const item of read.value.items) yield success(item);
}

/** Yields an item already taken from an iterator, then the rest. */
async function* withFirst<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

function unknownFormat(name: string): Diagnostic {
  const hint = say`recipients are read from .csv, .tsv, .ndjson, .jsonl and .yaml`;
  return fault('file/not-read', fileStart(name), say`the end of this file's name does not say how to read it`, {
    hint,
  });
}

/**
 * Decodes a stream of bytes as UTF-8, without the byte order mark. A read failure or an invalid byte ends the stream;
 * for an invalid byte, the last result gives its line.
 */
async function* decodeText(bytes: AsyncIterable<ReadResult<Uint8Array>>): AsyncGenerator<ReadResult<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (!chunk.ok) return yield chunk;
    let text: string;
    try {
      text = decoder.decode(chunk.value, { stream: true });
    } catch {
      return yield { ok: false, problem: 'not-utf8', line: line + lineBreaksBeforeError(chunk.value), column: 1 };
    }
    if (text === '') continue;
    yield { ok: true, value: isFirst ? withoutByteOrderMark(text) : text };
    isFirst = false;
    line += text.split('\n').length - 1;
  }
  try {
    decoder.decode();
  } catch {
    yield { ok: false, problem: 'not-utf8', line, column: 1 };
  }
}

/** Returns the number of line breaks before the first invalid byte. */
function lineBreaksBeforeError(bytes: Uint8Array): number {
  const [valid = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD');
  return valid.split('\n').length - 1;
}
