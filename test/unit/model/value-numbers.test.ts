import { expect, test } from 'vitest';
import { openNumbers } from '../../../src/model/value-numbers.ts';

test('equal values have one number, others each their own', () => {
  const numberOf = openNumbers(10);
  const [a, b] = [{ words: ['a'] }, { words: ['b'] }];
  expect([a, b, { words: ['a'] }, a, { words: ['a', 'b'] }].map(numberOf)).toEqual([1, 2, 1, 1, 3]);
});

test('no number is given to two values, however many are forgotten', () => {
  const numberOf = openNumbers(2);
  const values = Array.from({ length: 20 }, (_, index) => ({ index }));
  const numbers = values.map(numberOf);
  expect(new Set(numbers).size).toBe(20);
  expect(values.map(numberOf)).toEqual(numbers);
  expect(numbers).not.toContain(numberOf({ index: 0 }));
});
