import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/tree.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import { aLetter, item, numbered, paragraph, text } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { elementsOf } from '../../support/read-pages.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';

const heading: Block = { type: 'heading', depth: 2, children: [text('Argument')] };
const list = numbered(item(paragraph('One.')), item(paragraph('Two.')));
const demands: Block = list.type === 'list' ? { ...list, isDemands: true } : list;

function pagesOf(body: readonly Block[], language: string = 'en'): PagedLetter {
  return valueDespiteWarnings(typesetWith(aLetter({ body, language }), fixedStylesheet, fixedShaper));
}

/** The bookmarks after that of the subject. */
function bookmarks({ bookmarks: [, ...others] }: PagedLetter): readonly unknown[] {
  return others.map(({ title, level }) => [title, level]);
}

/** The roles of the children of each section with a list of numbers. */
function sections({ structure }: PagedLetter): readonly unknown[] {
  return elementsOf(structure, 'Sect')
    .map(({ children }) => children.flatMap((child) => (child.kind === 'element' ? [child.role] : [])))
    .filter((roles) => roles.includes('L'));
}

test('the demands are a section with what introduces them, and have a bookmark', () => {
  const pages = pagesOf([heading, paragraph('Because.'), paragraph('We ask you:'), demands, paragraph('Thank you.')]);
  expect(bookmarks(pages)).toEqual([
    ['Argument', 2],
    ['Demands', 2],
  ]);
  expect(sections(pages)).toEqual([['P', 'L']]);
  const lines = pages.pages[0]?.zones.flatMap((zone) => zone.lines) ?? [];
  const wordsAt = (y: number | undefined): string =>
    lines
      .filter(({ baseline }) => y !== undefined && baseline > y)
      .slice(0, 1)
      .flatMap(({ fragments }) => fragments.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)))
      .join('');
  expect(wordsAt(pages.bookmarks.at(-1)?.y)).toBe('We ask you:');
});

test('the bookmark of the demands is in the language of the letter', () => {
  expect(bookmarks(pagesOf([paragraph('Nous demandons :'), demands], 'fr'))).toEqual([['Demandes', 2]]);
});

test('without a paragraph above, the list alone is the section', () => {
  const table: Block = { type: 'thematicBreak' };
  expect(sections(pagesOf([paragraph('One.'), table, demands]))).toEqual([['L']]);
  expect(sections(pagesOf([demands]))).toEqual([['L']]);
});

test('a heading of the demands takes the place of the section and the bookmark', () => {
  for (const body of [
    [heading, demands],
    [heading, paragraph('We ask you:'), demands],
  ]) {
    const pages = pagesOf(body);
    expect(bookmarks(pages)).toEqual([['Argument', 2]]);
    expect(sections(pages)).toEqual([]);
  }
});

test('another list has neither', () => {
  const pages = pagesOf([paragraph('One.'), list]);
  expect(bookmarks(pages)).toEqual([]);
  expect(sections(pages)).toEqual([]);
});
