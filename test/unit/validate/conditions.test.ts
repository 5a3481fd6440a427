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
};

/** The text stands after `for: `, so that it begins in column 6. */
function parse(text: string): Outcome<Condition> {
  const written = dataAt(valueOf(readYaml('f.yaml', `for: ${text}\n`)), ['for']);
  if (written === undefined) throw new Error('there is no condition in this test');
  return parseCondition(written, KNOWN);
}

/** A condition in short: `any(role chair, group council)`. */
function inShort(condition: Condition): string {
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
    case 'not':
      return `not(${inShort(condition.not)})`;
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of.map(inShort).join(', ')})`;
  }
}

describe('a condition is', () => {
  test.each([
    ['a role', 'chair', 'role chair'],
    ['a role in quotation marks', '"chair"', 'role chair'],
    ['any of a list of roles', '[chair, minister]', 'any(role chair, role minister)'],
    ['what the only one in a list is', '[chair]', 'role chair'],
    ['a role by its key', '{ role: chair }', 'role chair'],
    ['any of several roles by their key', '{ role: [chair, minister] }', 'any(role chair, role minister)'],
    ['a group', '{ group: council }', 'group council'],
    ['any of several groups', '{ group: [council, union] }', 'any(group council, group union)'],
    ['States', '{ state: [BE, FR] }', 'state BE FR'],
    ['a State', '{ state: BE }', 'state BE'],
    ['a language', '{ language: fr }', 'language fr'],
    ['a fact', '{ fact: signed }', 'fact signed true'],
    ['a fact that is so', '{ fact: { signed: true } }', 'fact signed true'],
    ['a fact that is not so', '{ fact: { signed: false } }', 'fact signed false'],
    ['all of several', '{ all: [chair, { fact: signed }] }', 'all(role chair, fact signed true)'],
    ['any of several', '{ any: [chair, { group: union }] }', 'any(role chair, group union)'],
    ['the opposite of another', '{ not: { state: [BE] } }', 'not(state BE)'],
    ['the opposite of a list', '{ not: [chair, minister] }', 'not(any(role chair, role minister))'],
    ['a condition in a list', '[chair, { group: council }]', 'any(role chair, group council)'],
    [
      'deep',
      '{ all: [minister, { not: { any: [{ state: BE }, { fact: spoke }] } }] }',
      'all(role minister, not(any(state BE, fact spoke true)))',
    ],
  ])('%s', (_, text, meant) => {
    expect(inShort(valueOf(parse(text)))).toBe(meant);
  });
});

test('every part of a condition has its place', () => {
  const condition = valueOf(parse('{ all: [minister, { not: { state: BE } }] }'));
  const places = condition.kind === 'all' ? condition.of.map(({ span }) => span.column) : [];
  expect([condition.span.column, ...places]).toEqual([6, 14, 24]);
});

describe('a condition is not', () => {
  test.each([
    ['nothing', '', '1:6'],
    ['an empty text', '""', '1:6'],
    ['an empty list', '[]', '1:6'],
    ['an empty mapping', '{}', '1:6'],
    ['two in one mapping', '{ role: chair, state: BE }', '1:21'],
    ['a key that nobody knows', '{ rank: chair }', '1:8'],
    ['a key that every object has', '{ constructor: chair }', '1:8'],
    ['all of one that is no list', '{ all: chair }', '1:13'],
    ['all of none', '{ all: [] }', '1:13'],
    ['no State', '{ state: [] }', '1:15'],
    ['a mapping for a name', '{ group: { name: council } }', '1:15'],
    ['a list for a fact', '{ fact: [signed] }', '1:14'],
    ['two facts in one', '{ fact: { signed: true, spoke: true } }', '1:14'],
    ['a fact that is neither', '{ fact: { signed: yes } }', '1:24'],
    ['a fact without a value', '{ fact: { signed: } }', '1:24'],
  ])('%s', (_, text, place) => {
    expect(faultsOf(parse(text))).toEqual([`condition/malformed ${place}`]);
  });
});

describe('a name that nobody declared', () => {
  test.each([
    ['as a role', 'secretary', '1:6'],
    ['as a group', '{ group: club }', '1:15'],
    ['as a State', '{ state: [BE, XX] }', '1:20'],
    ['as a language of the letter', '{ language: es }', '1:18'],
    ['as a fact', '{ fact: paid }', '1:14'],
    ['as a fact with a value', '{ fact: { paid: false } }', '1:16'],
    ['as a constant of YAML', 'NO', '1:6'],
  ])('%s', (_, text, place) => {
    expect(faultsOf(parse(text))).toEqual([`condition/unknown-name ${place}`]);
  });

  test.each([
    ['the nearest', 'minster', 'did you mean minister?'],
    ['its key, if it is of another kind', 'council', 'it is a group: write it as { group: … }'],
    ['where to declare it', 'secretary', 'declare it under roles in recipients/groups.yaml'],
  ])('is told with %s', (_, text, hint) => {
    expect(plainMessage(parse(text).diagnostics[0]?.hint ?? [])).toBe(hint);
  });
});

test('all faults of a condition are told', () => {
  expect(faultsOf(parse('{ any: [x, { not: { group: y } }, { fact: { z: maybe } }] }'))).toEqual([
    'condition/unknown-name 1:14',
    'condition/unknown-name 1:33',
    'condition/unknown-name 1:50',
    'condition/malformed 1:53',
  ]);
});
