import { expect, test } from 'vitest';
import { FURNISHED_LANGUAGES, furnitureOf } from '../../../src/model/furniture.ts';

test.each([
  [[5], 'open letter, demand 5'],
  [[6, 2], 'open letter, demands 6 and 2'],
  [[6, 2, 4], 'open letter, demands 6, 2 and 4'],
])('demands %j are called %s', (numbers, expected) => {
  expect(furnitureOf('en').demandNumbers('open letter', numbers)).toBe(expected);
});

test('one enclosure is one, several are several', () => {
  expect([1, 2].map(furnitureOf('en').enclosures)).toEqual(['Enclosure', 'Enclosures']);
});

test('every language that can be set says on a specimen that it is one', () => {
  expect(FURNISHED_LANGUAGES.length).toBeGreaterThan(0);
  for (const language of FURNISHED_LANGUAGES) expect(furnitureOf(language).notice.specimen.length).toBeGreaterThan(40);
});

test('a language without furniture is a bug, not a hole in a letter', () => {
  expect(() => furnitureOf('xx')).toThrow();
});
