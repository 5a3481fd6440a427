import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AwkwardLetters,
  composeAwkward,
  expectInPdf,
  expectReadAsTyped,
  expectRefusalsExplained,
} from './awkward-letters.ts';

/** What the tests of {@link describeAwkwardValues} have to look at. */
export interface AwkwardSample {
  readonly values: readonly string[];
  readonly leastValues: number;
  /** More values than this are refused. */
  readonly leastRefused: number;
  /** The values that are also searched for in the bytes of the PDF. */
  readonly isInPdfSample: (value: string) => boolean;
}

/** Declares the tests of awkward values, each at twelve positions of a letter. */
export function describeAwkwardValues(
  title: string,
  { values, leastValues, leastRefused, isInPdfSample }: AwkwardSample,
): void {
  describe(title, () => {
    let letters: AwkwardLetters;
    beforeAll(async () => {
      letters = await composeAwkward(values);
    }, 600_000);

    test('every value gives one result', () => {
      expect(values.length).toBeGreaterThanOrEqual(leastValues);
      expect(new Set(letters.results.map(({ value }) => value)).size).toBe(values.length);
    });

    test('at most 15 % are refused, each with its code point and location', () => {
      const refused = expectRefusalsExplained(letters.results);
      expect(refused.length).toBeGreaterThan(leastRefused);
      expect(refused.length / letters.results.length).toBeLessThanOrEqual(0.15);
    });

    test('all others are unchanged in the parsed Markdown and on the pages', () => {
      expect(expectReadAsTyped(letters.results)).toBeGreaterThanOrEqual(0.85 * values.length);
    });

    test('some values of each kind are unchanged in the bytes of the PDF', async () => {
      const sample = letters.results.filter(({ value, composed }) => composed !== undefined && isInPdfSample(value));
      expect(sample.length).toBeGreaterThanOrEqual(10);
      for (const result of sample) await expectInPdf(letters.plan, result);
    });
  });
}
