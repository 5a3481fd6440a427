import { expect, test } from 'vitest';
import { memoFor } from '../../../src/merge/memo.ts';

test('makes each thing once', () => {
  const memo = memoFor<readonly string[]>(2);
  const first = memo.get('a', () => ['made']);
  expect(memo.get('a', () => ['made again'])).toBe(first);
});

test('forgets the oldest when it is full', () => {
  const memo = memoFor<string>(2);
  for (const key of ['a', 'b', 'c']) memo.get(key, () => `first ${key}`);
  expect(['c', 'b', 'a'].map((key) => memo.get(key, () => `second ${key}`))).toEqual([
    'first c',
    'first b',
    'second a',
  ]);
});
