import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../src/model/tree.ts';
import { createValues } from '../../../src/model/values.ts';
import { noHyphenation } from '../../../src/layout/paragraph/hyphenation.ts';
import { setParagraph } from '../../../src/layout/blocks/set-text.ts';
import type { Leaf, SetLine, Tag } from '../../../src/layout/galley.ts';
import { createLayoutContext } from '../../../src/layout/layout-context.ts';
import { strong, text } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import type { ParagraphFormat } from '../../../src/layout/paragraph-format.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const context = createLayoutContext({
  stylesheet: fixedStylesheet,
  shaper: fixedShaper,
  language: 'en',
  conventions: conventionsOf('en'),
  hyphenate: noHyphenation,
  values: createValues(),
});

/** Lines with room for ten characters. */
const narrow: ParagraphFormat = { style: 'body', x: 0, width: 60, hangingIndent: 0, align: 'start' };

function set(content: readonly Inline[], lay: Partial<ParagraphFormat> = {}): readonly SetLine[] {
  return setParagraph(content, 'P', { ...narrow, ...lay }, context).rows.flatMap((row) => row.lines);
}

function words(lines: readonly SetLine[]): readonly string[] {
  return lines.map(({ fragments }) => fragments.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join(''));
}

const mark = (number: number): Inline => ({ type: 'footnoteReference', identifier: String(number) });

describe('lines', () => {
  test.each<[string, readonly Inline[], readonly string[]]>([
    ['end between words, with the space at the end', [text('one two three')], ['one two ', 'three']],
    ['are filled to the last point', [text('four fives ten')], ['four fives ', 'ten']],
    ['end where the tree has a break', [text('one'), { type: 'break' }, text('two')], ['one ', 'two']],
    ['do not end where a text has a line end', [text('one\ntwo')], ['one two']],
    ['do not end between looks', [text('one t'), strong('w'), text('o three')], ['one two ', 'three']],
    ['do not end at a no-break space', [text('one two\u00A0three')], ['one ', 'two\u00A0three']],
    ['end after a hyphen', [text('twenty-fifth')], ['twenty-', 'fifth']],
    ['divide a word without an end', [text('a abcdefghijklmnopqrstu')], ['a abcdefgh', 'ijklmnopqr', 'stu']],
    ['part what belongs together only if it is longer than a line', [text('on 14 September')], ['on 14 ', 'September']],
    ['keep a mark with its word', [text('one twelve'), mark(1), text(' x')], ['one ', 'twelve1 x']],
    ['keep a mark after a dash', [text('one three—'), mark(1), text(' x')], ['one ', 'three—1 x']],
    ['do not begin with a dash', [text('one twoooo—three – four')], ['one ', 'twoooo—', 'three – ', 'four']],
    ['part two marks by a comma', [text('one'), mark(1), mark(2)], ['one1,2']],
    ['keep the white space that was typed', [text('a  b')], ['a  b']],
  ])('%s', (_, content, expected) => {
    expect(words(set(content))).toEqual(expected);
  });

  test('end after a soft hyphen with a hyphen that is read as a soft one', () => {
    const lines = set([text('one inter\u00ADnational')]);
    expect(words(lines)).toEqual(['one inter\u00AD', 'national']);
    expect(lines[0]?.fragments.at(-1)?.glyphs.at(-1)).toMatchObject({ id: '-'.charCodeAt(0), text: '\u00AD' });
  });

  test('do not divide an address of the web at its hyphens', () => {
    const address = 'https://a.example/one-two-three/four';
    expect(words(set([text(address)], { width: 150 }))).toEqual(['https://a.example/', 'one-two-three/four']);
  });

  test('do not part an address of the web from its scheme', () => {
    expect(words(set([text('see http://a.example/b')], { width: 110 }))).toEqual(['see ', 'http://a.example/b']);
  });

  test('begin further in from the second on, where they hang', () => {
    const lines = set([text('one two three four')], { hangingIndent: 12 });
    expect(lines.map(({ fragments }) => (fragments[0]?.x ?? 0) - fixedStylesheet.leftMargin)).toEqual([0, 12, 12]);
  });

  test('end at the right end, their white space beyond it', () => {
    const [line] = set([text('one two three')], { align: 'end' });
    expect(line?.fragments.map(({ x }) => Math.round(x - fixedStylesheet.leftMargin))).toEqual([18, 60]);
  });

  test('stand on the baseline that the middle of their leading asks for', () => {
    const { leading } = fixedStylesheet.styles.body;
    expect(set([text('x')])[0]?.baseline).toBe(leading / 2 + (10 * (0.8 - 0.2)) / 2);
  });
});

