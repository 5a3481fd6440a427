import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/model/letter-words.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Line, Page, PagedLetter, StructureChild, StructureElement } from '../../../src/model/page.ts';
import { typeset } from '../../../src/typeset/typeset.ts';
import { aLetter, paragraph, text } from '../../support/a-letter.ts';
import { anyLetter } from '../../support/any-letter.ts';
import { FIXED_SIZE, fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueOf } from '../../support/outcomes.ts';
import { elementsOf, linesIn, spokenWords, textOfLine } from '../../support/read-pages.ts';

function setLetter(letter: Letter): PagedLetter {
  return valueOf(typeset(letter, fixedStylesheet, fixedShaper));
}

/** Holds for any letter; and letters of more than one page were among them. */
function forAnyLetter(check: (paged: PagedLetter, letter: Letter) => void): void {
  let pages = 0;
  fc.assert(
    fc.property(anyLetter(), (letter) => {
      const paged = setLetter(letter);
      pages = Math.max(pages, paged.pages.length);
      check(paged, letter);
    }),
    { numRuns: 100, seed: 20251201, interruptAfterTimeLimit: 20_000 },
  );
  expect(pages).toBeGreaterThan(3);
}

/** A body of so many lines of one word each. */
function bodyOf(lines: number): Letter['body'] {
  return Array.from({ length: lines }, (_, index) => paragraph(`line-${index + 1}`));
}

describe('any letter', () => {
  test('has every word once and in order, in its structure', () => {
    forAnyLetter((paged, letter) => {
      expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(wordsOf(letter)));
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
      for (const { from, to } of pages.flatMap(({ lines }) => lines.map(extentOf))) {
        expect(from).toBeGreaterThan(left - 0.01);
        expect(to).toBeLessThan(left + measure + 0.01);
      }
    });
  });

  test('has no line over another or over the foot of the page', () => {
    forAnyLetter(({ pages }) => {
      for (const { lines } of pages) {
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
      const lines = pages.flatMap((page) => page.lines);
      const crowded = lines.filter(({ fragments }) =>
        fragments.some(({ x, width }, index) => x + width > (fragments[index + 1]?.x ?? Infinity) + 0.01),
      );
      expect(crowded.map(textOfLine)).toEqual([]);
    });
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
      const others = new Set(signed[0]?.lines.map(({ style }) => style));
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
      for (const page of pages) expect(page.lines.filter(isOfText).at(-1)?.style).not.toBe('heading-2');
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
    expect(pages.map(({ lines }) => lines[0]?.contents[0])).toEqual([0, 'artifact']);
    expect(structure.children[0]).toEqual({
      kind: 'element',
      role: 'P',
      children: [{ kind: 'content', page: 0, content: 0 }],
    });
  });
});

describe('faults', () => {
  const codes = (letter: Letter): readonly string[] =>
    typeset(letter, fixedStylesheet, fixedShaper).diagnostics.map(({ code }) => code);

  test('a note that no page has room for', () => {
    const content = [text('word '.repeat(2000).trim())];
    const body = [paragraph('Words', { type: 'footnoteReference', identifier: '1' })];
    expect(codes(aLetter({ body, notes: [{ number: 1, content }] }))).toEqual(['page/does-not-fit']);
  });

  test.each([
    [4, true],
    [5, false],
    [10, false],
  ])('quotations nested %i deep: %s', (depth, ok) => {
    let block: Letter['body'][number] = paragraph('words');
    for (let level = 0; level < depth; level += 1) block = { type: 'blockquote', children: [block] };
    const outcome = typeset(aLetter({ body: [block] }), fixedStylesheet, fixedShaper);
    expect([outcome.ok, outcome.diagnostics.map(({ code }) => code)]).toEqual([ok, ok ? [] : ['page/does-not-fit']]);
  });

  test('signatures that no page has room for', () => {
    const signatures = Array.from({ length: 60 }, () => ({ organisation: 'One' }));
    expect(codes(aLetter({ signatures }))).toEqual(['page/does-not-fit']);
  });
});

function withoutSpace(words: string): string {
  return words.replaceAll(/[ \n]/g, '');
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

function isOfText({ style }: Page['lines'][number]): boolean {
  return style !== 'folio' && style !== 'note';
}
