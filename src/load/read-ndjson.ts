import type { Data } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure } from '../model/outcome.ts';
import { LARGEST_FILE, type Reading } from '../world.ts';
import { unreadable } from './read-file.ts';
import { readJson } from './read-json.ts';

/** Recipients as NDJSON (one JSON object on each line; empty lines mean nothing), one after the other as they come. */
export async function* readNdjson(file: string, pieces: AsyncIterable<Reading<string>>): AsyncGenerator<Outcome<Data>> {
  let rest = '';
  let line = 1;
  for await (const piece of pieces) {
    if (!piece.ok) return yield failure(unreadable(file, piece, 'profiles of recipients'));
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (text.trim() !== '') yield readJson(file, text.replace(/\r$/u, ''), line);
      line += 1;
    }
    if (rest.length > LARGEST_FILE) return yield failure(tooLong(file, line));
  }
  if (rest.trim() !== '') yield readJson(file, rest, line);
}

function tooLong(file: string, line: number): ReturnType<typeof fault> {
  return fault('file/too-large', { file, line, column: 1 }, [`this line is longer than ${LARGEST_FILE / 1e6} MB`], {
    hint: say`each recipient stands on a line of its own; a JSON array is not read`,
  });
}
