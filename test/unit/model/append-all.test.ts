import { expect, test } from 'vitest';
import { appendAll } from '../../../src/model/append-all.ts';

test('appends more items than a function can have arguments, in their order', () => {
  const items = Array.from({ length: 200_000 }, (_, index) => index);
  const list: number[] = [];
  appendAll(list, items);
  expect(list).toEqual(items);
});
