import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustmentOf, SHRINK } from '../../../src/layout/paragraph/line-demerits.ts';
import { fitLines, type FitBox, type FitOptions } from '../../../src/layout/paragraph/total-fit.ts';
import { aWord } from '../../support/fit-boxes.ts';

const ragged: FitOptions = {
  measure: () => 10,
  raggedZone: 5,
  minLastLineWidth: 0,
  minLastWordWidth: 0,
  minLoneWordWidth: 0,
  maxExpansion: 0,
};
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

test('a justified line has its letters narrower or wider too, within their limit', () => {
  const parts = [aWord(2), aWord(2), aWord(2), aWord(2.1)];
  expect(fitLines(parts, justified).lineEnds).not.toEqual([4]);
  expect(fitLines(parts, { ...justified, maxExpansion: 0.02 }).lineEnds).toEqual([4]);
  expect(fitLines([...parts.slice(0, 3), aWord(2.2)], { ...justified, maxExpansion: 0.02 }).lineEnds).not.toEqual([4]);
});

test('what the room of a line is divided into fills it: white space and letters give in proportion, then white space alone', () => {
  // White space of 20 points, and letters of 300, which give 10 and 6 points at adjustment ratio 1.
  expect(adjustmentOf(8, 20, 300, 0.02)).toEqual({ stretch: 0.25, expansion: 0.01 });
  expect(adjustmentOf(26, 20, 300, 0.02)).toEqual({ stretch: 1, expansion: 0.02 });
  const { stretch, expansion } = adjustmentOf(-(20 / 3 + 6), 20, 300, 0.02);
  expect([stretch, expansion]).toEqual([expect.closeTo(-SHRINK), expect.closeTo(-0.02)]);
  expect(adjustmentOf(3, 0, 300, 0.02)).toEqual({ stretch: 0, expansion: 0.01 });
  expect(adjustmentOf(-8, 20, 300, 0)).toEqual({ stretch: -SHRINK, expansion: 0 });
});

test('a justified line of one word has nothing to stretch, however its place was summed up', () => {
  const fit: FitOptions = { ...justified, measure: () => 384, minLoneWordWidth: 256 };
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

test('a last line of one word is left only if no other breaks are possible, be the others bad', () => {
  const parts = [4, 4, 9].map((width) => aWord(width));
  const twoWords: FitOptions = { ...ragged, measure: () => 14, minLastWordWidth: Infinity };
  expect(fitLines(parts, { ...twoWords, minLastWordWidth: 9 }).lineEnds).toEqual([2, 3]);
  expect(fitLines(parts, twoWords).lineEnds).toEqual([1, 3]);
  expect(fitLines([aWord(9), aWord(9)], twoWords).lineEnds).toEqual([1, 2]);
});

test('a line before a forced break is a last line too', () => {
  const parts = [3, 2, 3, 1, 5].map((width, index) => aWord(width, { breakRequired: index === 3 }));
  expect(fitLines(parts, { ...ragged, minLastLineWidth: 2 }).lineEnds).toEqual([2, 4, 5]);
});

test('what hangs in the margins is not counted', () => {
  const hanging = [aWord(5, { hangAtStart: 0.5 }), aWord(5, { hangAtEnd: 0.5 }), aWord(5)];
  expect(fitLines(hanging, ragged).lineEnds).toEqual([2, 3]);
  expect(fitLines([aWord(5, { hangAtStart: 0.4 }), ...hanging.slice(1)], ragged).lineEnds).toEqual([1, 2, 3]);
  // Inside of a line nothing hangs.
  const inside = [aWord(5, { hangAtEnd: 1 }), aWord(5, { hangAtStart: 1 })];
  expect(fitLines(inside, ragged).lineEnds).toEqual([1, 2]);
});

/** A word with what may follow it: an ordinary space, or no break but a no-break space inside. */
const anyWord = fc.record({ width: fc.integer({ min: 1, max: 9 }), isPair: fc.boolean() });
const anyParagraph = fc
  .array(anyWord, { minLength: 1, maxLength: 9 })
  .map((words) => words.map(({ width, isPair }) => aWord(width, { innerStretchable: isPair ? 0.5 : 0 })));

/** All line ends of boxes whose lines fit in a measure of 10 points, by trying every set of breaks. */
function everyFit(boxes: readonly FitBox[], shrink: number): readonly (readonly number[])[] {
  const fits: (readonly number[])[] = [];
  for (let breaks = 0; breaks < 2 ** (boxes.length - 1); breaks += 1) {
    const lineEnds = boxes
      .map((_, index) => index + 1)
      .filter((end) => end === boxes.length || (breaks >> (end - 1)) & 1);
    const isPossible = linesOf(boxes, lineEnds).every(({ width, stretchable }) => width - stretchable * shrink <= 10);
    if (isPossible) fits.push(lineEnds);
  }
  return fits;
}

function linesOf(
  boxes: readonly FitBox[],
  lineEnds: readonly number[],
): readonly { readonly width: number; readonly stretchable: number }[] {
  return lineEnds.map((end, index) => {
    const line = boxes.slice(lineEnds[index - 1] ?? 0, end);
    const gaps = line.length - 1;
    return {
      width: line.reduce((sum, { width }) => sum + width, gaps),
      stretchable: line.reduce((sum, { innerStretchable }) => sum + innerStretchable, gaps),
    };
  });
}

test.each([ragged, justified])('a word is alone on a line only if no other breaks are possible (%#)', (options) => {
  const minLoneWordWidth = 20 / 3;
  const loneWords = (boxes: readonly FitBox[], lineEnds: readonly number[]): number =>
    linesOf(boxes, lineEnds)
      .slice(0, -1)
      .filter(({ width, stretchable }) => stretchable === 0 && width < minLoneWordWidth).length;
  let withLoneWords = 0;
  fc.assert(
    fc.property(anyParagraph, (boxes) => {
      const { lineEnds } = fitLines(boxes, { ...options, minLoneWordWidth });
      const fewest = Math.min(
        ...everyFit(boxes, options === justified ? SHRINK : 0).map((ends) => loneWords(boxes, ends)),
      );
      if (fewest === 0) expect(loneWords(boxes, lineEnds)).toBe(0);
      else withLoneWords += 1;
    }),
    { numRuns: 500, seed: 20251201 },
  );
  expect(withLoneWords).toBeGreaterThan(20);
});

test('the last line is one word only if no other breaks are possible without a lone word', () => {
  const options: FitOptions = { ...ragged, minLastWordWidth: Infinity };
  fc.assert(
    fc.property(anyParagraph, (boxes) => {
      const isOneWord = (lineEnds: readonly number[]): boolean =>
        lineEnds.length > 1 && linesOf(boxes, lineEnds).at(-1)?.stretchable === 0;
      const isAvoidable = everyFit(boxes, 0).some((lineEnds) => !isOneWord(lineEnds));
      expect(isOneWord(fitLines(boxes, options).lineEnds)).toBe(!isAvoidable);
    }),
    { numRuns: 500, seed: 20251201 },
  );
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
