import { describe, expect, test } from 'vitest';
import type { Fragment, Glyph, Line, Page } from '../../../src/model/page.ts';
import { createLetterFonts } from '../../../src/formats/pdf/letter-fonts.ts';
import { createGlyphCodes, type FontsForCodes } from '../../../src/formats/pdf/pdf-codes.ts';
import { createPageEncoder, formatPdfNumber } from '../../../src/formats/pdf/pdf-content.ts';

const glyph = (text: string, changes: Partial<Glyph> = {}): Glyph => {
  return { id: text.codePointAt(0) ?? 0, text, advance: 500, dx: 0, dy: 0, ...changes };
};

const fragment = (x: number, glyphs: readonly Glyph[], changes: Partial<Fragment> = {}): Fragment => {
  const width = glyphs.length * 5;
  return {
    x,
    rise: 0,
    width,
    face: 'serif',
    size: 10,
    expansion: 0,
    colour: INK,
    direction: 'ltr',
    glyphs,
    ...changes,
  };
};

const INK = [0, 0, 0] as const;

/** A font that numbers glyphs as Unicode does, but has nothing that is common to letters. */
const FONTS = {
  advanceOf: () => 500,
  describe: () => ({ glyphCount: 1000 }),
  shape: () => ({ glyphs: [], advance: 0 }),
} as unknown as FontsForCodes;

/** Characters below U+0100 as they are shown: two bytes each. */
const shown = (text: string): string => Array.from(text, (sign) => `\0${sign}`).join('');

function operatorsOf(
  fragments: readonly Fragment[],
  changes: Partial<Page> = {},
  contents: Line['contents'] = [{ first: 0, contentId: 0 }],
): readonly string[] {
  const lines = [{ baseline: 100, style: 'body', fragments, contents, origin: undefined }];
  const page: Page = { contents: ['P', 'Link'], zones: [{ lines }], rules: [], pictures: [], links: [], ...changes };
  return createPageEncoder(createGlyphCodes(FONTS))(page, 800, createLetterFonts(FONTS).use).trimEnd().split('\n');
}

