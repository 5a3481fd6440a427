import { expect, test } from 'vitest';
import { nearestName } from '../../../src/model/nearest-name.ts';

test.each([
  ['a letter less', 'minster', 'minister'],
  ['a letter more', 'minnister', 'minister'],
  ['another letter', 'minibter', 'minister'],
  ['two letters swapped', 'minitser', 'minister'],
  ['two slips', 'mnistre', 'minister'],
  ['the nearer of two', 'minister-of-stats', 'minister-of-state'],
])('%s', (_, typed, meant) => {
  expect(nearestName(typed, ['chair', 'minister', 'minister-of-state', 'minister-of-stones'])).toBe(meant);
});

test.each([
  ['three slips', 'mnstr'],
  ['a short word that may mean anything', 'to'],
  ['nothing', ''],
])('nothing for %s', (_, typed) => {
  expect(nearestName(typed, ['chair', 'minister', 'so', 'x'])).toBeUndefined();
});
