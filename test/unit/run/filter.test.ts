import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/model/campaign.ts';
import { ALL_RECIPIENTS, createFilterMatch, findUnknownFilterNames } from '../../../src/run/filter.ts';
import type { FieldValue, FieldValues } from '../../../src/model/field.ts';
import { aRecipient, aRegister } from '../../support/a-register.ts';
import { SOME_DECLARATIONS } from '../../support/some-fields.ts';

const campaign = {
  letter: { date: '2025-12-01' },
  register: aRegister({ members: [{ until: '2025-12-01' }] }),
  fields: SOME_DECLARATIONS,
} as Campaign;

const fields: FieldValues = new Map<string, FieldValue>([
  ['party', { type: 'one-of', option: 'green' }],
  ['grant', { type: 'amount', value: '1500.00', currency: 'EUR' }],
  ['ward', { type: 'text', text: { en: 'North', fr: 'Nord' } }],
]);

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
    ['a value of a field', { fields: { party: ['red', 'green'] } }, true],
    ['another value', { fields: { party: ['red'] } }, false],
    ['the same amount, written otherwise', { fields: { grant: ['1500'] } }, true],
    ['the text of a field in one language', { fields: { ward: ['Nord'] } }, true],
    ['values of two fields, of which one is another', { fields: { party: ['green'], ward: ['South'] } }, false],
    ['a field without a value', { fields: { member: ['no'] } }, false],
    ['the State of the recipient and another role', { states: ['AB'], roles: ['x'] }, false],
  ])('with %s (%j) matches: %s', (_, criteria, expected) => {
    expect(createFilterMatch({ ...ALL_RECIPIENTS, ...criteria }, campaign)(aRecipient({ fields }))).toBe(expected);
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

  test('has unknown fields, and values that a field cannot have', () => {
    const criteria = { ...ALL_RECIPIENTS, fields: { prty: ['x'], party: ['green', 'gren'], households: ['many'] } };
    expect(findUnknownFilterNames(criteria, campaign)).toEqual([
      { kind: 'field', name: 'prty', declared: [...SOME_DECLARATIONS.keys()] },
      { kind: 'value of the field party', name: 'gren', declared: ['green', 'red', 'none'] },
      { kind: 'value of the field households', name: 'many', declared: ['a number, as in 412 or 1500.25'] },
    ]);
  });
});
