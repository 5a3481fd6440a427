import { describe, expect, test } from 'vitest';
import { letterWords } from '../../../src/languages/letter-words.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Inline } from '../../../src/model/tree.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aLetter, paragraph, text, type LetterChanges } from '../../support/a-letter.ts';
import { isOfText, withoutSpace } from '../../support/describe-any-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { linesIn, spokenWords } from '../../support/read-pages.ts';

function setLetter(letter: Letter): PagedLetter {
  return valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
}

/** A body of so many lines of one word each. */
function bodyOf(lines: number): Letter['body'] {
  return Array.from({ length: lines }, (_, index) => paragraph(`line-${index + 1}`));
}

describe('pages', () => {
  test('take as many lines as there is room for', () => {
    const { pages } = setLetter(aLetter({ body: [paragraph('word '.repeat(2000).trim())] }));
    const { textTop, textBottom, styles } = fixedStylesheet;
    expect(linesIn(pages[1], 'body')).toHaveLength(Math.floor((textBottom - textTop) / styles.body.leading));
  });

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'after %i lines: the signatures have two lines of the body with them, a heading has what it announces',
    (lines) => {
      const heading = { type: 'heading', depth: 2, children: [text('Heading')] } as const;
      const body = [...bodyOf(lines), heading, paragraph('word '.repeat(30).trim())];
      const { pages } = setLetter(aLetter({ body }));
      const signed = pages.find((page) => linesIn(page, 'signature').length > 0);
      expect(linesIn(signed, 'body').length).toBeGreaterThanOrEqual(2);
      for (const page of pages) expect(linesOfPage(page).filter(isOfText).at(-1)?.style).not.toBe('heading-2');
    },
  );

  test('never end between words that introduce a list and the list', () => {
    const items = ['one', 'two'].map((word) => ({ type: 'listItem', children: [paragraph(word)] }) as const);
    const list = { type: 'list', ordered: true, start: 1, children: items } as const;
    for (let lines = 1; lines < 40; lines += 1) {
      const { pages } = setLetter(
        aLetter({ body: [...bodyOf(lines), paragraph('introduction:'), list, ...bodyOf(9)] }),
      );
      const ends = pages.map((page) => linesIn(page, 'body').at(-1));
      expect(ends.length).toBeGreaterThan(0);
      expect(ends).not.toContain('introduction:');
    }
  });

  test('have two lines of the body with the signatures, even where they are paragraphs', () => {
    for (let lines = 2; lines < 60; lines += 1) {
      const { pages } = setLetter(aLetter({ body: bodyOf(lines) }));
      const signed = pages.find((page) => linesIn(page, 'signature').length > 0);
      expect(linesIn(signed, 'body').length).toBeGreaterThanOrEqual(2);
    }
  });

  test('have no widow and no orphan', () => {
    for (let lines = 1; lines < 40; lines += 1) {
      const { pages } = setLetter(
        aLetter({ body: [...bodyOf(lines), paragraph('long-word '.repeat(30).trim()), ...bodyOf(30)] }),
      );
      const long = pages.map((page) => linesIn(page, 'body').filter((words) => words.startsWith('long-word')).length);
      expect(long).not.toContain(1);
      expect(long.reduce((sum, count) => sum + count, 0)).toBe(5);
    }
  });

  test('are numbered from the second on', () => {
    const { pages } = setLetter(aLetter({ body: bodyOf(60) }));
    expect(pages.map((page) => linesIn(page, 'folio'))).toEqual([[], ['Page 2 of 3'], ['Page 3 of 3']]);
  });

  test('say from the second on who is written to, and when', () => {
    const { pages } = setLetter(aLetter({ body: bodyOf(40) }));
    expect(pages.map((page) => linesIn(page, 'running-head'))).toEqual([
      [],
      ['Minister of Foreign Affairs', '1 December 2025'],
    ]);
  });

  test('cut an addressee short that has no room beside the date', () => {
    const { pages } = setLetter(aLetter({ body: bodyOf(40), insideAddress: ['The Minister '.repeat(9).trim()] }));
    expect(linesIn(pages[1], 'running-head')[0]).toBe('The Minister The Minister The Minister The…');
  });

  test('begin with the notice as words of the letter; later it is furniture', () => {
    const { pages, structure } = setLetter(aLetter({ body: bodyOf(40) }));
    expect(pages.map((page) => linesOfPage(page)[0]?.contents[0]?.contentId)).toEqual([0, 'artifact']);
    expect(structure.children[0]).toEqual({
      kind: 'element',
      role: 'P',
      children: [{ kind: 'content', page: 0, content: 0 }],
    });
  });
});

