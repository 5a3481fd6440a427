import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BreakAfter, GalleyNote, Row } from '../../../src/layout/galley.ts';
import { createRow, heightOfRows } from '../../../src/layout/rows.ts';
import { chooseBreaks, SHRINKING_STEPS, type PagesToFill } from '../../../src/layout/pages/choose-breaks.ts';
import { measureGalley } from '../../../src/layout/pages/measured-galley.ts';
import { costOfBreak, costOfPage, costOfShrinking } from '../../../src/layout/pages/page-cost.ts';
import {
  isLetterEnd,
  LETTER_START,
  pageFills,
  startAfter,
  type PageStart,
} from '../../../src/layout/pages/page-fills.ts';
import { paginate, type Pagination } from '../../../src/layout/pages/paginate.ts';
import { heightOfFoot } from '../../../src/layout/pages/stack-page.ts';
import type { Stylesheet } from '../../../src/layout/stylesheet.ts';
import { fixedStylesheet } from '../../support/fixed-shaper.ts';

/** The top of the text on the first page and on the others, in points. */
const TOPS = [30, 20] as const;
/** Pages so low that a few rows fill them. Their spaces give as those of letters do. */
const lowPages: Stylesheet = { ...fixedStylesheet, textBottom: 140, spareDepth: 10 };
const topOfPageText = (pageIndex: number): number => TOPS[pageIndex === 0 ? 0 : 1];

/** A row of a made galley: its height and its natural space above, in points, and the notes whose marks it has. */
interface MadeRow {
  readonly height: number;
  readonly space: number;
  readonly breakAfter: BreakAfter;
  /** The number of lines of each note. */
  readonly noteLines: readonly number[];
  /** Whether the source of the notes is that of all others for which it is true. */
  readonly isSameSource: boolean;
}

interface MadeGalley {
  readonly rows: readonly Row[];
  readonly notes: readonly GalleyNote[];
  readonly leafCount: number;
}

/** A galley of the rows: the short form of a note has one row. */
function galleyOf(madeRows: readonly MadeRow[]): MadeGalley {
  const notes: GalleyNote[] = [];
  const rows = madeRows.map(({ height, space, breakAfter, noteLines, isSameSource }, index): Row => {
    const spaceAbove = { natural: space, least: space * 0.6, most: (space * 4) / 3 };
    const noteNumbers = noteLines.map((lineCount, mark) => {
      const number = notes.length + 1;
      notes.push(noteOf(number, isSameSource ? 'same' : `own-${index}-${mark}`, lineCount));
      return number;
    });
    return createRow({ height, spaceAbove, breakAfter, noteNumbers });
  });
  return { rows, notes, leafCount: 0 };
}

function noteOf(number: number, source: string, lineCount: number): GalleyNote {
  return {
    number,
    source,
    setNote: (fullNote) => {
      const rows = Array.from({ length: fullNote === undefined ? lineCount : 1 }, (_, line) =>
        createRow({ height: 10, excessWidth: number * 100 + line }),
      );
      return { number, content: [], rows, tags: [], leafCount: 0 };
    },
  };
}

const madeRow: fc.Arbitrary<MadeRow> = fc.record({
  height: fc.constantFrom(10, 15, 30),
  space: fc.constantFrom(0, 0, 8, 16),
  breakAfter: fc.constantFrom<BreakAfter>('free', 'free', 'never', 'avoid', 'unwelcome'),
  noteLines: fc.constantFrom([], [], [], [1], [2], [4]),
  isSameSource: fc.boolean(),
});
const madeRows = fc.array(madeRow, { minLength: 1, maxLength: 16 });

/** Rows with notes so long that pages end at the same row with different rows of notes left for the next page. */
const rowsWithLongNotes = fc
  .tuple(madeRow, fc.array(fc.integer({ min: 8, max: 12 }), { maxLength: 2 }))
  .map(([row, noteLines]): MadeRow => ({ ...row, noteLines }));

function pagesToFill({ rows, notes }: MadeGalley): PagesToFill {
  return {
    galley: measureGalley({ rows, notes }),
    availableHeight: (pageIndex, factor) =>
      lowPages.textBottom - Math.min(0, factor) * lowPages.spareDepth - topOfPageText(pageIndex),
    stylesheet: lowPages,
  };
}

/** A letter on pages: their number and their costs. */
interface Tried {
  readonly pageCount: number;
  readonly cost: number;
}

