import type { OutputFolder } from '../world.ts';

/** A line of a file, with its byte range. */
export interface FileLine {
  readonly text: string;
  /** The offset of its first byte. */
  readonly start: number;
  /** The offset after its last byte, including the line feed. */
  readonly end: number;
  /** Whether it ends with a line feed. Only the last line of a file can lack one. */
  readonly hasLineFeed: boolean;
}

/** The number of bytes in one read. */
const CHUNK_SIZE = 1_048_576;
const LINE_FEED = 10;

/**
 * Yields the lines of a file in the output folder. The file is read in chunks, so that memory does not grow with its
 * size. A missing file has no lines. If the path is not that of a readable file, only `in-the-way` is yielded.
 */
export async function* readLines(
  output: OutputFolder,
  path: string,
): AsyncGenerator<FileLine | 'in-the-way', void, undefined> {
  const decoder = new TextDecoder();
  // The bytes after the last line feed that was found, and their offset in the file.
  let incompleteLine = new Uint8Array();
  let offset = 0;
  for (;;) {
    const chunk = await output.readPart(
      path,
      offset + incompleteLine.length,
      offset + incompleteLine.length + CHUNK_SIZE,
    );
    if (chunk === 'in-the-way') return yield chunk;
    if (chunk === undefined || chunk.length === 0) break;
    const bytes = incompleteLine.length === 0 ? chunk : concatBytes(incompleteLine, chunk);
    let lineStart = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, lineStart)) {
      const text = decoder.decode(bytes.subarray(lineStart, end));
      yield { text, start: offset + lineStart, end: offset + end + 1, hasLineFeed: true };
      lineStart = end + 1;
    }
    incompleteLine = bytes.slice(lineStart);
    offset += lineStart;
  }
  if (incompleteLine.length > 0)
    yield {
      text: decoder.decode(incompleteLine),
      start: offset,
      end: offset + incompleteLine.length,
      hasLineFeed: false,
    };
}

function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joinedBytes = new Uint8Array(a.length + b.length);
  joinedBytes.set(a);
  joinedBytes.set(b, a.length);
  return joinedBytes;
}
