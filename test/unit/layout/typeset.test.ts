import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterWords } from '../../../src/languages/letter-words.ts';
import { linesOn } from '../../../src/model/page-lines.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Inline } from '../../../src/model/tree.ts';
import type { Line, PagedLetter, StructureChild, StructureElement } from '../../../src/model/page.ts';
import { openHyphenation } from '../../../src/layout/paragraph/hyphenation.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aLetter, paragraph, text, type LetterChanges } from '../../support/a-letter.ts';
import { anyLetter } from '../../support/any-letter.ts';
import { FIXED_SIZE, fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueOf } from '../../support/outcomes.ts';
import { elementsOf, linesIn, spokenWords, textOfLine } from '../../support/read-pages.ts';

function setLetter(letter: Letter): PagedLetter {
  return valueOf(typesetWith(letter, fixedStylesheet, fixedShaper));
}

const SEED = 20251201;
const hyphenate = await openHyphenation('en');

interface Sample {
  readonly letter: Letter;
  readonly paged: PagedLetter;
}

/** Letters of all kinds, ragged and justified, set once. */
const SAMPLES: readonly Sample[] = fc.sample(anyLetter(), { numRuns: 120, seed: SEED }).map((letter, index) => {
  const stylesheet = { ...fixedStylesheet, justified: index % 2 === 1 };
  const outcome = typesetWith(letter, { ...stylesheet, loosest: Infinity }, fixedShaper, hyphenate);
  return { letter, paged: valueOf(outcome) };
});

/** Holds for any letter; says which one it does not hold for. */
function forAnyLetter(check: (paged: PagedLetter, letter: Letter) => void): void {
  expect(Math.max(...SAMPLES.map(({ paged }) => paged.pages.length))).toBeGreaterThan(3);
  for (const [index, { paged, letter }] of SAMPLES.entries()) {
    try {
      check(paged, letter);
    } catch (error) {
      throw new Error(`letter ${index} of seed ${SEED}: ${String(error)}`, { cause: error });
    }
  }
}

/** A body of so many lines of one word each. */
function bodyOf(lines: number): Letter['body'] {
  return Array.from({ length: lines }, (_, index) => paragraph(`line-${index + 1}`));
}

describe('any letter', () => {
  test('has every word once and in order, in its structure', () => {
    forAnyLetter((paged, letter) => {
      expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(letter)));
    });
  });

  test('has every tagged piece of its pages in its structure, once', () => {
    forAnyLetter(({ pages, structure }) => {
      const pieces = pages.flatMap(({ contents }, page) => contents.map((_, content) => `${page} ${content}`));
      expect(contentsIn(structure).toSorted()).toEqual(pieces.toSorted());
    });
  });

  test('has no line beyond the measure', () => {
    const { left, measure } = fixedStylesheet;
    forAnyLetter(({ pages }) => {
      for (const { from, to } of pages.flatMap((page) => linesOn(page).map(extentOf))) {
        expect(from).toBeGreaterThan(left - 0.01);
        expect(to).toBeLessThan(left + measure + 0.01);
      }
    });
  });

  test('has no line over another or over the foot of the page', () => {
    forAnyLetter(({ pages }) => {
      for (const lines of pages.map(linesOn)) {
        expect(lines.filter(({ style, baseline }) => style !== 'folio' && baseline > fixedStylesheet.bottom)).toEqual(
          [],
        );
        const hidden = lines.filter((line, index) => lines.slice(index + 1).some((other) => overlap(line, other)));
        expect(hidden.map(textOfLine)).toEqual([]);
      }
    });
  });

  test('has no word over another', () => {
    forAnyLetter(({ pages }) => {
      const lines = pages.flatMap(linesOn);
      const crowded = lines.filter(({ fragments }) =>
        fragments.some(({ x, width }, index) => x + width > (fragments[index + 1]?.x ?? Infinity) + 0.01),
      );
      expect(crowded.map(textOfLine)).toEqual([]);
    });
  });

  test('has no widow and no orphan, in its notes neither', () => {
    let divided = 0;
    forAnyLetter(({ pages, structure }) => {
      for (const paragraph of ['P', 'H1', 'H2', 'H3'].flatMap((role) => elementsOf(structure, role))) {
        const lines = linesOnPages(paragraph, pages);
        if (lines.length < 2) continue;
        divided += 1;
        expect(Math.min(...lines)).toBeGreaterThan(1);
      }
    });
    expect(divided).toBeGreaterThan(60);
  });

  test('has no page that ends with a heading, unless nothing else stands on it', () => {
    forAnyLetter(({ pages }) => {
      for (const page of pages) {
        const styles = linesOn(page)
          .filter(isOfText)
          .map(({ style }) => style);
        if (!/^heading|^subject/.test(styles.at(-1) ?? '')) continue;
        expect(styles.filter((style) => ['body', 'quotation'].includes(style))).toEqual([]);
      }
    });
  });

  test('has at most two hyphens in a row, and none at the end of a page', () => {
    let hyphens = 0;
    forAnyLetter(({ pages }) => {
      for (const lines of pages.map(linesOn)) {
        const text = lines.filter(({ style }) => ['body', 'quotation', 'note'].includes(style));
        const divided = text.map((line) => /[-\u00ad]\s*$/.test(textOfLine(line)));
        hyphens += divided.filter(Boolean).length;
        expect(divided.map(Number).join('')).not.toContain('111');
        const [body, notes] = [
          text.filter(({ style }) => style !== 'note'),
          text.filter(({ style }) => style === 'note'),
        ];
        for (const part of [body, notes]) expect(textOfLine(part.at(-1) ?? { ...NO_LINE })).not.toMatch(/\u00ad$/);
      }
    });
    expect(hyphens).toBeGreaterThan(50);
  });

  test('has its notice on every page', () => {
    forAnyLetter(({ pages }, { notice }) => {
      for (const page of pages)
        expect(linesIn(page, 'notice').join('').replaceAll(' ', '')).toBe((notice ?? '').replaceAll(' ', ''));
    });
  });

  test('has each note on the page of its first mark', () => {
    forAnyLetter(({ pages, structure }) => {
      const seen = new Set<string>();
      for (const [page, { links }] of pages.entries()) {
        for (const { destination, description } of links) {
          if (destination.kind !== 'place' || seen.has(description)) continue;
          seen.add(description);
          expect(destination.page).toBe(page);
        }
      }
      expect(elementsOf(structure, 'Note')).toHaveLength(5);
    });
  });

  test('has its close and words of its body on the page of its signatures', () => {
    forAnyLetter(({ pages }, { signatures }) => {
      const signed = pages.filter((page) => linesIn(page, 'signature').length > 0);
      expect(signed).toHaveLength(1);
      expect(linesIn(signed[0], 'signature').length).toBeGreaterThanOrEqual(signatures.length);
      expect(linesIn(signed[0], 'close')).not.toEqual([]);
      const others = new Set(
        signed
          .slice(0, 1)
          .flatMap(linesOn)
          .map(({ style }) => style),
      );
      expect(['body', 'heading-2', 'heading-3', 'quotation'].some((style) => others.has(style))).toBe(true);
    });
  });
});

