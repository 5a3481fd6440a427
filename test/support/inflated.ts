import { inflateSync } from 'node:zlib';
import { writeStream, type CompressedStream } from '../../src/write/compression.ts';
import { openSpace } from '../../src/write/space.ts';

/** What a stream stands for, one byte a character, as zlib reads it; that has to agree about its length and checksum. */
export function inflated(stream: CompressedStream): string {
  const space = openSpace();
  writeStream(stream, space);
  if (space.length() !== stream.length) throw new Error(`${space.length()} bytes, not ${stream.length}`);
  return inflateSync(space.written()).toString('latin1');
}
