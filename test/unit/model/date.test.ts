import { describe, expect, test } from 'vitest';
import { isDay, periodStatus } from '../../../src/model/date.ts';

describe('a period includes its first and its last day', () => {
  test.each([
    [{}, 'current'],
    [{ since: '2025-12-01', until: '2025-12-01' }, 'current'],
    [{ since: '2025-12-02' }, 'not-yet'],
    [{ until: '2025-11-30' }, 'over'],
  ])('%j on 1 December 2025 is %s', (period, expected) => {
    expect(periodStatus(period, '2025-12-01')).toBe(expected);
  });
});

test.each([
  ['2025-12-01', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-02-31', false],
  ['2025-13-01', false],
  ['2025-1-1', false],
  ['+010000-01-01', false],
  ['tomorrow', false],
])('whether %s is a date of the calendar: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
