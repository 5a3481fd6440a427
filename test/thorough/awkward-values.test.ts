import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AwkwardLetters,
  composeAwkward,
  expectInPdf,
  expectReadAsTyped,
  expectRefusalsExplained,
} from '../support/awkward-letters.ts';
import { MANY_AWKWARD_VALUES as VALUES } from '../support/many-awkward-values.ts';

describe('of six hundred awkward values, each in ten places and more,', () => {
  let letters: AwkwardLetters;
  beforeAll(async () => {
    letters = await composeAwkward(VALUES);
  });

  test('every one was tried', () => {
    expect(VALUES.length).toBeGreaterThanOrEqual(600);
    expect(new Set(letters.found.map(({ value }) => value)).size).toBe(VALUES.length);
  });

  test('at most 15 % are refused, each with its code point and its place', () => {
    const refused = expectRefusalsExplained(letters.found);
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.length / letters.found.length).toBeLessThanOrEqual(0.15);
  });

  test('all others stand in the Markdown, read back, and on the pages as they were typed', () => {
    expect(expectReadAsTyped(letters.found)).toBeGreaterThanOrEqual(0.85 * VALUES.length);
  });

  test('and some of each kind in the bytes of the PDF', async () => {
    const some = letters.found.filter(
      ({ value, composed }) => composed !== undefined && VALUES.indexOf(value) % 4 === 0,
    );
    expect(some.length).toBeGreaterThanOrEqual(10);
    for (const one of some) await expectInPdf(letters.plan, one);
  });
});
