import { describe, expect, test } from 'vitest';
import { hangAtEnd, hangAtStart } from '../../../src/layout/paragraph/hanging.ts';
import type { ShapedRun } from '../../../src/layout/paragraph/segments.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import { aLetter, aNote, item, numbered, paragraph, type LetterChanges } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aTextRun } from '../../support/a-text-run.ts';

/** A word in a size of 10 points, each of whose glyphs is 6 points wide. */
function aRun(text: string, changes: Partial<ShapedRun> = {}): ShapedRun {
  const run = aTextRun(text);
  const glyphs = Array.from(text, (character) => ({ id: 1, text: character, advance: 600, dx: 0, dy: 0 }));
  return { run, face: 'serif', size: 10, isSpace: false, level: 0, glyphs, width: 6 * glyphs.length, ...changes };
}

describe('at the end of a line hang', () => {
  test.each([
    ['word.', 4.2],
    ['word,', 3],
    ['word-', 3],
    ['word\u00AD', 3],
    ['word”', 3],
    ['word»', 1.8],
    ['word;', 1.8],
    ['word—', 1.2],
    ['word', 0],
    ['word)', 0],
    ['', 0],
  ])('%s: %d points', (text, expected) => {
    expect(hangAtEnd([aRun('a'), aRun(text)], 'ltr')).toBeCloseTo(expected);
  });

  test.each([
    ['كلمة.', 4.2],
    ['كلمة،', 2.4],
    ['كلمة', 0],
  ])('in a right-to-left paragraph %s: %d points', (text, expected) => {
    expect(hangAtEnd([aRun(text, { level: 1 })], 'rtl')).toBeCloseTo(expected);
  });
});

test.each([
  ['“word', 3],
  ['«word', 1.8],
  ['’tis', 3],
  ['-word', 0],
  ['(word', 0],
])('at the start of a line hang %s: %d points', (text, expected) => {
  expect(hangAtStart([aRun(text), aRun('.')], 'ltr')).toBeCloseTo(expected);
});

test('a mark that is not at the edge of the line does not hang: in words of the other direction', () => {
  expect(hangAtEnd([aRun('word.')], 'rtl')).toBe(0);
  expect(hangAtStart([aRun('“word', { level: 2 })], 'rtl')).toBe(0);
  expect(hangAtEnd([aRun('كلمة.', { level: 1 })], 'ltr')).toBe(0);
});

test('the mark of a note does not hang, whatever is in it', () => {
  const mark = aRun('.');
  expect(hangAtEnd([{ ...mark, run: { ...mark.run, note: 1 } }], 'ltr')).toBe(0);
});

/** The left and the right edges of the lines of a style, from the edges of the measure; positive if in the margin. */
function edgesOf(changes: LetterChanges, style: string, justified = true): readonly (readonly number[])[] {
  const outcome = typesetWith(aLetter(changes), { ...fixedStylesheet, justified }, fixedShaper);
  const { leftMargin, measure } = fixedStylesheet;
  return valueDespiteWarnings(outcome).pages.flatMap((page) =>
    linesOfPage(page)
      .filter((line) => line.style === style)
      .map(({ fragments }) => {
        const inked = fragments.filter(({ glyphs }) => glyphs.some(({ text }) => text.trim() !== ''));
        const left = Math.min(...inked.map(({ x }) => x));
        const right = Math.max(...inked.map(({ x, width }) => x + width));
        return [leftMargin - left, right - leftMargin - measure].map((edge) => Math.round(edge * 100) / 100);
      }),
  );
}

describe('justified lines', () => {
  // Room for 64 characters: the first line ends with the full stop.
  const sentence = `“${'words '.repeat(10)}so.`;
  const body = [paragraph(`${sentence} ${'words '.repeat(5)}end`)];

  test('reach into both margins with their marks', () => {
    const [first, last] = edgesOf({ body }, 'body');
    expect(first).toEqual([3, 4.2]);
    expect(last?.[0]).toBe(0);
  });

  test('do so on the other sides in a right-to-left letter', () => {
    // Naskh is set larger: there is room for 55 characters.
    const arabic = `«${'كلمات '.repeat(8)}كلما. ${'كلمات '.repeat(5)}كلمة`;
    const size = fixedStylesheet.naskhScale;
    const [first] = edgesOf({ language: 'ar', body: [paragraph(arabic)] }, 'body');
    expect(first?.[1]).toBeCloseTo(1.8 * size);
    expect(first?.[0]).toBeCloseTo(4.2 * size);
  });

  test('reach out of the column of an item and of a quotation', () => {
    const words = `“${'words '.repeat(8)}so, ${'a_long_word '.repeat(7)}end`;
    const [label, first] = edgesOf({ body: [numbered(item(paragraph(`“words ${words.slice(1)}`)))] }, 'body');
    expect(label?.[0]).toBe(0);
    expect(first).toEqual([3 - fixedStylesheet.indent.list, 3]);
    const [quoted] = edgesOf({ body: [{ type: 'blockquote', children: [paragraph(words)] }] }, 'quotation');
    expect(quoted?.[0]).toBe(3 - fixedStylesheet.indent.quotation);
  });

  test('ragged lines, the close and notes have straight edges, and notes are ragged', () => {
    expect(edgesOf({ body }, 'body', false)[0]?.[0]).toBe(0);
    expect(edgesOf({ close: `“${'words '.repeat(14)}end.` }, 'close').every(([left]) => left === 0)).toBe(true);
    const notes = [aNote(1, `“${'words '.repeat(18)}end.`)];
    const marked = [paragraph('Text', { type: 'footnoteReference', identifier: '1' })];
    const noteEdges = edgesOf({ body: marked, notes }, 'note');
    expect(noteEdges.length).toBeGreaterThan(1);
    for (const [, right] of noteEdges) expect(right).toBeLessThan(0);
  });
});
