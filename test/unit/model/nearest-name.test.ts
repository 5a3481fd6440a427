import { expect, test } from 'vitest';
import { nearestName } from '../../../src/model/nearest-name.ts';

test.each([
  ['a missing letter', 'minster', 'minister'],
  ['an extra letter', 'minnister', 'minister'],
  ['a wrong letter', 'minibter', 'minister'],
  ['two letters swapped', 'minitser', 'minister'],
  ['two typing errors', 'mnistre', 'minister'],
  ['the nearer of two candidates', 'minister-of-stats', 'minister-of-state'],
])('finds the intended name: %s', (_, typed, expected) => {
  expect(nearestName(typed, ['chair', 'minister', 'minister-of-state', 'minister-of-stones'])).toBe(expected);
});

test.each([
  ['three typing errors', 'mnstr'],
  ['a word too short to have one likely match', 'to'],
  ['an empty word', ''],
])('returns undefined for %s', (_, typed) => {
  expect(nearestName(typed, ['chair', 'minister', 'so', 'x'])).toBeUndefined();
});
