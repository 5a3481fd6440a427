import { describe, expect, test } from 'vitest';
import type { Letter, Note } from '../../src/model/letter.ts';
import { type Inline } from '../../src/model/tree.ts';
import type { PagedLetter } from '../../src/model/page.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { aLetter, aNote, paragraph } from '../support/a-letter.ts';
import { withoutSpace } from '../support/describe-any-letter.ts';
import { fixedShaper, fixedStylesheet } from '../support/fixed-shaper.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { linesIn, spokenWords } from '../support/read-pages.ts';

function setLetter(letter: Letter): PagedLetter {
  return valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
}

/** A body of so many lines of one word each. */
function bodyOf(lines: number): Letter['body'] {
  return Array.from({ length: lines }, (_, index) => paragraph(`line-${index + 1}`));
}

describe('pages', () => {
  test('have two lines of the body with the signatures, even where they are paragraphs', () => {
    for (let lines = 2; lines < 60; lines += 1) {
      const { pages } = setLetter(aLetter({ body: bodyOf(lines) }));
      const signed = pages.find((page) => linesIn(page, 'signature').length > 0);
      expect(linesIn(signed, 'body').length).toBeGreaterThanOrEqual(2);
    }
  });

  test('end within a long list of copies only between two of them, and leave none alone', () => {
    const copies = Array.from(
      { length: 21 },
      (_, index) => `Copy ${index + 1} ${'word '.repeat(index % 4 === 3 ? 45 : 1)}`,
    );
    let dividedCount = 0;
    for (let lines = 1; lines < 40; lines += 1) {
      const { pages } = setLetter(aLetter({ body: bodyOf(lines), copies }));
      const onPages = pages.map((page) => linesIn(page, 'closing')).filter((all) => all.length > 0);
      if (onPages.length > 1) dividedCount += 1;
      for (const [first = '', ...others] of onPages) {
        expect(first).toMatch(/^Copy/);
        expect(others.length).toBeGreaterThan(0);
      }
    }
    expect(dividedCount).toBeGreaterThan(9);
  });
});

describe('notes', () => {
  const mark = (number: number): Inline => ({ type: 'footnoteReference', identifier: String(number) });
  const noteOf = (number: number, words: number): Note =>
    aNote(number, Array.from({ length: words }, (_, index) => `note${number}word${index}`).join(' '));
  /** The notes on each page: the first word of each that begins there, and dots for one that goes on. */
  const begunOn = ({ pages }: PagedLetter): readonly string[] =>
    pages.map((page) =>
      linesIn(page, 'note')
        .map((line, index) => (/^\d+ /.test(line) ? line.split(' ')[0] : index === 0 ? '…' : ''))
        .join(''),
    );

  test('too long for their page are continued on the next ones, under a rule as long as the lines', () => {
    const body = [paragraph('Words', mark(1), ' ', 'and more '.repeat(900).trim())];
    const paged = setLetter(aLetter({ body, notes: [noteOf(1, 1500)] }));
    expect(begunOn(paged).slice(0, 3)).toEqual(['1', '…', '…']);
    expect(paged.pages[1]?.rules.at(-1)?.area.width).toBe(fixedStylesheet.measure);
    expect(withoutSpace(spokenWords(paged))).toContain('note1word1498note1word1499');
    for (const page of paged.pages.slice(0, 3)) expect(linesIn(page, 'body').length).toBeGreaterThan(8);
  });
});

describe('the form of a note', () => {
  const mark = (number: number): Inline => ({ type: 'footnoteReference', identifier: String(number) });
  /** Notes of sources, which are named by letters; the full form has so many words more. */
  const notesOf = (sources: string, extraWords = 0): readonly Note[] =>
    Array.from(sources, (source, index): Note => {
      const number = index + 1;
      const shortName = { type: 'text', value: source.toUpperCase() } as const;
      const content = paragraph(`Full ${source}, art. ${number}.${' word'.repeat(extraWords)}`).children;
      return { number, source, content, shortName, pinpoint: `art. ${number}` };
    });
  /** The beginnings of the notes on each page. */
  const formsOn = ({ pages }: PagedLetter): readonly (readonly string[])[] =>
    pages.map((page) => {
      const lines = linesIn(page, 'note').join('\n');
      return Array.from(
        lines.matchAll(/^(\d+) \n(Full \w, art\. \d+|\w, as note \d+, art\. \d+)/gmu),
        ([, number, words]) => `${number} ${words}`,
      );
    });
  const page = 'words '.repeat(800).trim();

  test('is full on a page on which a note of the source is only continued', () => {
    const body = [paragraph('One', mark(1)), paragraph(`${'words '.repeat(500)}two`, mark(2), ` ${page}`)];
    const paged = setLetter(aLetter({ body, notes: notesOf('aa', 600) }));
    expect(formsOn(paged).filter((forms) => forms.length > 0)).toEqual([['1 Full a, art. 1'], ['2 Full a, art. 2']]);
    expect(paged.pages[1]?.rules.at(-1)?.area.width).toBe(fixedStylesheet.measure);
  });
});
