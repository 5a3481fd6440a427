import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/model/campaign.ts';
import { ALL_RECIPIENTS, matchesFilter, findUnknownFilterNames } from '../../../src/run/filter.ts';
import { aRecipient, aRegister } from '../../support/a-register.ts';

const campaign = {
  letter: { date: '2025-12-01' },
  register: aRegister({ members: [{ until: '2025-12-01' }] }),
} as Campaign;

describe('a filter', () => {
  test.each([
    ['no criterion', {}, true],
    ['the id of the recipient', { ids: ['x', 'minister-ab'] }, true],
    ['another id', { ids: ['x'] }, false],
    ['the role of the recipient', { roles: ['x', 'minister'] }, true],
    ['another role', { roles: ['x'] }, false],
    ['a group of which its State is a member on the letter’s date', { groups: ['council'] }, true],
    ['an undeclared group', { groups: ['x'] }, false],
    ['the State of the recipient', { states: ['AB'] }, true],
    ['the State of the recipient and another role', { states: ['AB'], roles: ['x'] }, false],
  ])('with %s (%j) matches: %s', (_, criteria, expected) => {
    expect(matchesFilter({ ...ALL_RECIPIENTS, ...criteria }, aRecipient(), campaign)).toBe(expected);
  });

  test('has unknown names if they are not declared', () => {
    const criteria = { ...ALL_RECIPIENTS, roles: ['minister', 'a'], groups: ['b', 'council'], states: ['CD', 'AB'] };
    expect(findUnknownFilterNames(criteria, campaign)).toEqual([
      { kind: 'role', name: 'a', declared: ['minister'] },
      { kind: 'group', name: 'b', declared: ['council'] },
      { kind: 'state', name: 'CD', declared: ['AB'] },
    ]);
  });

  test('has no unknown role if the campaign declares none', () => {
    const register = { ...campaign.register, hasDeclarations: false, roles: new Map() };
    expect(findUnknownFilterNames({ ...ALL_RECIPIENTS, roles: ['a'] }, { ...campaign, register })).toEqual([]);
  });
});
