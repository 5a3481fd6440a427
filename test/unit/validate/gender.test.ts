import { expect, test } from 'vitest';
import { genderOfWord } from '../../../src/validate/gender.ts';

test.each([
  ['Ms.', 'f'],
  ['Madame', 'f'],
  [' señor ', 'm'],
  ['Frau', 'f'],
  ['мужчина', 'm'],
  ['Bürgermeister', undefined],
  ['м', 'm'],
  ['h', 'm'],
  ['divers', 'unknown'],
  ['n/a', 'unknown'],
  ['?', 'unknown'],
  ['', undefined],
])('%j in the place of a gender means %s', (word, gender) => {
  expect(genderOfWord(word)).toBe(gender);
});
