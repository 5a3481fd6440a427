import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/model/condition.ts';
import type { FieldRange, FieldValue } from '../../../src/model/field.ts';
import { implies } from '../../../src/commands/validate/lint-campaign.ts';
import { evaluateCondition } from '../../../src/select/evaluate-condition.ts';
import { aRecipient, aRegister, condition } from '../../support/a-register.ts';

const number = (value: string): FieldValue => ({ type: 'number', value });
const date = (day: string): FieldValue => ({ type: 'date', day });
const euros = (value: string): FieldValue => ({ type: 'amount', value, currency: 'EUR' });
const asks = (asked: readonly FieldValue[] | FieldRange): Condition => condition({ kind: 'field', field: 'f', asked });
const not = (inner: Condition): Condition => condition({ kind: 'not', not: inner });

/** Whether a condition holds for a recipient with this value, or the codes of its faults. */
function evaluate(tested: Condition, value?: FieldValue): boolean | readonly string[] {
  const recipient = aRecipient({ fields: new Map(value === undefined ? [] : [['f', value]]) });
  const { holds, faults } = evaluateCondition(tested, {
    recipient,
    register: aRegister(),
    language: 'en',
    day: '2025-12-01',
  });
  return faults.length > 0 ? faults.map(({ code }) => code) : holds;
}

describe('a condition on a field', () => {
  test.each([
    [[number('1500.0')], number('1500'), true],
    [[number('1500.1')], number('1500'), false],
    [{ from: number('100'), to: number('500') }, number('100.00'), true],
    [{ from: number('100'), to: number('500') }, number('500.01'), false],
    [{ to: number('0') }, number('-3'), true],
    [{ from: date('2026-03-02') }, date('2026-03-02'), true],
    [{ to: date('2026-03-01') }, date('2026-03-02'), false],
    [{ from: euros('10') }, euros('9.99'), false],
    [{ from: euros('10') }, { type: 'amount', value: '11', currency: 'USD' } as const, false],
    [[{ type: 'one-of', option: 'green' } as const], { type: 'one-of', option: 'green' } as const, true],
    [[{ type: 'yes-no', isYes: true } as const], { type: 'yes-no', isYes: false } as const, false],
  ])('%j of %j: %s', (asked, value, expected) => {
    expect(evaluate(asks(asked), value)).toBe(expected);
    expect(evaluate(not(asks(asked)), value)).toBe(!expected);
  });

  test('of an empty field does not hold, and to negate it is a fault, once', () => {
    expect(evaluate(asks([number('1')]))).toBe(false);
    expect(evaluate(not(asks([number('1')])))).toEqual(['select/field-empty']);
    expect(evaluate(not(not(asks([number('1')]))))).toEqual(['select/field-empty']);
    const any = condition({ kind: 'any', of: [asks([number('1')]), condition({ kind: 'role', role: 'minister' })] });
    expect(evaluate(not(any))).toBe(false);
  });

  test('and a fact, both unknown and negated, are a fault about the first of them', () => {
    const fact = condition({ kind: 'fact', fact: 'signed', value: true });
    const both = (of: readonly Condition[]): Condition => not(condition({ kind: 'any', of }));
    expect(evaluate(both([asks([number('1')]), fact]))).toEqual(['select/field-empty']);
    expect(evaluate(both([fact, asks([number('1')])]))).toEqual(['select/fact-not-recorded']);
  });
});

/** An integer number of hundredths, as a decimal text with zero to three decimals. */
const hundredths = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom('', '0'))
  .map(([cents, zero]) => {
    const digits = String(Math.abs(cents)).padStart(3, '0');
    const sign = cents < 0 ? '-' : '';
    const text = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${zero}`;
    return { cents, value: number(cents % 100 === 0 && zero === '' ? text.slice(0, -3) : text) };
  });

test('a range holds exactly for the numbers from its lower to its upper end', () => {
  fc.assert(
    fc.property(hundredths, hundredths, hundredths, (value, a, b) => {
      const [from, to] = a.cents <= b.cents ? [a, b] : [b, a];
      const isWithin = from.cents <= value.cents && value.cents <= to.cents;
      expect(evaluate(asks({ from: from.value, to: to.value }), value.value)).toBe(isWithin);
      expect(evaluate(asks([from.value, to.value]), value.value)).toBe([from.cents, to.cents].includes(value.cents));
    }),
  );
});

test('a condition that implies another holds only where the other does', () => {
  const end = fc.option(hundredths, { nil: undefined });
  const asked = fc.oneof(
    fc.array(hundredths, { minLength: 1, maxLength: 3 }).map((values) => values.map(({ value }) => value)),
    fc.tuple(end, end).map(([from, to]): FieldRange => ({
      ...(from === undefined ? {} : { from: from.value }),
      ...(to === undefined ? {} : { to: to.value }),
    })),
  );
  fc.assert(
    fc.property(asked, asked, hundredths, (premise, conclusion, { value }) => {
      if (!implies(asks(premise), asks(conclusion))) return;
      if (evaluate(asks(premise), value) === true) expect(evaluate(asks(conclusion), value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(implies(asks({ from: number('2'), to: number('3') }), asks({ from: number('1.5') }))).toBe(true);
  expect(implies(asks([number('2')]), asks({ from: number('2.0') }))).toBe(true);
  expect(implies(asks({ from: number('2') }), asks({ to: number('3') }))).toBe(false);
});
