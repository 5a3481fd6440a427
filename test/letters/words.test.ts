import { expect, test } from 'vitest';
import { expectSameWords } from '../support/same-words.ts';

// `npm run thorough` compares every letter.
test('all formats contain the same words in the same order, in one shipped letter', async () => {
  expect(await expectSameWords(47, { oneSource: false })).toBe(1);
});
