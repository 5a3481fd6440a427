import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import type { Letter } from '../../src/model/letter.ts';
import type { Block, Inline } from '../../src/model/tree.ts';
import { aLetter, aNote, bulleted, item, numbered, paragraph, text } from '../support/a-letter.ts';
import { AWKWARD_VALUES } from '../support/awkward-values.ts';
import { MANY_AWKWARD_VALUES } from '../support/many-awkward-values.ts';
import { bareNodes, gfmAsHtml, readGfm, type BareNode } from '../support/read-gfm.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

const write = createMarkdownWriter(NO_LOCALES);

/** Values that are plain text in CommonMark and that GFM makes markup of. */
const MARKUP_IN_GFM: readonly string[] = [
  'https://a.example/<img src=x onerror=alert(1)>',
  'http://a.example/<img src=x onerror=alert(1)>',
  'HTTPS://A.EXAMPLE/<script>alert(1)</script>',
  'www.a.example/<img src=x onerror=alert(1)>',
  'WwW.a.example/**b**',
  'www.`a` and www.*b*',
  'ftp://a.example/<b>',
  'https://a.example/?a=1&b=2',
  'https://a.example/?a=1&copy;=2',
  'https://a.example/a_b_c*d*e~~f~~',
  'https://a.example/[b](https://c.example)',
  'https://a.example/\\<b>',
  'see (https://a.example/(b)).',
  'https://a.example/`b`',
  'a_b*c*@d.example',
  '_a@b.example',
  'a@b.example_',
  '*a@b.example*',
  'mailto:a@b.example/<i>',
  'xmpp:a@b.example/<i>',
  '~~a~~ ~b~',
  '[ ] to do',
  '[x] done',
  '[!NOTE]',
  '[!WARNING] a',
  '[^1]: a',
  '[^1]',
  '| a | b |',
  '| - | - |',
  '|-|-|',
  '--|--',
  '-|-',
  ':-|-:',
  ':--',
  '-:',
  '|',
  '|:-',
  ': a',
  '- | -',
];

/** Blocks that print a value wherever words can be, and under lines that GFM could take for the head of a table. */
function blocksWith(value: string): readonly Block[] {
  return [
    paragraph(value),
    paragraph('a | b', { type: 'break' }, value),
    paragraph('a', { type: 'break' }, value, { type: 'break' }, value),
    paragraph(value, { type: 'break' }, 'a'),
    { type: 'heading', depth: 2, children: [text(value)] },
    bulleted(item(paragraph(value)), item(paragraph('a', { type: 'break' }, value))),
    numbered(item(paragraph(value))),
    { type: 'blockquote', children: [paragraph(value), paragraph('| a |', { type: 'break' }, value)] },
    paragraph({ type: 'link', url: 'https://b.example', children: [text(value)] }),
    paragraph({ type: 'emphasis', children: [text(value)] }),
    paragraph({ type: 'strong', children: [text(value)] }, value),
  ];
}

function letterOf(body: readonly Block[]): Letter {
  return aLetter({
    notice: undefined,
    letterhead: [],
    body,
    notes: [aNote(1, 'A note.')],
  });
}

/** The blocks of a letter's body, as both kinds of Markdown are read back. */
function bodiesRead(body: readonly Block[]): Readonly<Record<'commonMark' | 'gfm', readonly BareNode[]>> {
  const written = write(letterOf(body));
  // Date, inside address, subject and salutation are before the body; close and signature after it.
  const bodyOf = (blocks: readonly BareNode[]): readonly BareNode[] =>
    blocks.filter(({ type }) => type !== 'footnoteDefinition').slice(4, -2);
  return { commonMark: bodyOf(bareNodes(readMarkdown(written).root.children)), gfm: bodyOf(readGfm(written)) };
}

describe('CommonMark and GFM read the same', () => {
  test.each([...MARKUP_IN_GFM, ...AWKWARD_VALUES])('%j wherever words can be', (value) => {
    const body = blocksWith(value);
    const { commonMark, gfm } = bodiesRead(body);
    expect(commonMark).toEqual(bareNodes(body));
    expect(gfm).toEqual(bareNodes(body));
  });

  test('a mark before a colon is no definition of a note', () => {
    const mark: Inline = { type: 'footnoteReference', identifier: '1' };
    const body = [
      paragraph(mark, ': words'),
      paragraph('a', { type: 'break' }, mark, ':'),
      bulleted(item(paragraph(mark, ':b'))),
    ];
    expect(write(letterOf([paragraph('a', mark, ': words')]))).toContain('a[^1]: words');
    const { commonMark, gfm } = bodiesRead(body);
    expect(commonMark).toEqual(bareNodes(body));
    expect(gfm).toEqual(bareNodes(body));
  });

  test('values composed at random of what either takes for markup', () => {
    // A text of a letter has no spaces at its ends, and single spaces within.
    const value = fc
      .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constantFrom(...MANY_AWKWARD_VALUES)), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) =>
        parts
          .join('')
          .replaceAll(/[\s\0]+/g, ' ')
          .trim(),
      )
      .filter((joined) => joined !== '');
    fc.assert(
      fc.property(value, (awkward) => {
        const body = blocksWith(awkward);
        const { commonMark, gfm } = bodiesRead(body);
        expect(commonMark).toEqual(bareNodes(body));
        expect(gfm).toEqual(bareNodes(body));
      }),
      { numRuns: 50, seed: 20251201 },
    );
  });
});

test.each(MARKUP_IN_GFM)('the HTML of GFM has no element that the letter does not have: %j', (value) => {
  const html = gfmAsHtml(write(letterOf([paragraph(value)])));
  const elements = new Set([...html.matchAll(/<([a-z]\w*)/gi)].map((match) => match[1]?.toLowerCase()));
  // A mail address is a link to itself; `section`, `ol`, `li` and `sup` are those of the note.
  for (const element of ['p', 'br', 'h1', 'h2', 'section', 'ol', 'li', 'sup', 'a']) elements.delete(element);
  expect([...elements]).toEqual([]);
  const links = [...html.matchAll(/<a href="([^"#]*)"[^>]*>([^<]*)<\/a>/g)];
  for (const [, target, words] of links) expect(target).toBe(`mailto:${words}`);
});

/** Parts of which the values at random are composed. */
const FRAGMENTS: readonly string[] = [
  'a',
  'b1',
  ' ',
  '.',
  ',',
  ':',
  '/',
  '@',
  '-',
  '_',
  '*',
  '**',
  '~',
  '~~',
  '`',
  '\\',
  '|',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '!',
  '^',
  '&',
  '&amp;',
  ';',
  '#',
  '=',
  '+',
  '1.',
  'é',
  'https://',
  'http://',
  'https://a.example',
  'www.',
  'www.a.example',
  'a@b.example',
  'mailto:',
  'xmpp:',
  '<img src=x>',
  '</b>',
  '[x] ',
  '[^1]',
  '[!NOTE]',
];
