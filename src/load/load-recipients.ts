import type { Data } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { startOf } from '../model/span.ts';
import { LARGEST_FILE, type Reading, type RecipientsFile } from '../world.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { unreadable } from './read-file.ts';
import { readNdjson } from './read-ndjson.ts';

type Reader = (file: string, pieces: AsyncIterable<Reading<string>>) => AsyncIterable<Outcome<Data>>;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\.(?:csv|tsv)$/i, readCsv],
  [/\.(?:ndjson|jsonl)$/i, readNdjson],
  [/\.ya?ml$/i, readYamlList],
];

/**
 * The profiles of a file that lies outside the campaign's own folder, or of standard input, one after the other as they
 * are read, never all at once. The end of the name says what it is; without one, the first character does.
 */
export async function* loadRecipients({ name, open }: RecipientsFile): AsyncIterable<Outcome<Data>> {
  const pieces = decodeText(open());
  const known = READERS.find(([ending]) => ending.test(name))?.[1];
  if (known !== undefined) return yield* known(name, pieces);
  if (/\.\w+$/.test(name)) return yield failure(unknownFormat(name));
  const { value: first, done } = await pieces.next();
  if (done === true) return;
  const reader = first.ok && first.value.trimStart().startsWith('{') ? readNdjson : readCsv;
  yield* reader(name, putBack(first, pieces));
}

/** A profile, or a list of them. Lists that people write are short, and are read whole. */
async function* readYamlList(file: string, pieces: AsyncIterable<Reading<string>>): AsyncGenerator<Outcome<Data>> {
  let text = '';
  for await (const piece of pieces) {
    if (!piece.ok) return yield failure(unreadable(file, piece, 'profiles of recipients'));
    text += piece.value;
    if (text.length > LARGEST_FILE) {
      return yield failure(unreadable(file, { ok: false, why: 'too-large' }, 'profiles of recipients'));
    }
  }
  const { readYaml } = await import('./read-yaml.ts');
  const read = readYaml(file, text);
  if (!read.ok || read.value.kind !== 'list') yield read;
  else for (const item of read.value.items) yield success(item);
}

async function* putBack<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

function unknownFormat(name: string): ReturnType<typeof fault> {
  const hint = say`recipients are read from .csv, .tsv, .ndjson, .jsonl and .yaml`;
  return fault('file/not-read', startOf(name), say`the end of this file's name does not say how to read it`, { hint });
}
