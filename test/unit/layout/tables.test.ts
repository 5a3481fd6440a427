import { describe, expect, test } from 'vitest';
import type { Page, PagedLetter } from '../../../src/model/page.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import type { Block, Inline, Table } from '../../../src/model/tree.ts';
import { aLetter, aNote, bulleted, item, numbered, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { withoutSpace } from '../../support/describe-any-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { notesOnPages } from '../../support/printed-notes.ts';
import { letterWords } from '../../support/product-languages.ts';
import { elementsOf, linesIn, spokenWords, textOfLine } from '../../support/read-pages.ts';
import { typesetWith } from '../../support/typeset-with.ts';

/** The width of a character, in points. */
const CHARACTER = 6;
const { leftMargin, measure, space, breakLength, naskhScale } = fixedStylesheet;

function pagesOf(...body: readonly Block[]): PagedLetter {
  return valueDespiteWarnings(typesetWith(aLetter({ body }), fixedStylesheet, fixedShaper));
}

function faultsOf(...body: readonly Block[]): readonly string[] {
  const { diagnostics } = typesetWith(aLetter({ body }), fixedStylesheet, fixedShaper);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => plainMessage(message));
}

/** The left and right ends of the lines of cells of a page, from the left margin, by their words. */
function extents(page: Page | undefined): Readonly<Record<string, readonly [number, number]>> {
  const lines = page === undefined ? [] : linesOfPage(page).filter(({ style }) => style.startsWith('table'));
  return Object.fromEntries(
    lines.map((line) => {
      const visible = line.fragments.filter(({ glyphs }) => glyphs.some((glyph) => glyph.text.trim() !== ''));
      const from = Math.min(...visible.map(({ x }) => x)) - leftMargin;
      const to = Math.max(...visible.map(({ x, width }) => x + width)) - leftMargin;
      return [textOfLine(line).trim(), [Math.round(from), Math.round(to)]] as const;
    }),
  );
}

/** Rows with a number and so many words. */
const rowsOf = (count: number, words = 3): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => [`row-${index + 1}`, 'word '.repeat(words).trim()]);
const long = (count: number, words?: number): Table =>
  table([null, null], ['Number', 'Words'], ...rowsOf(count, words));

describe('the columns of a table', () => {
  test('are as wide as their longest cells, and aligned as written', () => {
    const { pages } = pagesOf(table([null, 'right', 'center'], ['aa', 'bbbb', 'cccc'], ['aaaa', 'b', 'cc']));
    const [second, third] = [4 * CHARACTER + space.betweenColumns, 8 * CHARACTER + 2 * space.betweenColumns];
    expect(extents(pages[0])).toEqual({
      aa: [0, 12],
      bbbb: [second, second + 24],
      cccc: [third, third + 24],
      aaaa: [0, 24],
      b: [second + 18, second + 24],
      cc: [third + 6, third + 18],
    });
  });

  test('keep short cells on one line if a long one has several', () => {
    const { pages } = pagesOf(
      table([null, null, null], ['a b', 'c', 'd e'], ['a b c', 'word '.repeat(40).trim(), 'd']),
    );
    const found = Object.keys(extents(pages[0]));
    expect(found).toEqual(expect.arrayContaining(['a b', 'a b c', 'd e']));
    expect(linesIn(pages[0], 'table').length).toBeGreaterThan(4);
  });

  test('are never so narrow that a word is divided, if there is room', () => {
    const words = ['x'.repeat(20), 'y'.repeat(20), 'z'.repeat(17)];
    const { pages } = pagesOf(
      table(
        [null, null, null],
        words,
        words.map((word) => `${word} ${'word '.repeat(9)}${word}`),
      ),
    );
    expect(Object.keys(extents(pages[0]))).toEqual(expect.arrayContaining(words));
  });

  test('that have no room for their longest words are a fault with the millimetres', () => {
    const words = ['x'.repeat(30), 'y'.repeat(40)];
    const excess = (70 * CHARACTER + space.betweenColumns - measure) / (72 / 25.4);
    expect(faultsOf(table([null, null], ['a', 'b'], words))).toEqual([
      expect.stringMatching(`^the table that begins with a is ${Math.ceil(excess * 10) / 10} mm too wide for the page`),
    ]);
  });

  test('have the room of a demand in a demand', () => {
    const rows = ['x'.repeat(30), 'y'.repeat(30)];
    expect(faultsOf(numbered(item(paragraph('Do:'), table([null, null], ['a', 'b'], rows))))).toHaveLength(1);
    expect(faultsOf(paragraph('Do:'), table([null, null], ['a', 'b'], rows))).toEqual([]);
  });

  test('are mirrored in a letter in Arabic', () => {
    const letter = aLetter({ language: 'ar', body: [table([null, 'right'], ['ا', 'بببب'], ['اا', 'ب'])] });
    const { pages } = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
    const found = extents(pages[0]);
    expect(found['اا']?.[1]).toBe(measure);
    expect(found['ا']?.[1]).toBe(measure);
    expect(found['بببب']?.[1]).toBe(Math.round(measure - 12 * naskhScale - space.betweenColumns));
    expect(found['ب']?.[0]).toBe(found['بببب']?.[0]);
  });
});

