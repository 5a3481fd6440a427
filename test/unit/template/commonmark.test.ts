import { expect, test } from 'vitest';
import { EXAMPLES, tryExamples } from '../../support/commonmark-examples.ts';

// `npm run thorough` tries every example.
test('every twentieth example of CommonMark, as a body, results in a letter or in a fault with a location', () => {
  expect(EXAMPLES).toBeGreaterThanOrEqual(652);
  const { letters, faults } = tryExamples(20);
  expect(letters + faults).toBe(Math.ceil(EXAMPLES / 20));
  expect(letters).toBeGreaterThan(7);
});
