import { expect, test } from 'vitest';
import { anyOf, literalPattern } from '../../../src/model/literal-pattern.ts';

test('a literal pattern matches the characters of a text as they are', () => {
  const text = String.raw`^$\.*+?()[]{}|/ n° é`;
  expect(text).toMatch(new RegExp(`^${literalPattern(text)}$`, 'u'));
  expect('artx').not.toMatch(new RegExp(`^${literalPattern('art.')}$`, 'u'));
});

test('a pattern for any of some texts matches each of them, and nothing else', () => {
  const pattern = new RegExp(`^(?:${anyOf(['p.', 'pp.', 'a|b'])})$`, 'u');
  expect(['p.', 'pp.', 'a|b', 'pp', 'a', ''].filter((text) => pattern.test(text))).toEqual(['p.', 'pp.', 'a|b']);
});

test('a pattern for any of no texts matches nothing', () => {
  expect('').not.toMatch(new RegExp(anyOf([]), 'u'));
  expect('text').not.toMatch(new RegExp(anyOf([]), 'u'));
});
