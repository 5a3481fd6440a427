import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLines, SHRINK, type FitOptions, type FitBox } from '../../../src/layout/paragraph/total-fit.ts';

/** A word and a space of one point. */
function aWord(width: number, changes: Partial<FitBox> = {}): FitBox {
  return {
    width,
    spaceAfter: 1,
    innerStretchable: 0,
    spaceStretchable: 1,
    hyphenWidth: undefined,
    penalty: 0,
    breakRequired: false,
    ...changes,
  };
}

const ragged: FitOptions = { measure: () => 10, raggedZone: 5, minLastLineWidth: 0 };
const justified: FitOptions = { ...ragged, raggedZone: 'justified' };

test('the lines are best together, not each in turn', () => {
  // In turn: 1 2 3 / 4 / 9; the second would be short by six.
  expect(
    fitLines(
      [2, 2, 3, 4, 9].map((width) => aWord(width)),
      ragged,
    ).lineEnds,
  ).toEqual([2, 4, 5]);
});

test('a line ends where it has to', () => {
  expect(fitLines([aWord(2, { breakRequired: true }), aWord(2), aWord(2)], ragged).lineEnds).toEqual([1, 3]);
});

test('the first line may be longer than the others', () => {
  const fit: FitOptions = { ...ragged, measure: (line) => (line === 0 ? 10 : 6) };
  expect(
    fitLines(
      [4, 5, 2, 3, 5].map((width) => aWord(width)),
      fit,
    ).lineEnds,
  ).toEqual([2, 4, 5]);
});

test('the space at the end of a line is not counted', () => {
  expect(fitLines([aWord(4), aWord(5), aWord(1)], ragged).lineEnds).toEqual([2, 3]);
});

test('a hyphen at the end of a line is counted', () => {
  const divided = { spaceAfter: 0, spaceStretchable: 0, hyphenWidth: 1 };
  expect(fitLines([aWord(5), aWord(4, divided), aWord(3)], ragged).lineEnds).toEqual([1, 3]);
  expect(fitLines([aWord(5), aWord(3, divided), aWord(3)], ragged).lineEnds).toEqual([2, 3]);
});

test('a justified line may shrink by a third of its white space, and no more', () => {
  const parts = [aWord(2), aWord(2), aWord(2), aWord(1.9)];
  expect(fitLines(parts, justified).lineEnds).toEqual([4]);
  expect(fitLines([...parts.slice(0, 3), aWord(2.2)], justified).lineEnds).not.toEqual([4]);
  expect(SHRINK).toBeCloseTo(1 / 3);
});

test('a justified line of one word has nothing to stretch, however its place was summed up', () => {
  const fit: FitOptions = { measure: () => 384, raggedZone: 'justified', minLastLineWidth: 30 };
  const endsWith = (space: number): readonly number[] =>
    fitLines(
      [38, 256, 90, 370].map((width) => aWord(width, { spaceAfter: space, spaceStretchable: space })),
      fit,
    ).lineEnds;
  // The sums of 2.73 leave less than nothing between its ends.
  expect(endsWith(2.73)).toEqual([2, 3, 4]);
  expect(endsWith(2.75)).toEqual([2, 3, 4]);
});

test('a last line is not left too short if another way is good', () => {
  const parts = [3, 2, 3, 1].map((width) => aWord(width));
  expect(fitLines(parts, ragged).lineEnds).toEqual([3, 4]);
  expect(fitLines(parts, { ...ragged, minLastLineWidth: 2 }).lineEnds).toEqual([2, 4]);
});

test('no more than two lines in a row end with a hyphen', () => {
  const words = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), {
    minLength: 20,
    maxLength: 60,
  });
  let hyphens = 0;
  fc.assert(
    fc.property(words, fc.constantFrom(ragged, justified), (lengths, fit) => {
      const parts = lengths.flatMap((word) =>
        word.map((width, index) =>
          index === word.length - 1
            ? aWord(width)
            : aWord(width, { spaceAfter: 0, spaceStretchable: 0, hyphenWidth: 1, penalty: 5 }),
        ),
      );
      const { lineEnds } = fitLines(parts, fit);
      expect(lineEnds.at(-1)).toBe(parts.length);
      let inARow = 0;
      for (const end of lineEnds.slice(0, -1)) {
        inARow = parts[end - 1]?.hyphenWidth === undefined ? 0 : inARow + 1;
        hyphens += inARow > 0 ? 1 : 0;
        expect(inARow).toBeLessThan(3);
      }
    }),
    { numRuns: 200, seed: 20251201 },
  );
  expect(hyphens).toBeGreaterThan(500);
});
