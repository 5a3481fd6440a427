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

// `npm run thorough` tries all values.
const VALUES = MANY_AWKWARD_VALUES.filter((value, index) => AWKWARD_VALUES.includes(value) || index % 4 === 0);

describe('about 200 awkward values, each at twelve positions of a letter', () => {
  let letters: AwkwardLetters;
  beforeAll(async () => {
    letters = await composeAwkward(VALUES);
  }, 120_000);

  test('every value gives one result', () => {
    expect(VALUES.length).toBeGreaterThanOrEqual(190);
    expect(new Set(letters.results.map(({ value }) => value)).size).toBe(VALUES.length);
  });

  test('at most 15 % are refused, each with its code point and location', () => {
    const refused = expectRefusalsExplained(letters.results);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.length / letters.results.length).toBeLessThanOrEqual(0.15);
  });

  test('all others are unchanged in the parsed Markdown and on the pages', () => {
    expect(expectReadAsTyped(letters.results)).toBeGreaterThanOrEqual(0.85 * VALUES.length);
  });

  test('some values of each kind are unchanged in the bytes of the PDF', async () => {
    const sample = letters.results.filter(
      ({ value, composed }) => composed !== undefined && AWKWARD_VALUES.indexOf(value) % 4 === 0,
    );
    expect(sample.length).toBeGreaterThanOrEqual(10);
    for (const result of sample) await expectInPdf(letters.plan, result);
  });
});
