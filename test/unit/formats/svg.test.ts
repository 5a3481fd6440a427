import { describe, expect, test } from 'vitest';
import { idPrefix, placeId } from '../../../src/formats/svg/svg-ids.ts';
import { createPageDrawer } from '../../../src/formats/svg/write-svg.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Fragment, Glyph, Line, Page, PagedLetter } from '../../../src/model/page.ts';
import type { Inline } from '../../../src/model/tree.ts';
import { aLetter, aNote, item, numbered, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { valueOf } from '../../support/outcomes.ts';
import { squeezed, wordsOfPage } from '../../support/paged-text.ts';
import { pictureSample } from '../../support/picture-samples.ts';
import { aFigure, preparedPictures } from '../../support/pictures.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { readSvg, wordsOfSvg, type SvgElement } from '../../support/read-svg.ts';
import { typesetWith } from '../../support/typeset-with.ts';

const fonts = await productFonts();

function setLetter(letter: Letter): PagedLetter {
  return valueOf(typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), fonts));
}

function draw(letter: Letter): readonly string[] {
  return createPageDrawer({ fonts, locales: new Map(), pictures: preparedPictures(PICTURE) })(
    letter,
    setLetter(letter),
  );
}

const mark = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });
const PICTURE = pictureSample('grey of 1 bit');
const HOSTILE = '</text><script>alert("1")</script> & <b> \'x\'';
const full = aLetter({
  id: 'a.en.1',
  title: HOSTILE,
  letterhead: [`Organisation ${HOSTILE}`],
  body: [
    paragraph(HOSTILE, mark('1'), ' It is open.'),
    numbered(item(paragraph(strong('Act.'), ' Now: '.repeat(400).trim()))),
    paragraph('See ', { type: 'link', url: 'https://example.org/?a=1&b="2"', children: [text('the affair')] }),
    table(['left', 'right'], ['Name', 'Sum'], ['One', '12']),
    { type: 'picture', figure: aFigure(PICTURE, 60, 20, `A picture of ${HOSTILE}`) },
    { type: 'picture', figure: aFigure(PICTURE, 60, 20) },
  ],
  notes: [aNote(1, `Rome Statute ${HOSTILE}, art. 86.`)],
});
const pages = draw(full);
const elements = pages.flatMap(readSvg);

function named(name: string, from: readonly SvgElement[] = elements): readonly SvgElement[] {
  return from.filter((element) => element.name === name);
}

