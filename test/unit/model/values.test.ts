import { describe, expect, test } from 'vitest';
import { createValues } from '../../../src/model/values.ts';

describe('the values of a run', () => {
  test('are kept from the second value with the same key on', () => {
    const { intern, numberOf } = createValues();
    const [first, second, third] = [{ a: 1 }, { a: 1 }, { a: 1 }];
    expect([intern(first, 'a'), intern(second, 'a'), intern(third, 'a')]).toEqual([first, second, second]);
    expect(intern(third, 'a')).toBe(second);
    expect([first, second, third].map((value) => numberOf(value) !== undefined)).toEqual([false, true, false]);
  });

  test('each have a unique number', () => {
    const { intern, numberOf } = createValues(2);
    const keptValues = Array.from({ length: 40 }, (_, index) => {
      const key = String(index % 10);
      intern({}, key);
      return intern({}, key);
    });
    const numbers = new Set(keptValues.map(numberOf));
    expect(numbers.has(undefined)).toBe(false);
    expect(numbers.size).toBe(new Set(keptValues).size);
    expect(numbers.size).toBeGreaterThan(10);
  });

  test('are evicted after enough other keys were interned', () => {
    const { intern } = createValues(2);
    const keptValue = intern(intern({}, 'a'), 'a');
    expect(intern({}, 'a')).toBe(keptValue);
    for (const key of ['b', 'c', 'd', 'e', 'f']) intern({}, key);
    expect(intern({}, 'a')).not.toBe(keptValue);
  });
});

describe('a memo', () => {
  test('computes once for each kept value and key', () => {
    const { intern, memo } = createValues();
    const [square, root] = [memo<number>(), memo<number>()];
    intern({}, 'a');
    const value = intern({}, 'a');
    let computed = 0;
    const compute = (): number => (computed += 1);
    expect([square(value, 'x', compute), square(value, 'x', compute), square(value, 'y', compute)]).toEqual([1, 1, 2]);
    expect(root(value, 'x', compute)).toBe(3);
  });

  test('computes every time for a value that is not kept', () => {
    const { memo } = createValues();
    const results = memo<number>();
    let computed = 0;
    const value = {};
    expect([1, 2].map(() => results(value, 'x', () => (computed += 1)))).toEqual([1, 2]);
  });
});
