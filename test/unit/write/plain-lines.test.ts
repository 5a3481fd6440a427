import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { plainParagraph } from '../../../src/write/plain-lines.ts';

/** Mostly characters that a plain line may have, in the orders that would mean something. */
const line = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...Array.from(' aBé1.,;:()/-–’“ ')), weight: 9 },
      fc.constantFrom(...Array.from('*_&<[]~`!#+=\\')),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((characters) => characters.join(''));

function byLibrary(lines: readonly string[]): string {
  const children = lines.flatMap((value, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' } as const]),
    { type: 'text', value },
  ]);
  return toMarkdown({ type: 'root', children: [{ type: 'paragraph', children }] });
}

test('plain lines are written as the library writes them', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const written = plainParagraph(lines);
      if (written === undefined) return;
      plain += 1;
      expect(written).toBe(byLibrary(lines));
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test.each([
  ['1. Square'],
  ['- a'],
  ['two  spaces'],
  ['end '],
  ['R&D'],
  ['a*b'],
  ['https://example.org/_a'],
  ['# a'],
  [''],
])('whether %j is plain is left to the library', (text) => {
  expect(plainParagraph([text])).toBeUndefined();
});

test.each([['H.E. the Head of the Department'], ['67 Old Market'], ['2597 AK The Hague'], ['Oude Waalsdorperweg 10']])(
  '%j is plain',
  (text) => {
    expect(plainParagraph([text])).toBe(`${text}\n`);
  },
);