describe('a page as SVG', () => {
  test('has the words of the page in their order', () => {
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((page) => squeezed(wordsOfSvg(page)))).toEqual(
      setLetter(full).pages.map((page) => squeezed(wordsOfPage(page))),
    );
  });

  test('has the title of the letter with the page, its language, and the size of the sheet in points', () => {
    const [root, title] = readSvg(pages[1] ?? '');
    expect(title).toMatchObject({ name: 'title', text: `${full.title} – Page 2 of ${pages.length}` });
    expect(root?.attributes).toMatchObject({
      lang: 'en',
      width: '595.28pt',
      height: '841.89pt',
      viewBox: '0 0 595.28 841.89',
    });
  });

  test('has neither scripts nor styles, whatever the words are', () => {
    const ELEMENTS = ['svg', 'title', 'defs', 'symbol', 'path', 'rect', 'g', 'text', 'tspan', 'use', 'image', 'a'];
    expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(ELEMENTS));
    const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)));
    expect([...attributes].filter((attribute) => /^(?:on|style|class)/i.test(attribute))).toEqual([]);
  });

  test('refers to its own glyphs and pictures, to the files of its pages and to what the letter links, and to nothing else', () => {
    const ids = new Set(named('symbol').map((symbol) => symbol.attributes['id']));
    expect(named('use').length).toBeGreaterThan(1000);
    expect(named('use').filter((use) => !ids.has(use.attributes['href']?.slice(1)))).toEqual([]);
    expect(
      named('image').every((image) => image.attributes['href']?.startsWith('data:image/png;base64,') === true),
    ).toBe(true);
    expect(new Set(named('a').map((link) => link.attributes['href']?.replace(/#.*/, '')))).toEqual(
      new Set(['https://example.org/?a=1&b="2"', 'a.en.1.en.1.svg']),
    );
  });

  test('has the places to which its links lead, each once, with the file and the id by which they name it', () => {
    const letter = aLetter({
      body: [
        paragraph('First', mark('1')),
        ...Array.from({ length: 40 }, (_, index) => paragraph(`Paragraph ${index} of many words. `.repeat(8).trim())),
        paragraph('Last', mark('2'), mark('3'), ' and again', mark('1')),
      ],
      notes: [aNote(1, 'A source.'), aNote(2, 'Another.'), aNote(3, 'A third.')],
    });
    const drawn = draw(letter);
    const placed = drawn.flatMap((page, index) =>
      readSvg(page)
        .filter(({ name, attributes }) => name === 'rect' && attributes['id'] !== undefined)
        .map(({ attributes }) => [`${letter.id}.en.${index + 1}.svg#${attributes['id']}`, Number(attributes['y'])]),
    );
    const destinations = setLetter(letter).pages.flatMap(({ links }) =>
      links.flatMap(({ destination }) => (destination.kind === 'place' ? [destination] : [])),
    );
    expect(destinations.length).toBe(7);
    const addressOf = (page: number, y: number): string =>
      `${letter.id}.en.${page + 1}.svg#${placeId(idPrefix({ id: letter.id, language: 'en' }, page + 1), y)}`;
    expect(drawn.flatMap((page) => named('a', readSvg(page)).map((link) => link.attributes['href']))).toEqual(
      destinations.map(({ page, y }) => addressOf(page, y)),
    );
    expect(new Map(placed.map(([address, y]) => [address, y]))).toEqual(
      new Map(destinations.map(({ page, y }) => [addressOf(page, y), Math.round(y * 100) / 100])),
    );
    // Notes 2 and 3 have their first marks in one line, so that both lead back to one place.
    expect(placed.length).toBe(5);
    expect(new Set(destinations.map(({ page }) => page)).size).toBeGreaterThan(1);
  });

  test('has one symbol for each glyph that it shows, with an id that no other page has', () => {
    const symbols = named('symbol');
    expect(new Set(symbols.map((symbol) => symbol.attributes['id'])).size).toBe(symbols.length);
    for (const page of pages) {
      const paths = named('path', readSvg(page)).map((path) => path.attributes['d']);
      expect(paths.length).toBeGreaterThan(10);
      const used = new Set(named('use', readSvg(page)).map((use) => use.attributes['href']));
      expect(used.size).toBe(paths.length);
    }
  });

  test('describes its figures and its links, and hides outlines and decorative pictures from screen readers', () => {
    const images = named('image').map(({ attributes, text: words }) => [attributes['aria-hidden'], words]);
    expect(images).toEqual([
      [undefined, `A picture of ${HOSTILE}`],
      ['true', ''],
    ]);
    expect(named('a').every(({ children }) => children[0]?.name === 'title' && children[0].text !== '')).toBe(true);
    const groups = named('g').filter(({ children }) => children.some(({ name }) => name === 'g'));
    expect(groups.map(({ attributes }) => attributes['aria-hidden'])).toEqual(pages.map(() => 'true'));
  });

  test('is the same when it is drawn again', () => {
    expect(draw(full)).toEqual(pages);
  });
});

test('the ids of pages of different letters begin differently', () => {
  const letters = [
    { id: 'x', language: 'pt-BR' },
    { id: 'BR-x', language: 'pt' },
    { id: 'a.b', language: 'en' },
    { id: 'a_2e_b', language: 'en' },
    { id: 'имя', language: 'en' },
    { id: 'i', language: 'en' },
  ];
  const prefixes = letters.flatMap((letter) => [idPrefix(letter, 1), idPrefix(letter, 11)]);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes.filter((prefix) => !/^[A-Za-z][\w.-]*$/.test(prefix))).toEqual([]);
});

const INK = [0, 0, 0] as const;