describe('notes', () => {
  const mark = (number: number): Inline => ({ type: 'footnoteReference', identifier: String(number) });
  const noteOf = (number: number, words: number): Letter['notes'][number] => {
    return {
      number,
      content: [text(Array.from({ length: words }, (_, index) => `note${number}word${index}`).join(' '))],
    };
  };
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

  test('stay whole where the page can be ended a few lines sooner', () => {
    for (let lines = 20; lines < 40; lines += 1) {
      const body = [...bodyOf(lines), paragraph('marked', mark(1)), ...bodyOf(30)];
      const begun = begunOn(setLetter(aLetter({ body, notes: [noteOf(1, 40)] })));
      expect(begun.join('')).toBe('1');
    }
  });

  test('that are many all begin on the pages of their marks, in order', () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
    const body = numbers.map((number) => paragraph('some words of text '.repeat(6), mark(number)));
    const paged = setLetter(aLetter({ body, notes: numbers.map((number) => noteOf(number, 30)) }));
    expect(begunOn(paged).join('').replaceAll('…', '')).toBe(numbers.join(''));
    expect(paged.pages.length).toBeGreaterThan(8);
  });

  test('that fill a page leave none of it to the text, and none are lost', () => {
    const marks = [1, 2, 3, 4, 5].map(mark);
    const notes = [1, 2, 3, 4, 5].map((number) => noteOf(number, 300));
    const paged = setLetter(aLetter({ body: [paragraph('Words', ...marks)], notes }));
    expect(begunOn(paged).join('').replaceAll('…', '')).toBe('12345');
  });
});

describe('letters that are hard to set', () => {
  test.each<[string, LetterChanges]>([
    ['a word of 300 characters', { body: [paragraph(`a ${'x'.repeat(300)} b`)] }],
    ['an address of 40 lines', { insideAddress: Array.from({ length: 40 }, (_, index) => `Line ${index}`) }],
    ['twenty pages', { body: Array.from({ length: 240 }, () => paragraph('word '.repeat(40).trim())) }],
    [
      'ten signatories',
      { signatures: Array.from({ length: 10 }, (_, index) => ({ organisation: `Sender ${index}` })) },
    ],
    ['a subject of five lines', { subject: [text('subject '.repeat(40).trim())] }],
  ])('come out whole and in order: %s', (_, changes) => {
    const letter = aLetter(changes);
    const paged = setLetter(letter);
    expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(letter)));
    expect(paged.pages.filter((page) => linesIn(page, 'signature').length > 0)).toHaveLength(1);
  });
});

describe('faults', () => {
  const codes = (letter: Letter): readonly string[] =>
    typesetWith(letter, fixedStylesheet, fixedShaper).diagnostics.map(({ code }) => code);

  test.each([
    [4, true],
    [5, false],
    [10, false],
  ])('quotations nested %i deep: %s', (depth, ok) => {
    let block: Letter['body'][number] = paragraph('words');
    for (let level = 0; level < depth; level += 1) block = { type: 'blockquote', children: [block] };
    const outcome = typesetWith(aLetter({ body: [block] }), fixedStylesheet, fixedShaper);
    expect([outcome.ok, outcome.diagnostics.map(({ code }) => code)]).toEqual([ok, ok ? [] : ['page/does-not-fit']]);
  });

  test('signatures that no page has room for', () => {
    const signatures = Array.from({ length: 60 }, () => ({ organisation: 'One' }));
    expect(codes(aLetter({ signatures }))).toEqual(['page/does-not-fit']);
  });
});
