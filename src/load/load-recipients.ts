import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { LARGEST_FILE, type ReadResult, type RecipientsFile } from '../world.ts';
import { withoutByteOrderMark } from './file-text.ts';
import { unreadableFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** Reads profiles from the text of a file, piece by piece. */
type ProfileReader = (file: string, pieces: AsyncIterable<ReadResult<string>>) => AsyncIterable<Outcome<Data>>;

const csv = async (): Promise<ProfileReader> => (await import('./read-csv.ts')).readCsv;
const ndjson = async (): Promise<ProfileReader> => (await import('./read-json.ts')).readNdjson;
const yaml = (): Promise<ProfileReader> => Promise.resolve(readList);

const READERS: readonly (readonly [RegExp, () => Promise<ProfileReader>])[] = [
  [/\.(?:csv|tsv)$/i, csv],
  [/\.(?:ndjson|jsonl)$/i, ndjson],
  [/\.ya?ml$/i, yaml],
];

/**
 * The profiles of a file that lies outside the campaign's own folder, or of standard input, one after the other as they
 * are read, never all at once. The end of the name says what it is; without one, the first character does.
 */
export async function* loadRecipients({ name, open }: RecipientsFile): AsyncIterable<Outcome<Data>> {
  const pieces = decodeText(open());
  const known = READERS.find(([ending]) => ending.test(name))?.[1];
  if (known !== undefined) return yield* (await known())(name, pieces);
  if (/\.\w+$/.test(name)) return yield failure(unknownFormat(name));
  const { value: first, done } = await pieces.next();
  if (done === true) return;
  const reader = first.ok && first.value.trimStart().startsWith('{') ? ndjson : csv;
  yield* (await reader())(name, putBack(first, pieces));
}

/** A profile, or a list of them. Lists that people write are short, and are read whole. */
async function* readList(file: string, pieces: AsyncIterable<ReadResult<string>>): AsyncGenerator<Outcome<Data>> {
  let text = '';
  for await (const piece of pieces) {
    if (!piece.ok) return yield failure(unreadableFile(file, piece, 'profiles of recipients'));
    text += piece.value;
    if (text.length > LARGEST_FILE) {
      return yield failure(unreadableFile(file, { ok: false, why: 'too-large' }, 'profiles of recipients'));
    }
  }
  const read = readYaml(file, text);
  if (!read.ok || read.value.kind !== 'list') yield read;
  else for (const item of read.value.items) yield success(item);
}

async function* putBack<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

function unknownFormat(name: string): Diagnostic {
  const hint = say`recipients are read from .csv, .tsv, .ndjson, .jsonl and .yaml`;
  return fault('file/not-read', fileStart(name), say`the end of this file's name does not say how to read it`, {
    hint,
  });
}

/** A stream of bytes as UTF-8 text, piece by piece. What cannot be read ends it, with the line where that happened. */
async function* decodeText(bytes: AsyncIterable<ReadResult<Uint8Array>>): AsyncGenerator<ReadResult<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let isFirst = true;
  for await (const piece of bytes) {
    if (!piece.ok) return yield piece;
    let text: string;
    try {
      text = decoder.decode(piece.value, { stream: true });
    } catch {
      return yield { ok: false, why: 'not-utf8', line: line + goodLines(piece.value), column: 1 };
    }
    if (text === '') continue;
    yield { ok: true, value: isFirst ? withoutByteOrderMark(text) : text };
    isFirst = false;
    line += text.split('\n').length - 1;
  }
  try {
    decoder.decode();
  } catch {
    yield { ok: false, why: 'not-utf8', line, column: 1 };
  }
}

/** How many whole lines stand before the first wrong byte. */
function goodLines(bytes: Uint8Array): number {
  const [good = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD');
  return good.split('\n').length - 1;
}
