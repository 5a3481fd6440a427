import type { OutputFolder } from '../world.ts';

/** A line of a file and where it stands, in bytes; `end` is after its line feed. */
export interface PlacedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False: the file ends without a line feed. */
  readonly isWhole: boolean;
}

const PIECE = 1_048_576;
const LINE_FEED = 10;

/** The lines of a file in the output folder, read in pieces, so that memory stays flat. None if there is no file. */
export async function* readLines(
  output: OutputFolder,
  path: string,
): AsyncGenerator<PlacedLine | 'in-the-way', void, undefined> {
  const decoder = new TextDecoder();
  let rest = new Uint8Array();
  let at = 0;
  for (;;) {
    const piece = await output.readPart(path, at + rest.length, at + rest.length + PIECE);
    if (piece === 'in-the-way') return yield piece;
    if (piece === undefined || piece.length === 0) break;
    const bytes = rest.length === 0 ? piece : concatBytes(rest, piece);
    let begin = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, begin)) {
      const text = decoder.decode(bytes.subarray(begin, end));
      yield { text, start: at + begin, end: at + end + 1, isWhole: true };
      begin = end + 1;
    }
    rest = bytes.slice(begin);
    at += begin;
  }
  if (rest.length > 0) yield { text: decoder.decode(rest), start: at, end: at + rest.length, isWhole: false };
}

function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