/** Lines with room for twenty characters. */
const wide = { width: 120 } as const;

describe('the last line', () => {
  test('of the close has two words, if need be by leaving more room on the line before it', () => {
    const close = [text('Yours ever sincerely, wholeheartedly')];
    expect(words(set(close, { ...wide, style: 'close' }))).toEqual(['Yours ever ', 'sincerely, ', 'wholeheartedly']);
  });

  test('of a paragraph has three characters of twenty, be it one word', () => {
    expect(words(set([text('one two three fours a')], wide))).toEqual(['one two three ', 'fours a']);
    expect(words(set([text('one two three fou abc')], wide))).toEqual(['one two three fou ', 'abc']);
  });

  test('of an item, a note and a cell is not too short either', () => {
    for (const style of ['quotation', 'note', 'table', 'closing'] as const)
      expect(words(set([text('one two three fours a')], { ...wide, style }))).toEqual(['one two three ', 'fours a']);
  });
});

test.each(['subject', 'heading-2', 'heading-3'] as const)('the lines of a %s are about equally long', (style) => {
  expect(words(set([text('one two three four five')], { ...wide, style }))).toEqual(['one two three ', 'four five']);
});

describe('the structure of a line', () => {
  const childrenOf = (content: readonly Inline[]): readonly (Tag | Leaf)[] =>
    setParagraph(content, 'P', narrow, context).tags.flatMap(({ children }) => children);
  const rolesOf = (content: readonly Inline[]): unknown =>
    childrenOf(content).map(function describeChild(child): unknown {
      return child.kind === 'leaf' ? child.role : [child.role, ...child.children.map(describeChild)];
    });

  test('has strong and emphasised words as elements of their own', () => {
    const both: Inline = { type: 'emphasis', children: [text('d'), strong('e')] };
    expect(rolesOf([text('a '), strong('b'), text(' c'), both, text('f')])).toEqual([
      'P',
      ['Strong', 'Strong'],
      'P',
      ['Em', 'Em', ['Strong', 'Strong']],
      'P',
    ]);
    const withMark: Inline = { type: 'strong', children: [text('a'), mark(1), text('b')] };
    expect(rolesOf([withMark])).toEqual([['Strong', 'Strong', ['Reference', ['Link', 'Link']], 'Strong']]);
    expect(rolesOf([text('a'), { type: 'strong', children: [] }])).toEqual(['P']);
  });

  test('has the element of an emphasised link around the link, and none inside it', () => {
    const url = 'https://example.org/';
    const emphasised: Inline = { type: 'emphasis', children: [text('a')] };
    const em = ['Em', ['Link', 'Link']];
    expect(rolesOf([{ type: 'link', url, children: [emphasised] }])).toEqual([em]);
    expect(rolesOf([{ type: 'emphasis', children: [{ type: 'link', url, children: [text('a')] }] }])).toEqual([em]);
    expect(rolesOf([{ type: 'link', url, children: [text('a'), emphasised] }])).toEqual([['Link', 'Link']]);
    const linked: Inline = { type: 'link', url, children: [{ type: 'strong', children: [emphasised] }] };
    expect(rolesOf([linked])).toEqual([['Strong', ['Em', ['Link', 'Link']]]]);
  });

  test('has links and marks as elements of their own', () => {
    const link: Inline = { type: 'link', url: 'https://example.org/', children: [text('b')] };
    expect(rolesOf([text('a'), link, mark(1), mark(2), text('c')])).toEqual([
      'P',
      ['Link', 'Link'],
      ['Reference', ['Link', 'Link']],
      ['Reference', 'Reference', ['Link', 'Link']],
      'P',
    ]);
  });

  test('has words in another language as an element of their own, which says so', () => {
    const french: Inline = { type: 'text', value: 'b', language: 'fr' };
    expect(rolesOf([text('a'), french, text('c')])).toEqual(['P', ['Span', 'Span'], 'P']);
    expect(childrenOf([text('a'), french]).map((child) => (child.kind === 'tag' ? child.language : undefined))).toEqual(
      [undefined, 'fr'],
    );
  });

  test('divides a link by a mark inside it', () => {
    const link: Inline = { type: 'link', url: 'https://example.org/', children: [text('a'), mark(1), text('b')] };
    expect(rolesOf([link])).toEqual([
      ['Link', 'Link'],
      ['Reference', ['Link', 'Link']],
      ['Link', 'Link'],
    ]);
  });

  test('says of a link that only shows its address that it is one', () => {
    const url = 'https://example.org/';
    const children = childrenOf([{ type: 'link', url, children: [text(url)] }]);
    expect(JSON.stringify(children)).toContain('"description":"Link to https://example.org/"');
  });
});
