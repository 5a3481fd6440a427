import { expect, test } from 'vitest';
import { compareDecimals, decimalsOf, isDecimal } from '../../../src/model/decimal.ts';

test.each(['0', '412', '-1500.50', '0.125', '-0.1', '12345678901234567890.55'])('%s is a decimal number', (text) => {
  expect(isDecimal(text)).toBe(true);
});

test.each(['', '-', '.5', '5.', '+5', '007', '-0', '-0.00', '1e3', '1,5', '1 500', '٤١٢', 'NaN', '9'.repeat(41)])(
  '%j is none',
  (text) => {
    expect(isDecimal(text)).toBe(false);
  },
);

test('decimals are counted as they are typed', () => {
  expect(['5', '5.00', '-0.125'].map(decimalsOf)).toEqual([0, 2, 3]);
});

test.each([
  ['1500.00', '1500', 0],
  ['0', '0.0', 0],
  ['-2', '1', -1],
  ['-2', '-10', 1],
  ['9.9', '10', -1],
  ['-0.5', '-0.25', -1],
  ['0.30000000000000001', '0.3', 1],
  ['12345678901234567890.55', '12345678901234567890.56', -1],
])('%s and %s are compared exactly', (a, b, order) => {
  expect(compareDecimals(a, b)).toBe(order);
  expect(compareDecimals(b, a)).toBe(order === 0 ? 0 : -order);
});