describe('the glyphs of a line', () => {
  const glyph = (letter: string, changes: Partial<Glyph> = {}): Glyph => {
    return { id: letter.codePointAt(0) ?? 0, text: letter, advance: 500, dx: 0, dy: 0, ...changes };
  };
  const fragment = (x: number, glyphs: readonly Glyph[], changes: Partial<Fragment> = {}): Fragment => ({
    x,
    rise: 0,
    width: glyphs.reduce((sum, { advance }) => sum + advance, 0) / 100,
    face: 'serif',
    size: 10,
    expansion: 0,
    colour: INK,
    direction: 'ltr',
    glyphs,
    ...changes,
  });

  /** Draws a line in a font of which each glyph is its own code point. Returns groups of glyphs and text elements. */
  function drawLine(
    fragments: readonly Fragment[],
    language = 'en',
    contents: Line['contents'] = [{ first: 0, contentId: 0 }],
  ) {
    const lines = [{ baseline: 100, style: 'body', fragments, contents, origin: undefined }];
    const page: Page = { contents: ['P', 'Span'], zones: [{ lines }], rules: [], pictures: [], links: [] };
    const pathOf = (_: unknown, id: number): string => (id === 32 ? '' : `M${id} 0`);
    const paged: PagedLetter = {
      ...setLetter(aLetter()),
      language,
      pages: [page],
      structure: {
        kind: 'element',
        role: 'Document',
        children: [
          { kind: 'content', page: 0, content: 0 },
          {
            kind: 'element',
            role: 'Span',
            language: 'fr',
            children: [{ kind: 'content', page: 0, content: 1 }],
          },
        ],
      },
    };
    const [svg = ''] = createPageDrawer({ fonts: { pathOf }, locales: new Map(), pictures: new Map() })(
      { id: 'x', language },
      paged,
    );
    const all = readSvg(svg);
    const paths = named('symbol', all).map(
      ({ attributes, children }) => [`#${attributes['id']}`, children[0]?.attributes['d'] ?? ''] as const,
    );
    const letters = new Map<string, string>(
      paths.map(([id, path]) => [id, String.fromCodePoint(Number(path.slice(1, -2)))]),
    );
    const groups = named('g', all)
      .filter(({ attributes }) => attributes['transform'] !== undefined)
      .map(({ attributes, children }) => ({
        transform: attributes['transform'],
        fill: attributes['fill'],
        glyphs: children.map(({ attributes: use }) =>
          [letters.get(use['href'] ?? ''), use['x'] ?? '0', use['y'] ?? '0'].join(' '),
        ),
      }));
    const texts = named('text', all).map(({ attributes, children, text: words }) =>
      children.length === 0
        ? { ...attributes, words }
        : children.map((span) => ({ ...span.attributes, words: span.text })),
    );
    return { groups, texts };
  }

  test('are at their advances and offsets, in thousandths of an em', () => {
    const moved = glyph('b', { dx: 20, dy: 30, advance: 460 });
    const { groups } = drawLine([fragment(50, [glyph('a'), moved, glyph('c')]), fragment(70, [glyph('d')])]);
    expect(groups).toEqual([
      {
        transform: 'translate(50 100) scale(0.01)',
        fill: '#000000',
        glyphs: ['a 0 0', 'b 520 -30', 'c 960 0', 'd 2000 0'],
      },
    ]);
  });

  test('go from right to left in right-to-left text', () => {
    const { groups } = drawLine([fragment(50, [glyph('a'), glyph('b', { dx: 20 })], { direction: 'rtl' })]);
    expect(groups.map(({ glyphs }) => glyphs)).toEqual([['a 500 0', 'b 20 0']]);
  });

  test('are wider or narrower where the line is expanded, and so are the ways between them', () => {
    const wide = { expansion: 0.02, width: 10.2 };
    const { groups } = drawLine([fragment(50, [glyph('a'), glyph('b')], wide), fragment(60.2, [glyph('c')], wide)]);
    expect(groups).toMatchObject([
      { transform: 'translate(50 100) scale(0.0102 0.01)', glyphs: ['a 0 0', 'b 500 0', 'c 1000 0'] },
    ]);
  });

  test('are raised, and have their size and colour', () => {
    const { groups } = drawLine([
      fragment(50, [glyph('a')]),
      fragment(55, [glyph('b')], { rise: 3, size: 7, colour: [0.2, 0.4, 1] }),
    ]);
    expect(groups).toMatchObject([
      { transform: 'translate(50 100) scale(0.01)', fill: '#000000' },
      { transform: 'translate(55 97) scale(0.007)', fill: '#3366ff' },
    ]);
  });

  test('are not drawn if they have no outline, as spaces have', () => {
    const { groups } = drawLine([fragment(50, [glyph('a'), glyph(' '), glyph('b')]), fragment(65, [glyph(' ')])]);
    expect(groups.flatMap(({ glyphs }) => glyphs)).toEqual(['a 0 0', 'b 1000 0']);
  });

  test('have their text below them, fitted to their width, as one element', () => {
    const { texts } = drawLine([
      fragment(50, [glyph('a'), glyph(' ')]),
      fragment(60, [glyph('b')]),
      fragment(65, [glyph(' ')]),
    ]);
    const fit = { textLength: '20', lengthAdjust: 'spacingAndGlyphs' };
    expect(texts).toEqual([{ x: '50', y: '100', 'font-size': '10', ...fit, words: 'a b ' }]);
  });

  test('have their text in parts where the look or the language changes, or a gap is between them', () => {
    const fragments = [
      fragment(50, [glyph('a')]),
      fragment(55, [glyph('1', { extractedText: '¹' })], { rise: 3, size: 7, width: 3.5 }),
      fragment(58.5, [glyph('b')]),
      fragment(63.5, [glyph('c')]),
      fragment(100, [glyph('d')]),
    ];
    const contents = [
      { first: 0, contentId: 0 },
      { first: 3, contentId: 1 },
    ];
    expect(drawLine(fragments, 'en', contents).texts).toMatchObject([
      [
        { x: '50', y: '100', words: 'a' },
        { x: '55', y: '97', 'font-size': '7', words: '¹' },
        { x: '58.5', words: 'b' },
        { x: '63.5', lang: 'fr', words: 'c' },
        { x: '100', lang: 'fr', textLength: '5', words: 'd' },
      ],
    ]);
  });

  test('have right-to-left text from its right edge, each part as an element of its own', () => {
    const word = fragment(60, [glyph('א'), glyph('ב')], { direction: 'rtl' });
    const number = fragment(50, [glyph('1'), glyph('2')]);
    expect(drawLine([word, number], 'ar').texts).toMatchObject([
      { x: '70', direction: 'rtl', textLength: '20', words: 'אב12' },
    ]);
    const apart = drawLine([word, { ...number, x: 20 }], 'ar').texts;
    expect(apart).toMatchObject([
      { x: '70', direction: 'rtl', words: 'אב' },
      { x: '20', words: '12' },
    ]);
    expect(apart[1]).not.toHaveProperty('direction');
  });
});
