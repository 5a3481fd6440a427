import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import type { Condition } from '../../../src/model/condition.ts';
import { dataAt } from '../../../src/model/data.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { parseCondition } from '../../../src/validate/conditions.ts';
import type { KnownNames } from '../../../src/validate/campaign-parts.ts';
import { faultsOf, valueOf } from '../../support/outcomes.ts';

const KNOWN: KnownNames = {
  roles: new Set(['chair', 'minister']),
  groups: new Set(['council', 'union']),
  facts: new Set(['signed', 'spoke']),
  states: new Set(['BE', 'FR']),
  languages: new Set(['en', 'fr']),
  sources: new Set(),
  fields: new Set(),
  declarations: new Map(),
};

/** Parses a text as the value of the key `for`, so that it begins in column 6. */
function parseValue(text: string): Outcome<Condition> {
  const data = dataAt(valueOf(readYaml('f.yaml', `for: ${text}\n`)), ['for']);
  if (data === undefined) throw new Error('there is no condition in this test');
  return parseCondition(data, KNOWN);
}

/** A condition in a compact notation, as `any(role chair, group council)`. */
function formatCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'everyone':
      return 'everyone';
    case 'role':
      return `role ${condition.role}`;
    case 'group':
      return `group ${condition.group}`;
    case 'state':
      return `state ${condition.states.join(' ')}`;
    case 'language':
      return `language ${condition.languages.join(' ')}`;
    case 'fact':
      return `fact ${condition.fact} ${condition.value}`;
    case 'field':
      return `field ${condition.field} ${JSON.stringify(condition.asked)}`;
    case 'not':
      return `not(${formatCondition(condition.not)})`;
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of.map(formatCondition).join(', ')})`;
  }
}

describe('a valid condition', () => {
  test.each([
    ['a role', 'chair', 'role chair'],
    ['a role in quotation marks', '"chair"', 'role chair'],
    ['any of a list of roles', '[chair, minister]', 'any(role chair, role minister)'],
    ['a list of one role, which is that role', '[chair]', 'role chair'],
    ['a role by its key', '{ role: chair }', 'role chair'],
    ['any of several roles by their key', '{ role: [chair, minister] }', 'any(role chair, role minister)'],
    ['a group', '{ group: council }', 'group council'],
    ['any of several groups', '{ group: [council, union] }', 'any(group council, group union)'],
    ['States', '{ state: [BE, FR] }', 'state BE FR'],
    ['a State', '{ state: BE }', 'state BE'],
    ['a language', '{ language: fr }', 'language fr'],
    ['a fact', '{ fact: signed }', 'fact signed true'],
    ['a fact with the value true', '{ fact: { signed: true } }', 'fact signed true'],
    ['a fact with the value false', '{ fact: { signed: false } }', 'fact signed false'],
    ['all of several conditions', '{ all: [chair, { fact: signed }] }', 'all(role chair, fact signed true)'],
    ['any of several conditions', '{ any: [chair, { group: union }] }', 'any(role chair, group union)'],
    ['the negation of a condition', '{ not: { state: [BE] } }', 'not(state BE)'],
    ['the negation of a list', '{ not: [chair, minister] }', 'not(any(role chair, role minister))'],
    ['a condition in a list', '[chair, { group: council }]', 'any(role chair, group council)'],
    [
      'nested',
      '{ all: [minister, { not: { any: [{ state: BE }, { fact: spoke }] } }] }',
      'all(role minister, not(any(state BE, fact spoke true)))',
    ],
  ])('may be %s', (_, text, expected) => {
    expect(formatCondition(valueOf(parseValue(text)))).toBe(expected);
  });
});

test('every part of a condition has its location', () => {
  const condition = valueOf(parseValue('{ all: [minister, { not: { state: BE } }] }'));
  const partColumns = condition.kind === 'all' ? condition.of.map(({ span }) => span.column) : [];
  expect([condition.span.column, ...partColumns]).toEqual([6, 14, 24]);
});

describe('a malformed condition', () => {
  test.each([
    ['an empty value', '', '1:6'],
    ['an empty text', '""', '1:6'],
    ['an empty list', '[]', '1:6'],
    ['an empty mapping', '{}', '1:6'],
    ['two keys in one mapping', '{ role: chair, state: BE }', '1:21'],
    ['an unknown key', '{ rank: chair }', '1:8'],
    ['a property of every object as a key', '{ constructor: chair }', '1:8'],
    ['all with a value that is not a list', '{ all: chair }', '1:13'],
    ['all with an empty list', '{ all: [] }', '1:13'],
    ['an empty list of States', '{ state: [] }', '1:15'],
    ['a mapping for a name', '{ group: { name: council } }', '1:15'],
    ['a list for a fact', '{ fact: [signed] }', '1:14'],
    ['two facts in one', '{ fact: { signed: true, spoke: true } }', '1:14'],
    ['a fact with a value that is neither true nor false', '{ fact: { signed: yes } }', '1:24'],
    ['a fact without a value', '{ fact: { signed: } }', '1:24'],
  ])('is refused: %s', (_, text, location) => {
    expect(faultsOf(parseValue(text))).toEqual([`condition/malformed ${location}`]);
  });
});

describe('an undeclared name', () => {
  test.each([
    ['as a role', 'secretary', '1:6'],
    ['as a group', '{ group: club }', '1:15'],
    ['as a State', '{ state: [BE, XX] }', '1:20'],
    ['as a language of the letter', '{ language: es }', '1:18'],
    ['as a fact', '{ fact: paid }', '1:14'],
    ['as a fact with a value', '{ fact: { paid: false } }', '1:16'],
    ['as a constant of YAML', 'NO', '1:6'],
  ])('is refused %s', (_, text, location) => {
    expect(faultsOf(parseValue(text))).toEqual([`condition/unknown-name ${location}`]);
  });

  test.each([
    ['the nearest name', 'minster', 'did you mean minister?'],
    ['the right key if it is declared as another kind', 'council', 'it is a group: write it as { group: … }'],
    ['where to declare it', 'secretary', 'declare it in recipients/groups.yaml: roles: { secretary: { meaning: … } }'],
  ])('is reported with a hint at %s', (_, text, hint) => {
    expect(plainMessage(parseValue(text).diagnostics[0]?.hint ?? [])).toBe(hint);
  });
});

test('reports all faults of a condition', () => {
  expect(faultsOf(parseValue('{ any: [x, { not: { group: y } }, { fact: { z: maybe } }] }'))).toEqual([
    'condition/unknown-name 1:14',
    'condition/unknown-name 1:33',
    'condition/unknown-name 1:50',
    'condition/malformed 1:53',
  ]);
});
