import { expect, test } from 'vitest';
import { EXAMPLES, tryExamples } from '../../support/commonmark-examples.ts';

// Every example: npm run thorough.
test('every third example of CommonMark, as a body, ends in a letter or in a located fault', () => {
  expect(EXAMPLES).toBeGreaterThanOrEqual(652);
  const { letters, faults } = tryExamples(3);
  expect(letters + faults).toBe(Math.ceil(EXAMPLES / 3));
  expect(letters).toBeGreaterThan(50);
});
