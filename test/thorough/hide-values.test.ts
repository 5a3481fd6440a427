import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROFILE, inPublic } from '../support/public-difference.ts';

test('no value, earlier or new, is shown, in whatever words and wherever in the line', () => {
  const words = fc.array(fc.constantFrom('we', 'turn', 'to', 'you', 'as', 'the', 'of'), { maxLength: 5 });
  const value = fc.array(fc.constantFrom('Kim', 'Ríos', 'Łoś', 'Nguyễn', 'O’Neil', 'van'), {
    minLength: 1,
    maxLength: 4,
  });
  const line = (before: readonly string[], middle: readonly string[], after: readonly string[]): string =>
    [...before, ...middle, ...after].join(' ');
  fc.assert(
    fc.property(words, words, words, words, value, value, (a, b, c, d, old, current) => {
      const text = PROFILE.replace('Aline van den Berg', current.join(' '));
      const shown = JSON.stringify(inPublic(line(a, old, b), line(c, current, d), text));
      expect(shown).not.toMatch(/Kim|Ríos|Łoś|Nguyễn|Neil|van/u);
    }),
    { numRuns: 600, seed: 20251201 },
  );
});