describe('the operators of a page', () => {
  test('draw words beside each other as one', () => {
    expect(operatorsOf([fragment(50, [glyph('a')]), fragment(55, [glyph('b')])])).toEqual([
      'BT',
      '50 700 Td',
      '/P<</MCID 0>>BDC',
      '0 0 0 rg',
      '/serif 10 Tf',
      `[(${shown('ab')})] TJ`,
      'EMC',
      'ET',
    ]);
  });

  test('move the pen where a word stands further on', () => {
    expect(operatorsOf([fragment(50, [glyph('a')]), fragment(58, [glyph('b')])])).toContain(
      `[(${shown('a')})-300(${shown('b')})] TJ`,
    );
  });

  test('draw letters wider or narrower by a scaling, which the way to the next word is divided by', () => {
    const wide = [fragment(50, [glyph('a')], { expansion: 0.02 }), fragment(58.16, [glyph('b')], { expansion: 0.02 })];
    const operators = operatorsOf([...wide, fragment(70, [glyph('c')], { expansion: -0.0125 }), fragment(80, [])]);
    expect(operators.filter((operator) => /T[zJ]$/.test(operator))).toEqual([
      '102 Tz',
      `[(${shown('a')})-300(${shown('b')})] TJ`,
      '100 Tz',
      '98.75 Tz',
      `[(${shown('c')})] TJ`,
      '100 Tz',
    ]);
  });

  test('show right-to-left glyphs in reading order, each by itself', () => {
    const word = fragment(50, [glyph('a'), glyph('b'), glyph(' ')], { direction: 'rtl' });
    expect(operatorsOf([word]).filter((operator) => operator.endsWith('TJ'))).toEqual([
      `[-1000(${shown('a')})] TJ`,
      `[1000(${shown('b')})] TJ`,
      `[1000(${shown(' ')})] TJ`,
    ]);
  });

  test('draw a moved right-to-left letter as a glyph of a font for these', () => {
    const word = fragment(50, [glyph('a'), glyph('b', { dx: 20 }), glyph('c', { advance: 480 })], { direction: 'rtl' });
    const operators = operatorsOf([word]);
    expect(operators).toContain(`[1000(${shown('b')})] TJ`);
    expect(operators.filter((operator) => operator.endsWith('Tf'))).toEqual(['/serif 10 Tf', '/serif.moved 10 Tf']);
    expect(operators.filter((operator) => operator.endsWith('Ts'))).toEqual([]);
  });

  test('draw a right-to-left letter in the other font where the last one is closer than readers expect', () => {
    const narrow = [glyph('a'), glyph('b', { advance: 100 }), glyph('c', { advance: 100 })];
    const word = fragment(50, narrow, { direction: 'rtl', width: 7 });
    expect(operatorsOf([word]).filter((operator) => operator.endsWith('Tf'))).toEqual([
      '/serif 10 Tf',
      '/serif.moved 10 Tf',
    ]);
  });

  test('draw glyphs without text as part of the letter before them', () => {
    const operators = operatorsOf([
      fragment(50, [glyph('x'), glyph('y', { text: '', advance: 0, dy: 30 }), glyph('z')]),
    ]);
    expect(operators.filter((operator) => operator.endsWith('TJ'))).toEqual([
      `[(${shown('x')})] TJ`,
      `[(${shown('z')})] TJ`,
    ]);
    expect(operators).toContain('/serif.moved 10 Tf');
  });

  test('move the pen back after kerning', () => {
    expect(operatorsOf([fragment(50, [glyph('a', { advance: 460 }), glyph('b')])])).toContain(
      `[(${shown('a')})40(${shown('b')})] TJ`,
    );
  });

  test('draw a mark as a glyph of a font for marks, without a step back or a rise', () => {
    const operators = operatorsOf([
      fragment(50, [glyph('x'), glyph('\u0301', { advance: 0, dx: -100, dy: 50 }), glyph('y')]),
    ]);
    expect(operators.slice(3, -2)).toEqual([
      '0 0 0 rg',
      '/serif 10 Tf',
      `[(${shown('x')})] TJ`,
      '/serif.marks 10 Tf',
      '[(\u0003\u0001)] TJ',
      '/serif 10 Tf',
      `[(${shown('y')})] TJ`,
    ]);
  });

  test('show the marks of a right-to-left letter to the left of each other, in reading order, at its left edge', () => {
    const marks = ['\u064e', '\u0651'].map((text) => glyph(text, { advance: 0, dx: -100 }));
    const operators = operatorsOf([fragment(50, [glyph('x'), ...marks], { direction: 'rtl', width: 5 })]);
    const steps = operators
      .filter((operator) => operator.endsWith('TJ'))
      .map((operator) => /^\[(-?\d*)/.exec(operator)?.[1]);
    // The letter ends at 500; its marks begin at -2 and -1.
    expect(steps).toEqual(['', '502', '-1']);
  });

  test('raise what is raised', () => {
    expect(operatorsOf([fragment(50, [glyph('a')], { rise: 3 })])).toContain('50 703 Td');
  });

  test('begin a piece of content where another ends', () => {
    const words = [fragment(50, [glyph('a')]), fragment(55, [glyph('b')]), fragment(60, [glyph('c')])];
    const contents = ([0, 1, 'artifact'] as const).map((contentId, first) => ({ first, contentId }));
    const operators = operatorsOf(words, {}, contents);
    expect(operators.filter((operator) => /(?:BT|Td|BDC|EMC|ET)$/.test(operator))).toEqual([
      'BT',
      '50 700 Td',
      '/P<</MCID 0>>BDC',
      '5 0 Td',
      'EMC',
      '/Link<</MCID 1>>BDC',
      '5 0 Td',
      'EMC',
      '/Artifact<</Type/Pagination>>BDC',
      'EMC',
      'ET',
    ]);
  });

  test('draw rules as artifacts', () => {
    const rules = [{ area: { x: 50, y: 100, width: 200, height: 0.5 }, colour: [0.5, 0, 0] as const }];
    expect(operatorsOf([], { rules })).toEqual([
      '/Artifact <</Type/Layout>> BDC',
      '0.5 0 0 rg',
      '50 699.5 200 0.5 re f',
      'EMC',
    ]);
  });

  test('mark the bytes that would end a string', () => {
    expect(
      operatorsOf([
        fragment(
          50,
          Array.from('(\\)', (sign) => glyph(sign)),
        ),
      ]),
    ).toContain('[(\0\\(\0\\\\\0\\))] TJ');
  });

  describe('of a paragraph', () => {
    const contentOf = createPageEncoder(createGlyphCodes(FONTS));
    const line = (text: string, changes: Partial<Line> = {}): Line => {
      const fragments = [fragment(50, [glyph(text)])];
      return {
        baseline: 100,
        style: 'body',
        origin: undefined,
        fragments,
        contents: [{ first: 0, contentId: 0 }],
        ...changes,
      };
    };
    const drawn = (lines: readonly Line[], contents: Page['contents'] = ['P', 'P', 'P']): readonly string[] =>
      contentOf(
        { contents, zones: [{ lines }], rules: [], pictures: [], links: [] },
        800,
        createLetterFonts(FONTS).use,
      ).split('\n');
    const places = (operators: readonly string[]): readonly string[] =>
      operators.filter((operator) => /(?:Td|BDC)$/.test(operator));
    const [a, b] = [line('a'), line('b', { baseline: 115.5 })];

    test('count from its first line', () => {
      expect(places(drawn([a, b]))).toEqual(['50 700 Td', '/P<</MCID 0>>BDC', '0 -15.5 Td']);
    });

    test('are the same lower down, as another content, and in part', () => {
      const movedDown = [a, b].map((each) => ({
        ...each,
        baseline: each.baseline + 10,
        contents: [{ first: 0, contentId: 2 }],
      }));
      expect(places(drawn(movedDown))).toEqual(['50 690 Td', '/P<</MCID 2>>BDC', '0 -15.5 Td']);
      expect(places(drawn([b]))).toEqual(['50 684.5 Td', '/P<</MCID 0>>BDC']);
      expect(places(drawn([a, { ...b, baseline: 120 }]))).toContain('0 -20 Td');
      expect(places(drawn([a, b]))).toContain('0 -15.5 Td');
    });

    test('say which contents they are in each letter', () => {
      const fragments = [fragment(50, [glyph('a')]), fragment(55, [glyph('b')])];
      const marked = (first: number): Line =>
        line('', { fragments, contents: [first, first + 1].map((contentId, index) => ({ first: index, contentId })) });
      for (const first of [0, 1, 0]) {
        expect(places(drawn([marked(first)])).filter((operator) => operator.endsWith('BDC'))).toEqual([
          `/P<</MCID ${first}>>BDC`,
          `/P<</MCID ${first + 1}>>BDC`,
        ]);
      }
    });
  });

  test('are right for a line that two letters share, also where a code of it has another meaning in one', () => {
    const contentOf = createPageEncoder(createGlyphCodes(FONTS));
    const line = (text: string): Line => {
      const fragments = [fragment(50, [glyph(text, { id: 300 })])];
      return { baseline: 100, style: 'body', fragments, contents: [{ first: 0, contentId: 0 }], origin: undefined };
    };
    const [word, otherMeaning] = [line('fi'), line('f\u200Ci')];
    const letterOf = (...lines: readonly Line[]): string =>
      contentOf(
        { contents: ['P'], zones: [{ lines }], rules: [], pictures: [], links: [] },
        800,
        createLetterFonts(FONTS).use,
      );
    expect(letterOf(word)).toContain('[(\u0001,)] TJ');
    expect(letterOf(otherMeaning)).toContain('[(\u0001,)] TJ');
    expect(letterOf(otherMeaning, word).match(/\[.*\] TJ/g)).toEqual(['[(\u0001,)] TJ', '[(\u0003\u00e8)] TJ']);
    expect(letterOf(word)).toContain('[(\u0001,)] TJ');
  });

  test('give a glyph that stands for two texts two codes', () => {
    const space = { id: 3, advance: 500 };
    expect(operatorsOf([fragment(50, [glyph(' ', space), glyph('\u00A0', space), glyph(' ', space)])])).toContain(
      '[(\0\u0003\u0003\u00e8\0\u0003)] TJ',
    );
  });
});

test.each([
  [1 / 3, '0.333'],
  [595.28, '595.28'],
  [-0.0004, '0'],
  [1e-9, '0'],
])('the number %d is spelt %s', (number, spelt) => {
  expect(formatPdfNumber(number)).toBe(spelt);
});
