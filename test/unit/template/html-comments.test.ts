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

test('what replaces a comment can keep its length', () => {
  expect(replaceComments('a<!-- b -->c', (comment) => ' '.repeat(comment.length))).toBe('a          c');
});

test('a hundred thousand comments that are never closed are looked at once each', () => {
  const before = process.cpuUsage().user;
  expect(replaceComments('<!--'.repeat(100_000), () => '')).toHaveLength(400_000);
  expect(replaceComments(`${'<!---->'.repeat(100_000)}x`, () => '')).toBe('x');
  // Microseconds; a pattern takes seconds for the first, and for ever for the second.
  expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
});
