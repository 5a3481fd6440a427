import { expect, test } from 'vitest';
import { withCachedStart } from '../../../src/cli/profile-walk.ts';

async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

function counting(): { readonly source: () => AsyncGenerator<number>; readonly reads: () => number } {
  let reads = 0;
  async function* source(): AsyncGenerator<number> {
    for (const item of [1, 2, 3]) {
      reads += 1;
      yield item;
    }
  }
  return { source, reads: () => reads };
}

test('a stream that is remembered is read once and walked as often as asked', async () => {
  const { source, reads } = counting();
  const stream = withCachedStart(source, 10);
  for await (const item of stream) if (item === 2) break;
  expect([await all(stream), await all(stream), reads()]).toEqual([[1, 2, 3], [1, 2, 3], 3]);
});

test.each([0, 1, 2, 3])('a stream longer than what is remembered (%i) is whole in every walk', async (most) => {
  const { source, reads } = counting();
  const stream = withCachedStart(source, most);
  expect([await all(stream), await all(stream)]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(reads()).toBe(most + 6);
});
