import type { ReadResult } from '../world.ts';

/** Returns all bytes of a file. A file of more than `maxBytes` bytes is not read to its end. */
export async function joinChunks(
  chunks: AsyncIterable<ReadResult<Uint8Array>>,
  maxBytes: number,
): Promise<ReadResult<Uint8Array>> {
  const received: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (!chunk.ok) return chunk;
    received.push(chunk.value);
    size += chunk.value.length;
    if (size > maxBytes) return { ok: false, problem: 'too-large' };
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of received) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return { ok: true, value: bytes };
}
