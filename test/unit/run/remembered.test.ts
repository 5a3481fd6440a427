import { expect, test } from 'vitest';
import { remembered } from '../../../src/run/remembered.ts';

async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

test('a stream that is remembered is read once and walked as often as asked', async () => {
  let reads = 0;
  async function* source(): AsyncGenerator<number> {
    for (const item of [1, 2, 3]) {
      reads += 1;
      yield item;
    }
  }
  const stream = remembered(source());
  for await (const item of stream) if (item === 2) break;
  expect([await all(stream), await all(stream), reads]).toEqual([[1, 2, 3], [1, 2, 3], 3]);
});
