import { expect, test } from 'vitest';
import { EXAMPLES, tryExamples } from '../support/commonmark-examples.ts';

test('every example of CommonMark, as a body, gives a letter or faults with their locations', () => {
  expect(EXAMPLES).toBeGreaterThanOrEqual(652);
  const { letters, faults } = tryExamples();
  expect(letters + faults).toBe(EXAMPLES);
  expect(letters).toBeGreaterThan(150);
});
