import { expect, test } from 'vitest';
import { expectSameWords } from '../support/same-words.ts';

// Every letter: npm run thorough.
test('Markdown and PDF hold the same words in the same order, in every fifth shipped letter', async () => {
  expect(await expectSameWords(5)).toBe(10);
});
