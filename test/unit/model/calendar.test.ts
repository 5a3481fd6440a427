import { describe, expect, test } from 'vitest';
import { longDate } from '../../../src/model/calendar.ts';
import { isDay, standing } from '../../../src/model/date.ts';

test('a date as a British letter writes it', () => {
  expect(longDate('2025-12-01', 'en')).toBe('1 December 2025');
});

test('the months agree with those of the run time', () => {
  const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-09`);
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  expect(months.map((day) => longDate(day, 'en'))).toEqual(months.map((day) => format.format(new Date(day))));
});

describe('a period includes both its days', () => {
  test.each([
    [{}, 'current'],
    [{ since: '2025-12-01', until: '2025-12-01' }, 'current'],
    [{ since: '2025-12-02' }, 'not-yet'],
    [{ until: '2025-11-30' }, 'over'],
  ])('%j on 1 December 2025 is %s', (period, expected) => {
    expect(standing(period, '2025-12-01')).toBe(expected);
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
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