/** Tries every way to divide a galley, whatever it costs, and returns the cheapest; undefined if there is none. */
function tryAll({ galley, availableHeight, stylesheet }: PagesToFill, factor: number): Tried | undefined {
  const cheapestFrom = (start: PageStart, pageIndex: number): Tried | undefined => {
    if (isLetterEnd(start, galley)) return { pageCount: 0, cost: 0 };
    let cheapest: Tried | undefined;
    for (const fill of pageFills(start, availableHeight(pageIndex, factor), factor, galley, stylesheet)) {
      const rest = cheapestFrom(startAfter(fill), pageIndex + 1);
      if (rest === undefined) continue;
      const cost =
        costOfPage(fill, factor, galley, stylesheet.styles.body.leading) + costOfBreak(fill, galley) + rest.cost;
      if (cost < (cheapest?.cost ?? Infinity)) cheapest = { pageCount: rest.pageCount + 1, cost };
    }
    return cheapest;
  };
  const found = cheapestFrom(LETTER_START, 0);
  return found && { ...found, cost: found.cost + costOfShrinking(factor) };
}

const factors = Array.from({ length: SHRINKING_STEPS + 1 }, (_, step) => -step / SHRINKING_STEPS);

describe('page breaks', () => {
  const expectLeastCost = (made: readonly MadeRow[]): void => {
    const pages = pagesToFill(galleyOf(made));
    const costs = factors.map((factor) => tryAll(pages, factor)?.cost ?? Infinity);
    const chosen = chooseBreaks(pages)?.cost ?? Infinity;
    const least = Math.min(...costs);
    if (least === Infinity) expect(chosen).toBe(Infinity);
    else expect(Math.abs(chosen - least) / least).toBeLessThan(1e-9);
  };

  test('cost no more than any others, with any factor of the spaces', () => {
    fc.assert(fc.property(madeRows, expectLeastCost), { numRuns: 60 });
  });

  const row = (noteLines: readonly number[] = [], changes: Partial<MadeRow> = {}): MadeRow => {
    return { height: 10, space: 0, breakAfter: 'free', noteLines, isSameSource: false, ...changes };
  };
  // In each, the cheapest of the ways to a row is not on the cheapest way to the end.
  const manyNotesWait = [
    row(),
    row(),
    row([9, 8], { height: 15, breakAfter: 'avoid' }),
    row([11, 12]),
    row([8], { height: 30, breakAfter: 'avoid' }),
    row([], { space: 16 }),
  ];
  const differentRowsAreContinued = [row(), row([11], { breakAfter: 'avoid' }), row([9, 8]), row()];

  test('cost no more than any others if notes wait or are continued', () => {
    fc.assert(fc.property(fc.array(rowsWithLongNotes, { minLength: 1, maxLength: 12 }), expectLeastCost), {
      numRuns: 60,
      examples: [[manyNotesWait], [differentRowsAreContinued]],
    });
  });

  test('make no page more than natural spaces need', () => {
    fc.assert(
      fc.property(madeRows, (made) => {
        const welcome = made.map((row) =>
          row.breakAfter === 'avoid' ? { ...row, breakAfter: 'never' as const } : row,
        );
        const pages = pagesToFill(galleyOf(welcome));
        const natural = tryAll(pages, 0);
        if (natural !== undefined) expect(chooseBreaks(pages)?.fills.length).toBeLessThanOrEqual(natural.pageCount);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any galley', () => {
  const checkPages = (check: (pagination: Pagination, galley: MadeGalley) => void, numRuns = 300): void => {
    fc.assert(
      fc.property(fc.array(madeRow, { minLength: 1, maxLength: 60 }), (made) => {
        const galley = galleyOf(made);
        check(paginate(galley, topOfPageText, lowPages), galley);
      }),
      { numRuns },
    );
  };

  test('has every row of text and of notes once, in order', () => {
    checkPages(({ pages, notes, tooTallGroups }, { rows, notes: galleyNotes }) => {
      if (tooTallGroups.length > 0) return;
      const heights = (all: readonly Row[]) => all.map(({ height, noteNumbers }) => [height, noteNumbers]);
      expect(heights(pages.flatMap((page) => page.rows))).toEqual(heights(rows));
      expect(notes.map(({ number }) => number)).toEqual(galleyNotes.map(({ number }) => number));
      const printed = pages.flatMap((page) => page.noteRows.map(({ excessWidth }) => excessWidth));
      expect(printed).toEqual(notes.flatMap((note) => note.rows.map(({ excessWidth }) => excessWidth)));
    });
  });

  test('ends no page where a break is forbidden', () => {
    checkPages(({ pages }, { rows: galleyRows }) => {
      let end = 0;
      for (const { rows } of pages) {
        end += rows.length;
        // Only notes can follow the last row.
        if (rows.length > 0 && end < galleyRows.length) expect(rows.at(-1)?.breakAfter).not.toBe('never');
      }
    });
  });

  test('has its notes on the pages of their marks, unless the rows that stay together leave no room', () => {
    checkPages(({ pages }) => {
      for (const { rows, noteRows } of pages) {
        const begun = new Set(noteRows.map(({ excessWidth }) => Math.floor(excessWidth / 100)));
        const hasRoom = rows.slice(0, -1).some(({ breakAfter }) => breakAfter !== 'never');
        if (hasRoom) for (const number of rows.flatMap((row) => row.noteNumbers)) expect(begun).toContain(number);
      }
    });
  });

  test('is as high as its pages, whose spaces give within their bounds', () => {
    checkPages(({ pages }) => {
      for (const [index, { rows, noteRows, spaceFactor, bottom }] of pages.entries()) {
        expect(spaceFactor).toBeGreaterThanOrEqual(-1);
        expect(spaceFactor).toBeLessThanOrEqual(1);
        expect(bottom).toBeLessThanOrEqual(lowPages.textBottom + lowPages.spareDepth);
        const height = heightOfRows(rows, spaceFactor) + heightOfFoot(noteRows, lowPages);
        expect(topOfPageText(index) + height).toBeLessThanOrEqual(bottom + 0.01);
      }
    });
  });

  test('is divided the same way after any other', () => {
    fc.assert(
      fc.property(madeRows, madeRows, (made, other) => {
        const shape = ({ pages }: Pagination) => pages.map(({ rows, spaceFactor }) => [rows.length, spaceFactor]);
        const first = shape(paginate(galleyOf(made), topOfPageText, lowPages));
        paginate(galleyOf(other), topOfPageText, lowPages);
        expect(shape(paginate(galleyOf(made), topOfPageText, lowPages))).toEqual(first);
      }),
    );
  });
});

describe('spaces', () => {
  const line = (changes: Partial<MadeRow> = {}): MadeRow => {
    return { height: 15, space: 0, breakAfter: 'free', noteLines: [], isSameSource: false, ...changes };
  };
  /** Paragraphs of one line, of which the first page has room for seven, less a few points, with natural spaces. */
  const paragraphs = (count: number) => Array.from({ length: count }, () => line({ height: 10, space: 8 }));
  const shapeOf = (made: readonly MadeRow[]) => {
    const { pages } = paginate(galleyOf(made), topOfPageText, lowPages);
    return pages.map(({ rows }) => rows.length);
  };

  test('shrink where a page is saved by it, alike on all pages', () => {
    const made = paragraphs(14);
    const { pages } = paginate(galleyOf(made), topOfPageText, lowPages);
    expect(pages).toHaveLength(2);
    expect(pages.map(({ bottom }) => bottom)).toEqual([pages[0]?.bottom, pages[0]?.bottom]);
    expect(pages.every(({ spaceFactor }) => spaceFactor < 0)).toBe(true);
    const fixed = { ...lowPages, spareDepth: 0 };
    const withFixedSpaces = galleyOf(made).rows.map(({ spaceAbove, ...row }) => {
      return createRow({ ...row, spaceAbove: spaceAbove.natural });
    });
    expect(paginate({ rows: withFixedSpaces, notes: [], leafCount: 0 }, topOfPageText, fixed).pages).toHaveLength(3);
  });

  test('are natural in a letter of one page', () => {
    const { pages } = paginate(galleyOf(paragraphs(4)), topOfPageText, lowPages);
    expect(pages.map(({ spaceFactor, bottom }) => [spaceFactor, bottom])).toEqual([[0, lowPages.textBottom]]);
  });

  test('stretch where a page is short, and as much on the last page', () => {
    const made = [...paragraphs(5), line({ height: 30, space: 8 }), ...paragraphs(4)];
    const { pages } = paginate(galleyOf(made), topOfPageText, lowPages);
    const [first, last] = pages.map(({ spaceFactor }) => spaceFactor);
    expect(first).toBeGreaterThan(0);
    expect(last).toBe(first);
  });

  test.each([
    ['better than a hole of five lines', 2, 4, [7, 3]],
    ['worse than a hole of two lines', 5, 1, [5, 5]],
  ])('a break that is unwelcome is %s', (_, before, kept, expected) => {
    const lines = (count: number, changes: Partial<MadeRow> = {}) => Array.from({ length: count }, () => line(changes));
    const together = [...lines(kept, { breakAfter: 'never' }), line({ breakAfter: 'unwelcome' })];
    expect(shapeOf([...lines(before), ...together, ...lines(3, { breakAfter: 'avoid' })])).toEqual(expected);
  });
});
