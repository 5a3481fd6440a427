import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/commands/diff/diff-texts.ts';

const inShort = (before: string, after: string): string =>
  align(Array.from(before), Array.from(after))
    .map((stretch) =>
      stretch.kind === 'same' ? stretch.items.join('') : `(${stretch.before.join('')}>${stretch.after.join('')})`,
    )
    .join('');

describe('two sequences beside each other', () => {
  test.each([
    ['', '', ''],
    ['abc', 'abc', 'abc'],
    ['abc', '', '(abc>)'],
    ['', 'abc', '(>abc)'],
    ['abcd', 'axyd', 'a(bc>xy)d'],
    ['abc', 'xbz', '(a>x)b(c>z)'],
    ['aa', 'aaa', 'aa(>a)'],
  ])('%j and %j: %j', (before, after, expected) => {
    expect(inShort(before, after)).toBe(expected);
  });

  test('hold all of both, in order, whatever they are', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const stretches = align(before, after);
        const side = (of: 'before' | 'after'): readonly string[] =>
          stretches.flatMap((stretch) => (stretch.kind === 'same' ? stretch.items : stretch[of]));
        expect([side('before'), side('after')]).toEqual([before, after]);
        expect(stretches.every((stretch, index) => index === 0 || stretch.kind !== stretches[index - 1]?.kind)).toBe(
          true,
        );
      }),
    );
  });
});
