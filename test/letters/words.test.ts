import { expect, test } from 'vitest';
import { expectSameWords } from '../support/same-words.ts';

// `npm run thorough` compares every letter.
test('Markdown and PDF contain the same words in the same order, in every fifth shipped letter', async () => {
  expect(await expectSameWords(5, { oneSource: false })).toBe(10);
});

test('and so they do if all notes of a letter cite one source, each in the form that its page demands', async () => {
  expect(await expectSameWords(5, { oneSource: true })).toBe(10);
});
