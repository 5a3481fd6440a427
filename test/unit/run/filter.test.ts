import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/model/campaign.ts';
import { ALL_RECIPIENTS, matchesFilter, unknownFilterNames } from '../../../src/run/filter.ts';
import { aRecipient, aRegister } from '../../support/a-register.ts';

const campaign = {
  letter: { date: '2025-12-01' },
  register: aRegister({ members: [{ until: '2025-12-01' }] }),
} as Campaign;

describe('a filter', () => {
  test.each([
    ['nothing: everybody', {}, true],
    ['its id', { ids: ['x', 'minister-ab'] }, true],
    ['another id', { ids: ['x'] }, false],
    ['its role', { roles: ['x', 'minister'] }, true],
    ['another role', { roles: ['x'] }, false],
    ['a group that its State is in on the letter’s date', { groups: ['council'] }, true],
    ['a group that is not there', { groups: ['x'] }, false],
    ['its State', { states: ['AB'] }, true],
    ['its State and another role', { states: ['AB'], roles: ['x'] }, false],
  ])('that asks for %s', (_, asked, expected) => {
    expect(matchesFilter({ ...ALL_RECIPIENTS, ...asked }, aRecipient(), campaign)).toBe(expected);
  });

  test('asks for names that exist', () => {
    const asked = { ...ALL_RECIPIENTS, roles: ['minister', 'a'], groups: ['b', 'council'], states: ['CD', 'AB'] };
    expect(unknownFilterNames(asked, campaign)).toEqual([
      { kind: 'role', name: 'a', declared: ['minister'] },
      { kind: 'group', name: 'b', declared: ['council'] },
      { kind: 'state', name: 'CD', declared: ['AB'] },
    ]);
  });
});
