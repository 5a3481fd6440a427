import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { expect, test } from 'vitest';
import { hasPlainBreaks, lineBreaksIn, type LineBreak } from '../../../src/typeset/line-breaks.ts';
import { keptSpaces } from '../../../src/typeset/no-break.ts';

/** What the library says, but for spaces that the language keeps. */
function asked(text: string): readonly LineBreak[] {
  const kept = keptSpaces(text, 'en');
  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    if (!kept.has(found.position)) breaks.push({ position: found.position, required: found.required ?? false });
  }
  return breaks;
}

const letters = Array.from({ length: 0x24f - 0xc0 + 1 }, (_, index) => String.fromCharCode(0xc0 + index));
const unit = fc.oneof(fc.constantFrom(...Array.from('AZabzno09.,’')), fc.constantFrom(...letters));
const word = fc.string({ unit, minLength: 1, maxLength: 8 }).map((rest) => `a${rest}`.slice(rest.length % 2));

test('plain text has the breaks that the library finds', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.boolean(), (words, isOpen) => {
      const text = words.join(' ') + (isOpen ? ' ' : '');
      if (!hasPlainBreaks(text)) return;
      plain += 1;
      expect(lineBreaksIn(text, 'en')).toEqual(asked(text));
    }),
    { numRuns: 4000, seed: 20251201 },
  );
  expect(plain).toBeGreaterThan(1000);
});

test.each([
  'well-known',
  'a/b',
  'a (b)',
  'a – b',
  'a  b',
  ' a',
  'a ,b',
  'a\nb',
  'a\u00a0b',
  'مدينة',
  '漢字',
  'a 漢',
  '',
])('the breaks of %j have to be asked for', (text) => {
  expect(hasPlainBreaks(text)).toBe(false);
});

test('words are taken apart in one way: a long one takes no longer for each letter', () => {
  expect(hasPlainBreaks(`${'a'.repeat(50_000)}-`)).toBe(false);
});
