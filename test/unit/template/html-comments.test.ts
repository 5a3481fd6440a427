import { expect, test } from 'vitest';
import { replaceComments } from '../../../src/template/html-comments.ts';

test.each([
  ['a<!-- b -->c<!---->d', 'acd'],
  ['<!-- a\nb -->', ''],
  ['a <!-- b', 'a <!-- b'],
  ['a --> b', 'a --> b'],
  ['<!-->', '<!-->'],
])('%j without its comments is %j', (text, expected) => {
  expect(replaceComments(text, () => '')).toBe(expected);
});

test('the replacement of a comment can keep its length', () => {
  expect(replaceComments('a<!-- b -->c', (comment) => ' '.repeat(comment.length))).toBe('a          c');
});

test('handles a hundred thousand unclosed comments in linear time', () => {
  const cpuBefore = process.cpuUsage().user;
  expect(replaceComments('<!--'.repeat(100_000), () => '')).toHaveLength(400_000);
  expect(replaceComments(`${'<!---->'.repeat(100_000)}x`, () => '')).toBe('x');
  // In microseconds. A regular expression takes seconds for the first text, and does not finish the second.
  expect(process.cpuUsage().user - cpuBefore).toBeLessThan(1_000_000);
});
