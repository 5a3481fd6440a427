import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/model/condition.ts';
import { evaluateCondition } from '../../../src/select/evaluate-condition.ts';
import { aRecipient, aRegister, condition } from '../../support/a-register.ts';

const DAY = '2025-12-01';
const signed = condition({ kind: 'fact', fact: 'signed', value: true });
const refused = condition({ kind: 'fact', fact: 'signed', value: false });
const not = (inner: Condition): Condition => condition({ kind: 'not', not: inner });
const inCouncil = condition({ kind: 'group', group: 'council' });

function ask(asked: Condition, register = aRegister(), recipient = aRecipient()) {
  const { holds, faults } = evaluateCondition(asked, { recipient, register, language: 'en', day: DAY });
  return faults.length > 0 ? faults.map(({ code }) => code) : holds;
}

describe('a role, a State, a language', () => {
  test.each([
    [condition({ kind: 'everyone' }), true],
    [condition({ kind: 'role', role: 'minister' }), true],
    [condition({ kind: 'role', role: 'president' }), false],
    [condition({ kind: 'state', states: ['CD', 'AB'] }), true],
    [condition({ kind: 'state', states: ['CD'] }), false],
    [condition({ kind: 'language', languages: ['fr', 'en'] }), true],
    [condition({ kind: 'language', languages: ['fr'] }), false],
  ])('%j is %s', (asked, expected) => {
    expect(ask(asked)).toBe(expected);
  });

  test('somebody without a State is in no State and no group', () => {
    const { state: _, ...stateless } = aRecipient();
    expect(ask(condition({ kind: 'state', states: ['AB'] }), aRegister(), stateless)).toBe(false);
    expect(ask(inCouncil, aRegister({ members: [{}] }), stateless)).toBe(false);
  });
});

describe('membership of a group has a beginning and an end', () => {
  test.each([
    [{}, true],
    [{ since: '2025-12-01' }, true],
    [{ since: '2025-12-02' }, false],
    [{ until: '2025-12-01' }, true],
    [{ until: '2025-11-30' }, false],
    [{ state: 'CD' }, false],
  ])('%j on 1 December 2025: %s', (member, expected) => {
    expect(ask(inCouncil, aRegister({ members: [member] }))).toBe(expected);
  });
});

describe('a fact is true, false or not recorded', () => {
  test.each([
    ['recorded true', { facts: [{ value: true }] }, true, false],
    ['recorded false', { facts: [{ value: false }] }, false, true],
    ['ended yesterday: false', { facts: [{ until: '2025-11-30' }] }, false, true],
    ['not recorded, the list is complete: false', { complete: true }, false, true],
    ['begins tomorrow, the list is complete: false', { complete: true, facts: [{ since: '2025-12-02' }] }, false, true],
    ['not recorded: neither', {}, false, false],
    ['begins tomorrow: neither', { facts: [{ since: '2025-12-02' }] }, false, false],
  ])('%s', (_, about, holds, holdsNegated) => {
    expect([ask(signed, aRegister(about)), ask(refused, aRegister(about))]).toEqual([holds, holdsNegated]);
  });

  test('to negate what nobody recorded is a fault', () => {
    expect(ask(not(signed))).toEqual(['select/fact-not-recorded']);
  });

  test('to negate it twice is still one fault', () => {
    expect(ask(not(not(signed)))).toEqual(['select/fact-not-recorded']);
  });

  test('to negate what is recorded, or declared complete, is none', () => {
    expect(ask(not(signed), aRegister({ facts: [{ value: false }] }))).toBe(true);
    expect(ask(not(signed), aRegister({ complete: true }))).toBe(true);
  });
});

test('a fact about States is false of somebody who has none', () => {
  const { state: _, ...stateless } = aRecipient();
  expect(ask(not(signed), aRegister(), stateless)).toBe(true);
});

describe('all, any, not', () => {
  const yes = condition({ kind: 'everyone' });
  const no = condition({ kind: 'role', role: 'president' });
  test.each([
    ['all', [yes, yes], true],
    ['all', [yes, no], false],
    ['all', [], true],
    ['any', [no, yes], true],
    ['any', [no, no], false],
    ['any', [], false],
    ['all', [yes, signed], false],
    ['any', [signed, yes], true],
  ] as const)('%s of %j is %s', (kind, of, expected) => {
    expect(ask(condition({ kind, of }))).toBe(expected);
  });

  test('what is decided is not asked further: nobody else’s missing fact can stop this letter', () => {
    expect(ask(condition({ kind: 'all', of: [no, not(signed)] }))).toBe(false);
    expect(ask(condition({ kind: 'any', of: [yes, not(signed)] }))).toBe(true);
  });
});
