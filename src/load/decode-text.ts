import type { ReadResult } from '../world.ts';
import { stripByteOrderMark } from './file-text.ts';
import { isUtf16 } from './utf-16.ts';

/**
 * Decodes a stream of bytes as UTF-8 and drops the byte order mark. The first read failure or invalid byte is yielded
 * as a failure and ends the sequence. The failure for an invalid byte gives its 1-based line.
 */
export async function* decodeText(bytes: AsyncIterable<ReadResult<Uint8Array>>): AsyncGenerator<ReadResult<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let isFirstChunk = true;
  /** The bytes of a character whose other bytes are in the next chunk. */
  let incomplete: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    if (!chunk.ok) return yield chunk;
    if (isFirstChunk && isUtf16(chunk.value)) return yield { ok: false, problem: 'utf-16' };
    let text: string;
    try {
      text = decoder.decode(chunk.value, { stream: true });
    } catch {
      const lineBreaks = lineBreaksBeforeError(joinBytes(incomplete, chunk.value));
      return yield { ok: false, problem: 'not-utf8', line: line + lineBreaks, column: 1 };
    }
    incomplete = incompleteEnd(joinBytes(incomplete, chunk.value));
    if (text === '') continue;
    yield { ok: true, value: isFirstChunk ? stripByteOrderMark(text) : text };
    isFirstChunk = false;
    line += text.split('\n').length - 1;
  }
  try {
    decoder.decode();
  } catch {
    yield { ok: false, problem: 'not-utf8', line, column: 1 };
  }
}

/**
 * Returns the number of line breaks before the first invalid byte. Lenient decoding replaces that byte by U+FFFD, so its
 * offset is that of the first difference between the input and the decoded text, encoded again.
 */
function lineBreaksBeforeError(bytes: Uint8Array): number {
  const encodedAgain = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const mismatch = encodedAgain.findIndex((byte, index) => byte !== bytes[index]);
  return bytes.subarray(0, mismatch).filter((byte) => byte === LINE_FEED).length;
}

const LINE_FEED = 0x0a;

/** Returns the bytes at the end of valid UTF-8 that begin a character and do not complete it: at most three. */
function incompleteEnd(bytes: Uint8Array): Uint8Array {
  for (let length = 1; length <= 3; length += 1) {
    const byte = bytes[bytes.length - length] ?? 0;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (isContinuation) continue;
    const sequenceLength = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return sequenceLength > length ? bytes.slice(-length) : new Uint8Array();
  }
  return new Uint8Array();
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
