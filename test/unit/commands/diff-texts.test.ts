import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/commands/diff/diff-texts.ts';

const formatHunks = (before: string, after: string): string =>
  align(Array.from(before), Array.from(after))
    .map((hunk) => (hunk.kind === 'same' ? hunk.items.join('') : `(${hunk.before.join('')}>${hunk.after.join('')})`))
    .join('');

describe('the alignment of two sequences', () => {
  test.each([
    ['', '', ''],
    ['abc', 'abc', 'abc'],
    ['abc', '', '(abc>)'],
    ['', 'abc', '(>abc)'],
    ['abcd', 'axyd', 'a(bc>xy)d'],
    ['abc', 'xbz', '(a>x)b(c>z)'],
    ['aa', 'aaa', 'aa(>a)'],
  ])('of %j and %j is %j', (before, after, expected) => {
    expect(formatHunks(before, after)).toBe(expected);
  });

  test('keeps all items of both in order, for any sequences', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const hunks = align(before, after);
        const side = (key: 'before' | 'after'): readonly string[] =>
          hunks.flatMap((hunk) => (hunk.kind === 'same' ? hunk.items : hunk[key]));
        expect([side('before'), side('after')]).toEqual([before, after]);
        expect(hunks.every((hunk, index) => index === 0 || hunk.kind !== hunks[index - 1]?.kind)).toBe(true);
      }),
    );
  });
});
