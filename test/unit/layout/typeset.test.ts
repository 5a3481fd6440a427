import { describe, expect, test } from 'vitest';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import type { Letter, Note } from '../../../src/model/letter.ts';
import { createTextNode, type Inline } from '../../../src/model/tree.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import { createLayoutContext } from '../../../src/layout/layout-context.ts';
import { noHyphenation } from '../../../src/layout/paragraph/hyphenation.ts';
import { typeset } from '../../../src/layout/typeset.ts';
import { internLetter } from '../../../src/model/intern-letter.ts';
import { createValues } from '../../../src/model/values.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aLetter, aNote, item, numbered, paragraph, text, type LetterChanges } from '../../support/a-letter.ts';
import { isOfText, withoutSpace } from '../../support/describe-any-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { notesOnPages } from '../../support/printed-notes.ts';
import { elementsOf, linesIn, spokenWords } from '../../support/read-pages.ts';
import { letterWords } from '../../support/product-languages.ts';
import { conventionsOf } from '../../support/product-languages.ts';

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

  /** The lines of the running head of a letter whose addressee has these forms. */
  const headOf = (...forms: readonly string[]): readonly string[] => {
    const { pages } = setLetter(aLetter({ body: bodyOf(40), runningHeadForms: forms.map(createTextNode) }));
    return linesIn(pages[1], 'running-head');
  };

  test('name the addressee in the first form that needs at most two lines', () => {
    const [short, two, three] = [2, 6, 12].map((count) => 'The Minister '.repeat(count).trim()) as [
      string,
      string,
      string,
    ];
    expect(headOf(short, 'Anna')).toEqual([short, '1 December 2025']);
    const lines = headOf(two, 'Anna');
    expect([
      lines.length,
      lines
        .slice(0, 2)
        .map((line) => line.trim())
        .join(' '),
    ]).toEqual([3, two]);
    expect(headOf(three, 'Anna')).toEqual(['Anna', '1 December 2025']);
  });

  test('divide an addressee between two lines of about equal length, and never within a word', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
    for (let count = 2; count < 15; count += 1) {
      const lines = headOf(words(count)).slice(0, -1);
      expect(lines.join('').replace(/\s+/gu, ' ').trim()).toBe(words(count));
      const [first = '', second] = lines.map((line) => line.trim().length);
      if (second !== undefined) expect(Math.abs(Number(first) - second)).toBeLessThan(13);
    }
    const long = 'x'.repeat(40);
    expect(headOf(`${long} of ${words(3)}`).slice(0, 2)).toEqual([`${long} `, `of ${words(3)}`]);
  });

  test('begin the text below an addressee of two lines', () => {
    const topOfText = (form: string): number => {
      const { pages } = setLetter(aLetter({ body: bodyOf(40), runningHeadForms: [createTextNode(form)] }));
      return Math.min(
        ...(pages[1] === undefined ? [] : linesOfPage(pages[1])).flatMap(({ style, baseline }) =>
          style === 'body' ? [baseline] : [],
        ),
      );
    };
    const { leading } = fixedStylesheet.styles['running-head'];
    expect(topOfText('The Minister '.repeat(6).trim())).toBeGreaterThan(topOfText('The Minister'));
    expect(topOfText('The Minister '.repeat(6).trim()) - topOfText('The Minister')).toBeLessThanOrEqual(leading);
  });

  test('cut an addressee short that has no room beside the date', () => {
    const lines = headOf('The Minister '.repeat(12).trim());
    expect(lines.slice(0, 2)).toEqual([
      'The Minister The Minister The Minister The ',
      'Minister The Minister The Minister The…',
    ]);
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
  const noteOf = (number: number, words: number): Note =>
    aNote(number, Array.from({ length: words }, (_, index) => `note${number}word${index}`).join(' '));
  /** The notes on each page: the first word of each that begins there, and dots for one that goes on. */
  const begunOn = ({ pages }: PagedLetter): readonly string[] =>
    pages.map((page) =>
      linesIn(page, 'note')
        .map((line, index) => (/^\d+ /.test(line) ? line.split(' ')[0] : index === 0 ? '…' : ''))
        .join(''),
    );

  test('stay whole where the page can be ended a few lines sooner, without a page more', () => {
    for (let lines = 20; lines < 40; lines += 1) {
      const body = [...bodyOf(lines), paragraph('marked', mark(1)), ...bodyOf(30)];
      const begun = begunOn(setLetter(aLetter({ body, notes: [noteOf(1, 40)] })));
      expect(begun.length === 2 ? ['1', '1…'] : ['1']).toContain(begun.join(''));
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

  test('is full for the first of a source on a page, and names that one for the others', () => {
    const body = [
      paragraph('One', mark(1), ' two', mark(2), ' three', mark(3)),
      paragraph(page),
      paragraph('Four', mark(4), ' five', mark(5), ' six', mark(6)),
    ];
    expect(formsOn(setLetter(aLetter({ body, notes: notesOf('abaaba') })))).toEqual([
      ['1 Full a, art. 1', '2 Full b, art. 2', '3 A, as note 1, art. 3'],
      [],
      ['4 Full a, art. 4', '5 Full b, art. 5', '6 A, as note 4, art. 6'],
    ]);
  });

  test('is decided by the page wherever the page ends', () => {
    for (let lines = 20; lines < 45; lines += 1) {
      const body = [paragraph('One', mark(1)), ...bodyOf(lines), paragraph('Two', mark(2)), ...bodyOf(12)];
      const forms = formsOn(setLetter(aLetter({ body, notes: notesOf('aa', 30) }))).filter((page) => page.length > 0);
      expect([
        [['1 Full a, art. 1', '2 A, as note 1, art. 2']],
        [['1 Full a, art. 1'], ['2 Full a, art. 2']],
      ]).toContainEqual(forms);
    }
  });

  test('is that of the page on which the note begins, if it has no room on the page of its mark', () => {
    const body = [paragraph('Words', ...[1, 2, 3, 4, 5].map(mark))];
    const letter = aLetter({ body, notes: notesOf('abaac', 330) });
    const paged = setLetter(letter);
    expect(formsOn(paged).filter((forms) => forms.length > 0)).toEqual([
      ['1 Full a, art. 1', '2 Full b, art. 2'],
      ['3 Full a, art. 3', '4 A, as note 3, art. 4', '5 Full c, art. 5'],
    ]);
    expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(letter, notesOnPages(letter, paged))));
  });

  test('is chosen for marks in the subject, a heading, a list and a quotation', () => {
    const heading = { type: 'heading', depth: 2, children: [text('Heading'), mark(2)] } as const;
    const quotation = { type: 'blockquote', children: [paragraph('Quoted', mark(4))] } as const;
    const body = [heading, numbered(item(paragraph('Item', mark(3)))), quotation];
    const paged = setLetter(aLetter({ subject: [text('Subject'), mark(1)], body, notes: notesOf('aaaa') }));
    expect(formsOn(paged)).toEqual([
      ['1 Full a, art. 1', '2 A, as note 1, art. 2', '3 A, as note 1, art. 3', '4 A, as note 1, art. 4'],
    ]);
  });

  test('depends on the pages of each letter, if equal notes of several letters are set once', () => {
    const values = createValues();
    const context = createLayoutContext({
      language: 'en',
      conventions: conventionsOf('en'),
      stylesheet: fixedStylesheet,
      shaper: fixedShaper,
      hyphenate: noHyphenation,
      values,
    });
    const marked = [paragraph('One', mark(1)), paragraph('Two', mark(2))];
    const bodies = [marked, marked.toSpliced(1, 0, paragraph(page)), [paragraph('Two')]];
    for (let times = 0; times < 3; times += 1) {
      const outcomes = bodies.map((body) => {
        return typeset(internLetter(aLetter({ body, notes: notesOf('aa') }), values), context);
      });
      expect(outcomes.map((outcome) => formsOn(valueDespiteWarnings(outcome)).flat())).toEqual([
        ['1 Full a, art. 1', '2 A, as note 1, art. 2'],
        ['1 Full a, art. 1', '2 Full a, art. 2'],
        ['1 Full a, art. 1', '2 A, as note 1, art. 2'],
      ]);
      expect(
        outcomes.map((outcome) =>
          elementsOf(valueDespiteWarnings(outcome).structure, 'Lbl').map(({ children }) => children[0]?.kind),
        ),
      ).toEqual([
        ['element', 'element'],
        ['element', 'element'],
        ['content', 'content'],
      ]);
    }
  });

  test('is what a screen reader says of the link to the note', () => {
    const paged = setLetter(aLetter({ body: [paragraph('One', mark(1), ' two', mark(2))], notes: notesOf('aa') }));
    expect(paged.pages[0]?.links.map(({ description }) => description)).toEqual([
      '1 Full a, art. 1.',
      '2 A, as note 1, art. 2.',
      'Back to the mark of note 1',
      'Back to the mark of note 2',
    ]);
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

  test('a signature that no page has room for', () => {
    const signatures = [{ organisation: 'One organisation '.repeat(200).trim() }];
    expect(codes(aLetter({ signatures }))).toEqual(['page/does-not-fit']);
  });
});
