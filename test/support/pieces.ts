import type { Data } from '../../src/model/data.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { ReadResult } from '../../src/world.ts';
import { inFull, plain } from './outcomes.ts';

/** Text as it comes from a disk or a pipe: bytes, cut into pieces of this size. */
export async function* inPieces(text: string | Uint8Array, size = 1000): AsyncGenerator<ReadResult<Uint8Array>> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield { ok: true, value: bytes.subarray(at, at + size) };
}

/** Every recipient without its places, or what is said of it. */
export async function readAll(outcomes: AsyncIterable<Outcome<Data>>): Promise<readonly unknown[]> {
  const read: unknown[] = [];
  for await (const outcome of outcomes) {
    read.push(outcome.ok ? plain(outcome.value) : outcome.diagnostics.map(inFull));
  }
  return read;
}
