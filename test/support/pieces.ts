import type { Data } from '../../src/model/data.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { ReadResult } from '../../src/world.ts';
import { inFull, plain } from './outcomes.ts';

/** Yields the bytes of a text in chunks of `size`, as a disk or a pipe does. */
export async function* inPieces(text: string | Uint8Array, size = 1000): AsyncGenerator<ReadResult<Uint8Array>> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let offset = 0; offset < bytes.length; offset += size)
    yield { ok: true, value: bytes.subarray(offset, offset + size) };
}

/** Collects all outcomes: data as plain values without spans, faults as lines. */
export async function readAll(outcomes: AsyncIterable<Outcome<Data>>): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  for await (const outcome of outcomes) {
    results.push(outcome.ok ? plain(outcome.value) : outcome.diagnostics.map(inFull));
  }
  return results;
}
