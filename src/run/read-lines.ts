import type { OutputFolder } from '../world.ts';

/** A line of a file with its byte range: `end` is after the line feed. */
export interface FileLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False for a last line without a line feed. */
  readonly isWhole: boolean;
}

/** The number of bytes per read. */
const CHUNK_SIZE = 1_048_576;
const LINE_FEED = 10;

/**
 * Yields the lines of a file in the output folder, reading it in chunks, so that memory does not grow with its size. A
 * missing file has no lines. `in-the-way`, after which nothing follows: the path is not that of a readable file.
 */
export async function* readLines(
  output: OutputFolder,
  path: string,
): AsyncGenerator<FileLine | 'in-the-way', void, undefined> {
  const decoder = new TextDecoder();
  // The bytes after the last line feed so far, and their offset in the file.
  let rest = new Uint8Array();
  let offset = 0;
  for (;;) {
    const chunk = await output.readPart(path, offset + rest.length, offset + rest.length + CHUNK_SIZE);
    if (chunk === 'in-the-way') return yield chunk;
    if (chunk === undefined || chunk.length === 0) break;
    const bytes = rest.length === 0 ? chunk : concatBytes(rest, chunk);
    let lineStart = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, lineStart)) {
      const text = decoder.decode(bytes.subarray(lineStart, end));
      yield { text, start: offset + lineStart, end: offset + end + 1, isWhole: true };
      lineStart = end + 1;
    }
    rest = bytes.slice(lineStart);
    offset += lineStart;
  }
  if (rest.length > 0) yield { text: decoder.decode(rest), start: offset, end: offset + rest.length, isWhole: false };
}

function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
