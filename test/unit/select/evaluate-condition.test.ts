import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/model/condition.ts';
import { evaluateCondition } from '../../../src/select/evaluate-condition.ts';
import { aRecipient, aRegister, condition } from '../../support/a-register.ts';

const DAY = '2025-12-01';
const signed = condition({ kind: 'fact', fact: 'signed', value: true });
const refused = condition({ kind: 'fact', fact: 'signed', value: false });
const not = (inner: Condition): Condition => condition({ kind: 'not', not: inner });
const inCouncil = condition({ kind: 'group', group: 'council' });

function evaluate(tested: Condition, register = aRegister(), recipient = aRecipient()) {
  const { holds, faults } = evaluateCondition(tested, { recipient, register, language: 'en', day: DAY });
  return faults.length > 0 ? faults.map(({ code }) => code) : holds;
}

describe('conditions on role, State and language', () => {
  test.each([
    [condition({ kind: 'everyone' }), true],
    [condition({ kind: 'role', role: 'minister' }), true],
    [condition({ kind: 'role', role: 'president' }), false],
    [condition({ kind: 'state', states: ['CD', 'AB'] }), true],
    [condition({ kind: 'state', states: ['CD'] }), false],
    [condition({ kind: 'language', languages: ['fr', 'en'] }), true],
    [condition({ kind: 'language', languages: ['fr'] }), false],
  ])('%j is %s', (tested, expected) => {
    expect(evaluate(tested)).toBe(expected);
  });

  test('a recipient without a State is in no State and no group', () => {
    const { state: _, ...stateless } = aRecipient();
    expect(evaluate(condition({ kind: 'state', states: ['AB'] }), aRegister(), stateless)).toBe(false);
    expect(evaluate(inCouncil, aRegister({ members: [{}] }), stateless)).toBe(false);
  });
});

describe('membership of a group holds from since to until, both included', () => {
  test.each([
    [{}, true],
    [{ since: '2025-12-01' }, true],
    [{ since: '2025-12-02' }, false],
    [{ until: '2025-12-01' }, true],
    [{ until: '2025-11-30' }, false],
    [{ state: 'CD' }, false],
  ])('%j on 1 December 2025: %s', (member, expected) => {
    expect(evaluate(inCouncil, aRegister({ members: [member] }))).toBe(expected);
  });
});

describe('a fact is true, false or not recorded', () => {
  test.each([
    ['recorded true', { facts: [{ value: true }] }, true, false],
    ['recorded false', { facts: [{ value: false }] }, false, true],
    ['ended yesterday: false', { facts: [{ until: '2025-11-30' }] }, false, true],
    ['not recorded, the list is complete: false', { complete: true }, false, true],
    ['begins tomorrow, the list is complete: false', { complete: true, facts: [{ since: '2025-12-02' }] }, false, true],
    ['not recorded: neither true nor false', {}, false, false],
    ['begins tomorrow: neither true nor false', { facts: [{ since: '2025-12-02' }] }, false, false],
  ])('%s', (_, registerParts, holds, holdsNegated) => {
    expect([evaluate(signed, aRegister(registerParts)), evaluate(refused, aRegister(registerParts))]).toEqual([
      holds,
      holdsNegated,
    ]);
  });

  test('negating a fact that is not recorded is a fault', () => {
    expect(evaluate(not(signed))).toEqual(['select/fact-not-recorded']);
  });

  test('negating it twice is one fault, not two', () => {
    expect(evaluate(not(not(signed)))).toEqual(['select/fact-not-recorded']);
  });

  test('negating a fact that is recorded, or whose list is complete, is no fault', () => {
    expect(evaluate(not(signed), aRegister({ facts: [{ value: false }] }))).toBe(true);
    expect(evaluate(not(signed), aRegister({ complete: true }))).toBe(true);
  });
});

test('a fact about States is false for a recipient without a State', () => {
  const { state: _, ...stateless } = aRecipient();
  expect(evaluate(not(signed), aRegister(), stateless)).toBe(true);
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
    expect(evaluate(condition({ kind, of }))).toBe(expected);
  });

  test('stop at the first decisive condition, so that a missing fact after it is no fault', () => {
    expect(evaluate(condition({ kind: 'all', of: [no, not(signed)] }))).toBe(false);
    expect(evaluate(condition({ kind: 'any', of: [yes, not(signed)] }))).toBe(true);
  });
});
