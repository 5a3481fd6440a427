import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AwkwardLetters,
  composeAwkward,
  expectInPdf,
  expectReadAsTyped,
  expectRefusalsExplained,
} from '../support/awkward-letters.ts';
import { AWKWARD_VALUES } from '../support/awkward-values.ts';
import { MANY_AWKWARD_VALUES } from '../support/many-awkward-values.ts';

// All six hundred: npm run thorough.
const VALUES = MANY_AWKWARD_VALUES.filter((value, index) => AWKWARD_VALUES.includes(value) || index % 4 === 0);

describe('of two hundred awkward values, each in ten places and more,', () => {
  let letters: AwkwardLetters;
  beforeAll(async () => {
    letters = await composeAwkward(VALUES);
  }, 120_000);

  test('every one was tried', () => {
    expect(VALUES.length).toBeGreaterThanOrEqual(190);
    expect(new Set(letters.found.map(({ value }) => value)).size).toBe(VALUES.length);
  });

  test('at most 15 % are refused, each with its code point and its place', () => {
    const refused = expectRefusalsExplained(letters.found);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.length / letters.found.length).toBeLessThanOrEqual(0.15);
  });

  test('all others stand in the Markdown, read back, and on the pages as they were typed', () => {
    expect(expectReadAsTyped(letters.found)).toBeGreaterThanOrEqual(0.85 * VALUES.length);
  });

  test('and some of each kind in the bytes of the PDF', async () => {
    const some = letters.found.filter(
      ({ value, composed }) => composed !== undefined && AWKWARD_VALUES.indexOf(value) % 4 === 0,
    );
    expect(some.length).toBeGreaterThanOrEqual(10);
    for (const one of some) await expectInPdf(letters.plan, one);
  });
});
