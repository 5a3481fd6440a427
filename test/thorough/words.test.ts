import { expect, test } from 'vitest';
import { expectSameWords } from '../support/same-words.ts';

test('all formats contain the same words in the same order, in every shipped letter and language', async () => {
  expect(await expectSameWords(1, { oneSource: false, editions: 'all' })).toBe(188);
});

test('and so they do if all notes of a letter cite one source, each in the form that its page demands', async () => {
  expect(await expectSameWords(1, { oneSource: true })).toBe(47);
});
