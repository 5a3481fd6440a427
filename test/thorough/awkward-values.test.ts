import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AwkwardLetters,
  composeAwkward,
  expectInPdf,
  expectReadAsTyped,
  expectRefusalsExplained,
} from '../support/awkward-letters.ts';
import { MANY_AWKWARD_VALUES as VALUES } from '../support/many-awkward-values.ts';

describe('about 600 awkward values, each at twelve positions of a letter', () => {
  let letters: AwkwardLetters;
  beforeAll(async () => {
    letters = await composeAwkward(VALUES);
  });

  test('every value gives one result', () => {
    expect(VALUES.length).toBeGreaterThanOrEqual(600);
    expect(new Set(letters.results.map(({ value }) => value)).size).toBe(VALUES.length);
  });

  test('at most 15 % are refused, each with its code point and location', () => {
    const refused = expectRefusalsExplained(letters.results);
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.length / letters.results.length).toBeLessThanOrEqual(0.15);
  });

  test('all others are unchanged in the parsed Markdown and on the pages', () => {
    expect(expectReadAsTyped(letters.results)).toBeGreaterThanOrEqual(0.85 * VALUES.length);
  });

  test('some values of each kind are unchanged in the bytes of the PDF', async () => {
    const sample = letters.results.filter(
      ({ value, composed }) => composed !== undefined && VALUES.indexOf(value) % 4 === 0,
    );
    expect(sample.length).toBeGreaterThanOrEqual(10);
    for (const result of sample) await expectInPdf(letters.plan, result);
  });
});
