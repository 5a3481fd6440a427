import { describe, expect, test } from 'vitest';
import type { Letter } from '../../../src/model/letter.ts';
import type { Inline } from '../../../src/model/tree.ts';
import { createMarkdownWriter } from '../../../src/formats/markdown/write-markdown.ts';
import { letterOf } from '../../support/a-merging.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { readMarkdown } from '../../support/read-markdown.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

const writeMarkdown = createMarkdownWriter(NO_LOCALES);

function letterWith(value: string): Letter {
  return letterOf({
    texts: {
      'body/member':
        '# Subject\n\n{{recipient.title}}\n\nDear {{recipient.title}}, **{{recipient.title}}**x.\n\n{{demands}}\n',
      'demands/ask/ask': '**{{recipient.title}}** We ask.\n',
    },
    demands: [{ id: 'ask', numbers: [4] }],
    letter: { published: { en: 'open letter' } },
    recipient: {
      holder: { name: value, gender: 'unknown', span: { file: 'a.yaml', line: 1, column: 1 } },
      office: { title: { en: value }, rank: 'minister' },
      address: { lines: { '*': [value, 'Street'] } },
    },
  });
}

/** The three places, as text nodes of the tree. */
function placesIn(letter: Letter): readonly unknown[] {
  const [alone, among, list] = letter.body;
  const title = list?.type === 'list' ? list.children[0]?.children[0] : undefined;
  return [
    alone?.type === 'paragraph' ? alone.children : undefined,
    among?.type === 'paragraph' ? among.children : undefined,
    title?.type === 'paragraph' ? title.children.slice(0, 2) : undefined,
    letter.insideAddress.map(({ value }) => value),
  ];
}

function text(value: string): Inline {
  return { type: 'text', value };
}

test('there are at least thirty', () => {
  expect(new Set(AWKWARD_VALUES).size).toBeGreaterThanOrEqual(30);
});

describe.each(AWKWARD_VALUES)('%j', (value) => {
  test('stands in the tree as typed', () => {
    expect(withoutOrigins(placesIn(letterWith(value)))).toEqual([
      [text(value)],
      [text(`Dear ${value}, `), { type: 'strong', children: [text(value)] }, text('x.')],
      [{ type: 'strong', children: [text(value)] }, text(' (open letter, demand 4) We ask.')],
      [`${value}, ${value} of Abland`, value, 'Street'],
    ]);
  });

  test('is read back from the Markdown as typed', () => {
    const letter = letterWith(value);
    const { root } = readMarkdown(writeMarkdown(letter));
    const [, , , address, , , alone, among, list] = root.children;
    const title = list?.type === 'list' ? list.children[0]?.children[0] : undefined;
    expect(address).toEqual({
      type: 'paragraph',
      children: [
        text(`${value}, ${value} of Abland`),
        { type: 'break' },
        text(value),
        { type: 'break' },
        text('Street'),
      ],
    });
    expect([alone, among]).toEqual(withoutOrigins(letter.body.slice(0, 2)));
    expect(title?.type === 'paragraph' ? title.children : undefined).toEqual([
      { type: 'strong', children: [text(value)] },
      text(' (open letter, demand 4) We ask.'),
    ]);
  });
});
