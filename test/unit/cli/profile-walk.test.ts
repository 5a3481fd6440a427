import { expect, test } from 'vitest';
import { withCachedStart } from '../../../src/cli/profile-walk.ts';

async function collect<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

function createCountedSource(): { readonly source: () => AsyncGenerator<number>; readonly reads: () => number } {
  let reads = 0;
  async function* source(): AsyncGenerator<number> {
    for (const item of [1, 2, 3]) {
      reads += 1;
      yield item;
    }
  }
  return { source, reads: () => reads };
}

test('a stream that fits in the cache is read once for any number of walks', async () => {
  const { source, reads } = createCountedSource();
  const stream = withCachedStart(source, 10);
  for await (const item of stream) if (item === 2) break;
  expect([await collect(stream), await collect(stream), reads()]).toEqual([[1, 2, 3], [1, 2, 3], 3]);
});

test.each([0, 1, 2, 3])('every walk yields the whole stream with a cache of only %i items', async (limit) => {
  const { source, reads } = createCountedSource();
  const stream = withCachedStart(source, limit);
  expect([await collect(stream), await collect(stream)]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(reads()).toBe(limit + 6);
});
