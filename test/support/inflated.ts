import { inflateSync } from 'node:zlib';

/** What a stream stands for, one byte a character, as zlib reads it; that has to agree about its checksum. */
export function inflated(stream: Uint8Array): string {
  return inflateSync(stream).toString('latin1');
}