describe('a table on several pages', () => {
  test.each([20, 50, 120])('of %i rows has its head on each page, once in the structure', (count) => {
    const { pages, structure, ...rest } = pagesOf(paragraph('Words.'), long(count));
    const withRows = pages.filter((page) => linesIn(page, 'table').length > 0);
    expect(withRows.length).toBeGreaterThan(count / 60);
    for (const page of withRows) expect(linesIn(page, 'table-head')).toEqual(['Number', 'Words']);
    expect(withRows.flatMap((page) => linesIn(page, 'table').filter((words) => words.startsWith('row-')))).toEqual(
      rowsOf(count).map(([number]) => number),
    );
    const letter = aLetter({ body: [paragraph('Words.'), long(count)] });
    expect(withoutSpace(spokenWords({ pages, structure, ...rest }))).toBe(withoutSpace(letterWords(letter)));
  });

  test('has no page on which only the head or one of several rows is', () => {
    for (let lines = 1; lines < 45; lines += 1) {
      const before = Array.from({ length: lines }, () => paragraph('word'));
      const { pages } = pagesOf(...before, long(8), ...before);
      const counts = pages.map((page) => linesIn(page, 'table').filter((words) => words.startsWith('row-')).length);
      expect(counts.filter((count) => count > 0).every((count) => count > 1)).toBe(true);
      expect(counts.reduce((sum, count) => sum + count)).toBe(8);
    }
  });

  test('never has a row divided, nor is it divided from the paragraph that introduces it', () => {
    for (let lines = 1; lines < 45; lines += 1) {
      const before = Array.from({ length: lines }, () => paragraph('word'));
      const { pages } = pagesOf(...before, paragraph('introduction'), long(6, 40));
      for (const page of pages) {
        const words = linesIn(page, 'table')
          .join(' ')
          .split(' ')
          .filter((word) => word === 'word');
        expect(words.length % 40).toBe(0);
        expect(linesIn(page, 'body').at(-1) === 'introduction' && words.length === 0).toBe(false);
      }
    }
  });

  test('with a row that is taller than a page is a fault', () => {
    expect(faultsOf(long(3, 900))).toEqual(
      Array.from({ length: 3 }, (_, index) =>
        expect.stringMatching(`^the row of a table that begins with row-${index + 1} is too tall for a page`),
      ),
    );
  });
});

describe('the notes of a table', () => {
  const mark = (number: number): Inline => ({ type: 'footnoteReference', identifier: String(number) });
  const marked = table(
    [null, null],
    ['Number', [text('Words'), mark(1)]],
    ...rowsOf(60).map((row, index) => (index === 50 ? [[text('row-51'), mark(2)], 'word'] : row)),
  );
  const letter = aLetter({ body: [marked], notes: [aNote(1, 'First.'), { ...aNote(2, 'Second.'), source: 'two' }] });

  test('are on the pages of the first head and of the row', () => {
    const paged = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
    const pageOf = (words: string): number => paged.pages.findIndex((page) => linesIn(page, 'table').includes(words));
    const notePages = ['First.', 'Second.'].map((words) =>
      paged.pages.findIndex((page) => linesIn(page, 'note').some((line) => line.includes(words))),
    );
    expect(notePages).toEqual([pageOf('row-1'), pageOf('row-512')]);
    expect(notePages[1]).toBeGreaterThan(0);
    expect(elementsOf(paged.structure, 'Note')).toHaveLength(2);
    const heads = paged.pages.map((page) => linesIn(page, 'table-head')).filter((words) => words.length > 0);
    expect(heads).toEqual([['Number', 'Words1'], ...heads.slice(1).map(() => ['Number', 'Words'])]);
    expect(heads.length).toBeGreaterThan(1);
    expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(letter, notesOnPages(letter, paged))));
  });
});

test('the structure of a table has a head and a body, rows and cells', () => {
  const { structure } = pagesOf(table([null, null], ['A', 'B'], ['1', [strong('2')]], ['3', '4']));
  const [found] = elementsOf(structure, 'Table');
  const rolesIn = (element: typeof found): unknown =>
    element?.children.flatMap((child) => (child.kind === 'element' ? [[child.role, rolesIn(child)]] : []));
  const row = (role: string, second: unknown = []): unknown => [
    'TR',
    [
      [role, []],
      [role, second],
    ],
  ];
  expect(rolesIn(found)).toEqual([
    ['THead', [row('TH')]],
    ['TBody', [row('TD', [['Strong', []]]), row('TD')]],
  ]);
});

describe('a thematic break', () => {
  const rule: Block = { type: 'thematicBreak' };

  test('is a short rule line in the middle of the measure, and no part of the structure', () => {
    const { pages, structure } = pagesOf(paragraph('One.'), rule, paragraph('Two.'));
    const lines = pages[0]?.rules.filter(({ area }) => area.width === breakLength) ?? [];
    expect(lines.map(({ area }) => area.x - leftMargin)).toEqual([(measure - breakLength) / 2]);
    expect(elementsOf(structure, 'P').length).toBe(
      elementsOf(pagesOf(paragraph('One.'), paragraph('Two.')).structure, 'P').length,
    );
  });

  test('ends no page, with or without a heading above it', () => {
    const heading: Block = { type: 'heading', depth: 2, children: [text('Heading')] };
    for (let lines = 1; lines < 45; lines += 1) {
      const before = Array.from({ length: lines }, () => paragraph('word'));
      const { pages } = pagesOf(...before, heading, rule, paragraph('after'), ...before);
      const page = pages.find(({ rules }) => rules.some(({ area }) => area.width === breakLength));
      expect(linesIn(page, 'heading-2')).toEqual(['Heading']);
      expect(linesIn(page, 'body')).toContain('after');
    }
  });

  test('never begins a page', () => {
    for (let lines = 1; lines < 45; lines += 1) {
      const before = Array.from({ length: lines }, () => bulleted(item(paragraph('word'))));
      const { pages } = pagesOf(...before, rule, paragraph('after'));
      const page = pages.find(({ rules }) => rules.some(({ area }) => area.width === breakLength));
      expect(linesIn(page, 'body').some((words) => words.includes('word'))).toBe(true);
    }
  });
});