describe('pages', () => {
  test('take as many lines as there is room for', () => {
    const { pages } = setLetter(aLetter({ body: [paragraph('word '.repeat(2000).trim())] }));
    const { top, bottom, styles } = fixedStylesheet;
    expect(linesIn(pages[1], 'body')).toHaveLength(Math.floor((bottom - top) / styles.body.leading));
  });

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'after %i lines: the signatures have two lines of the body with them, a heading has what it announces',
    (lines) => {
      const heading = { type: 'heading', depth: 2, children: [text('Heading')] } as const;
      const body = [...bodyOf(lines), heading, paragraph('word '.repeat(30).trim())];
      const { pages } = setLetter(aLetter({ body }));
      const signed = pages.find((page) => linesIn(page, 'signature').length > 0);
      expect(linesIn(signed, 'body').length).toBeGreaterThanOrEqual(2);
      for (const page of pages) expect(linesOn(page).filter(isOfText).at(-1)?.style).not.toBe('heading-2');
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
    expect(pages.map((page) => linesOn(page)[0]?.contents[0]?.contentId)).toEqual([0, 'artifact']);
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

function withoutSpace(words: string): string {
  return words.replaceAll(/[ \n\u00ad]/g, '');
}

const NO_LINE: Line = { baseline: 0, style: 'body', fragments: [], contents: [] };

/** How many lines of an element stand on each page that has any. */
function linesOnPages(element: StructureElement, pages: PagedLetter['pages']): readonly number[] {
  const own = new Set(contentsIn(element));
  return pages
    .map((sheet, page) =>
      linesOn(sheet).filter(({ contents }) => contents.some(({ contentId: content }) => own.has(`${page} ${content}`))),
    )
    .map((lines) => lines.length)
    .filter((count) => count > 0);
}

function contentsIn(element: StructureElement): readonly string[] {
  return element.children.flatMap((child: StructureChild) => {
    if (child.kind === 'element') return contentsIn(child);
    return child.kind === 'content' ? [`${child.page} ${child.content}`] : [];
  });
}

/** Where a line's ink begins and ends. */
function extentOf({ fragments }: Line): { readonly from: number; readonly to: number } {
  const inked = fragments.filter(({ glyphs }) => glyphs.some((glyph) => glyph.text.trim() !== ''));
  return { from: Math.min(...inked.map(({ x }) => x)), to: Math.max(...inked.map(({ x, width }) => x + width)) };
}

function overlap(a: Line, b: Line): boolean {
  if (Math.abs(a.baseline - b.baseline) >= FIXED_SIZE) return false;
  const [one, other] = [extentOf(a), extentOf(b)];
  return one.from < other.to && other.from < one.to;
}

function isOfText({ style }: Line): boolean {
  return style !== 'folio' && style !== 'note';
}
