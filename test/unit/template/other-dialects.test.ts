import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import type { Block, Inline } from '../../../src/model/tree.ts';
import { letterOf, merged } from '../../support/a-merging.ts';
import { paragraph, text } from '../../support/a-letter.ts';
import { FOREIGN_MARKUP } from '../../support/foreign-markup.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

/** Places of a text, each with the line and the column of its first character. */
const PLACES: readonly (readonly [place: string, before: string, prefix: string, line: number, column: number])[] = [
  ['a paragraph', '', '', 3, 1],
  ['a list item', '- x\n\n  - ', '    ', 5, 5],
  ['a quotation', '> x\n>\n> ', '> ', 5, 3],
];

describe.each(FOREIGN_MARKUP)('%j is refused, with what to write instead,', (markup, column, words) => {
  test.each(PLACES)('in %s', (place, before, prefix, line, firstColumn) => {
    if (place === 'a list item' && markup.startsWith(':   ')) return;
    for (const lineEnd of ['\n', '\r\n']) {
      const [first = '', ...further] = markup.split('\n');
      const lines = [first, ...further.map((each) => (each === '' ? prefix.trimEnd() : prefix + each))];
      const body = `# Subject\n\n${before}${lines.join('\n')}\n\nmore\n`.replaceAll('\n', lineEnd);
      const [fault] = merged({ texts: { 'body/member': body } }).diagnostics;
      expect(fault?.code, body).toBe('text/unsupported-markdown');
      expect(plainMessage(fault?.message ?? [])).toContain(words);
      expect(fault?.hint).toBeDefined();
      // The line of the fault is that of the markup: the last but for tables and quotations, which begin with it.
      const isOnFirstLine = column > 1 || !/\n/.test(markup) || markup.startsWith('|');
      expect(fault?.span, body).toMatchObject({
        line: isOnFirstLine ? line : line + further.length,
        column: firstColumn + column - 1,
      });
    }
  });
});

test.each([
  'about ~5 and ~6 of them, ~ 7',
  'a : b, « c : d » ; e',
  'at 10:30:15 or 10:30',
  '[sic] and […] and [a]',
  'Art. 5 : the words, art. 6 : others',
  'Objet : demande',
  'US$5 and $6, A$ and C$',
  'C++ and C++, a + b, 1 ++ 2',
  'a = b, a == b',
  'x^2 and y^3, ^',
  'well-known, 1939-1945, a – b — c',
  'Name: ______ and __',
  '*a*, **b**, __c__, _d_, ***e***, a_b_c, 5 * 3',
  '**Objet** : demande',
  'a\\~\\~b\\~\\~ \\*\\*c\\*\\* \\`d\\` \\[^1\\] \\[[e]]',
  'a (b): c; d: e',
  'http: and https: and mailto:',
  'the file a/b, 1/2, and/or',
  '#5, #hashtag, # and ## within',
  'p. 5 | p. 6',
  '- a [x] b',
  'a: :)',
  'نص: كلمة، «كلمة»',
  '§ 7; n.º 5; 1ᵉʳ; m²; H₂O',
  'write to a@b or @c',
  'C:\\Users',
  'a ::b',
])('ordinary words are no markup: %j', (words) => {
  const { diagnostics } = merged({ texts: { 'body/member': `# Subject\n\n${words}\n` } });
  expect(diagnostics.filter(({ code }) => code === 'text/unsupported-markdown')).toEqual([]);
});

describe('a bare address is a link', () => {
  const link = (url: string, words = url): Inline => ({ type: 'link', url, children: [text(words)] });
  const mark: Inline = { type: 'footnoteReference', identifier: '1' };
  const bodyOf = (words: string): readonly Block[] =>
    withoutOrigins(letterOf({ texts: { 'body/member': `# Subject\n\n${words}\n` } }).body);

  test.each<[string, ...(string | Inline)[]]>([
    ['https://example.org', link('https://example.org')],
    ['see http://example.org/a_b_*c*_d.', 'see ', link('http://example.org/a_b_*c*_d'), '.'],
    ['see https://example.org/?a=1&b=2, and', 'see ', link('https://example.org/?a=1&b=2'), ', and'],
    ['(see https://example.org/a_(b))', '(see ', link('https://example.org/a_(b)'), ')'],
    ['“https://example.org/a”, b', '“', link('https://example.org/a'), '”, b'],
    ['« https://example.org/a », b', '« ', link('https://example.org/a'), ' », b'],
    ['«https://example.org/a.» b', '«', link('https://example.org/a'), '.» b'],
    ['https://example.org/a--b~~c', link('https://example.org/a--b~~c')],
    ['https://example.org{{cite "statute"}}.', link('https://example.org'), mark, '.'],
    ['https://example.org/a.{{cite "statute"}}', link('https://example.org/a'), '.', mark],
    ['write to info@example.org.', 'write to ', link('mailto:info@example.org', 'info@example.org'), '.'],
    ['**https://example.org**', { type: 'strong', children: [link('https://example.org')] }],
    ['<https://example.org>', link('https://example.org')],
    ['[words](https://example.org)', link('https://example.org', 'words')],
    ['[https://example.com](https://example.org)', link('https://example.org', 'https://example.com')],
    ['https\\://example.org', 'https://example.org'],
    ['www.example.org', 'www.example.org'],
    ['@name@example.org', '@name@example.org'],
    ['xmpp:name@example.org', 'xmpp:name@example.org'],
    ['{{letter.date}}@example.org', '1 December 2025@example.org'],
  ])('%j', (words, ...content) => {
    expect(bodyOf(words)).toEqual([paragraph(...content)]);
  });

  test.each(['https://example.org/{{letter.date}}', 'https://{{letter.date}}.org', 'https://a.org{{cite "statute"}}b'])(
    'in which an insert is not allowed: %j',
    (words) => {
      const { diagnostics } = merged({ texts: { 'body/member': `# Subject\n\n${words}\n` } });
      expect(diagnostics.map(({ code }) => code)).toEqual(['text/value-in-markup']);
    },
  );
});
