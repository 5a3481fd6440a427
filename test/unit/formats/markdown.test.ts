import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { internLetter } from '../../../src/model/intern-letter.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Block, Inline } from '../../../src/model/tree.ts';
import { createValues } from '../../../src/model/values.ts';
import { createMarkdownWriter } from '../../../src/formats/markdown/write-markdown.ts';
import { aLetter, aNote, bulleted, item, numbered, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { bareNodes, readGfm } from '../../support/read-gfm.ts';
import { readMarkdown } from '../../support/read-markdown.ts';
import { letterWords } from '../../support/product-languages.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import { enclosed } from '../../support/an-enclosure.ts';

const writeMarkdown = createMarkdownWriter(NO_LOCALES);

const mark = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });
const link = (url: string, words = url): Inline => ({ type: 'link', url, children: [text(words)] });

const FULL = aLetter({
  letterhead: ['One Organisation', 'Another'],
  reference: 'R 1',
  body: [
    paragraph('Words', mark('1'), ' and ', link('https://example.org/a_b', 'a link'), '.'),
    { type: 'heading', depth: 2, children: [text('Heading')] },
    numbered(item(paragraph(strong('One.'), ' We ask.'), paragraph('More.')), item(paragraph(strong('Two.')))),
    bulleted(item(paragraph('short')), item(paragraph('shorter', mark('2')))),
    { type: 'blockquote', children: [paragraph('Quoted', { type: 'break' }, 'lines')] },
  ],
  signatures: [
    { organisation: 'One Organisation', person: 'Ada Somebody', title: 'Director' },
    { organisation: 'Another' },
  ],
  enclosures: [enclosed(text('The letter, '), link('https://example.org/letter')), enclosed(text('The statute'))],
  copies: ['The Minister of Justice'],
  notes: [aNote(1, 'A source, art. 1. ', link('https://example.org/?a=1&b=2')), aNote(2, 'Another.')],
});

describe('many signatures', () => {
  const signatures = Array.from({ length: 10 }, (_, index) => ({
    organisation: `- ${index + 1}. *Society*`,
    ...(index === 1 ? { person: 'Ada Brook', title: 'Chair', country: 'Ruritania' } : {}),
  }));
  const listed = (letter: Letter): readonly number[] =>
    readGfm(writeMarkdown(letter)).flatMap(({ type, children }) =>
      type === 'list' && Array.isArray(children) ? [children.length] : [],
    );

  test('are a list, with the name of the organisation first', () => {
    const written = writeMarkdown(aLetter({ signatures }));
    expect(written).toContain(
      '- **- 1. \\*Society\\***\n- **- 2. \\*Society\\***\\\n  Ada Brook\\\n  Chair\\\n  Ruritania\n- **- 3.',
    );
    expect(listed(aLetter({ signatures }))).toEqual([10]);
  });

  test('are a list below each heading, which a list after them does not continue', () => {
    const headed = signatures.map((each, index) => ({ ...each, heading: index < 4 ? 'Ruritania' : 'Utopia' }));
    const letter = aLetter({ signatures: headed, postScriptum: [bulleted(item(paragraph('P.S.')))] });
    expect(listed(letter)).toEqual([4, 6, 1]);
    expect(writeMarkdown(letter)).toContain('\n**Utopia**\n');
  });
});

test('writes every part in reading order', () => {
  expect(writeMarkdown(FULL)).toBe(`**Specimen: not to be sent.**

One Organisation\\
Another

1 December 2025

Our reference: R 1

Minister of Foreign Affairs\\
1 Square\\
ABLAND

# Subject

Your Excellency,

Words[^1] and [a link](https://example.org/a_b).

## Heading

1. **One.** We ask.

   More.

2. **Two.**

- short
- shorter[^2]

> Quoted\\
> lines

Yours faithfully,

Ada Somebody\\
Director\\
One Organisation

Another

Enclosures

- The letter, <https://example.org/letter>
- The statute

Copy to

- The Minister of Justice

[^1]: A source, art. 1. <https://example.org/?a=1&b=2>

[^2]: Another.
`);
});

test('leaves out what a letter does not have', () => {
  expect(writeMarkdown(aLetter({ notice: undefined }))).toBe(`One Organisation

1 December 2025

Minister of Foreign Affairs\\
1 Square\\
ABLAND

# Subject

Your Excellency,

Words.

Yours faithfully,

One Organisation
`);
});

test('escapes what other readers strike out', () => {
  expect(writeMarkdown(aLetter({ body: [paragraph('~~a~~')] }))).toContain('\\~\\~a\\~\\~');
});

test('leaves an empty line between numbered items, however short', () => {
  const body = [numbered(item(paragraph('One.')), item(paragraph('Two.')))];
  expect(writeMarkdown(aLetter({ body }))).toContain('1. One.\n\n2. Two.\n');
});

describe('is read back as the same tree', () => {
  /** What the reader adds: its own fields, and whether lists have empty lines. */
  const bare = (node: Nodes): unknown => {
    if (node.type === 'text') return text(node.value);
    if (node.type === 'break') return { type: 'break' };
    if (node.type === 'footnoteReference') return mark(node.identifier);
    const children = 'children' in node ? node.children.map(bare) : [];
    if (node.type === 'link') return { type: 'link', url: node.url, children };
    if (node.type === 'heading') return { type: 'heading', depth: node.depth, children };
    if (node.type === 'list') return { type: 'list', ordered: node.ordered, start: node.start ?? 1, children };
    return { type: node.type, children };
  };
  const read = (letter: Letter): { readonly blocks: readonly unknown[]; readonly notes: readonly unknown[] } => {
    const { root, notes } = readMarkdown(writeMarkdown(letter));
    return { blocks: root.children.map(bare), notes: notes.map((note) => note.children.map(bare)) };
  };
  const bodyRead = (...body: readonly Block[]): readonly unknown[] => {
    const notes = [1, 2].map((number) => aNote(number, `Note ${number}`));
    const { blocks } = read(aLetter({ body, notes }));
    return blocks.slice(6, -2);
  };

  test('the whole letter', () => {
    const { blocks, notes } = read(FULL);
    expect(blocks.slice(5, 12)).toEqual([
      { type: 'heading', depth: 1, children: FULL.subject },
      paragraph('Your Excellency,'),
      ...FULL.body,
    ]);
    expect(notes).toEqual(FULL.notes.map(({ content }) => [{ type: 'paragraph', children: content }]));
  });

  test('the marks of two notes with a narrow space between them, so that 1 and 2 are not 12', () => {
    const emphasis: Inline = { type: 'emphasis', children: [text('a'), mark('1')] };
    const letter = aLetter({
      body: [paragraph('a', mark('1'), mark('2'), ' b'), paragraph(emphasis, mark('2'))],
      notes: [aNote(1, 'A.'), aNote(2, 'B.')],
    });
    expect(writeMarkdown(letter)).toContain('\na[^1]\u202F[^2] b\n\n*a[^1]*\u202F[^2]\n');
  });

  test('the notes of a source in full once, and then in the short form', () => {
    const notes = [1, 2, 3].map((number) => ({
      ...aNote(number, `In full ${number}.`),
      source: number < 3 ? 'a' : 'b',
    }));
    const written = writeMarkdown(aLetter({ notes }));
    expect(written).toContain('\n[^1]: In full 1.\n\n[^2]: As note 1.\n\n[^3]: In full 3.\n');
  });

  test.each<[string, ...Block[]]>([
    ['two lists of the same kind', bulleted(item(paragraph('a'))), bulleted(item(paragraph('b')))],
    ['two numbered lists', numbered(item(paragraph('a'))), numbered(item(paragraph('b')))],
    [
      'a list that goes on',
      { type: 'list', ordered: true, start: 4, children: [item(paragraph('a')), item(paragraph('b'))] },
    ],
    ['ten items', numbered(...Array.from({ length: 11 }, (_, index) => item(paragraph(`a${index}`), paragraph('b'))))],
    ['lists in lists', bulleted(item(paragraph('a'), numbered(item(paragraph('b'), bulleted(item(paragraph('c')))))))],
    ['a quotation in an item', numbered(item(paragraph('a'), { type: 'blockquote', children: [paragraph('b')] }))],
    [
      'quotations side by side',
      { type: 'blockquote', children: [paragraph('a')] },
      { type: 'blockquote', children: [paragraph('b')] },
    ],
    ['strong beside emphasis', paragraph(strong('a'), { type: 'emphasis', children: [text('b')] }, strong('c'), 'd')],
    ['a mark after strong words', paragraph(strong('a.'), mark('1'), strong('b'), mark('2'))],
    ['a link with awkward words', paragraph(link('https://example.org/a(b)_c?d=&amp;', 'a](b) *c*'))],
    ['a broken line that looks like a list', paragraph('a', { type: 'break' }, '1. b', { type: 'break' }, '# c')],
  ])('%s', (_, ...body) => {
    expect(bodyRead(...body)).toEqual(body);
  });

  test.each(AWKWARD_VALUES)('%j wherever words can be', (value) => {
    const body: readonly Block[] = [
      { type: 'heading', depth: 3, children: [text(value)] },
      paragraph(value),
      paragraph(
        'a',
        strong(value),
        'b',
        { type: 'emphasis', children: [text(value)] },
        ' ',
        link('https://example.org', value),
      ),
      numbered(item(paragraph(strong(value), ` ${value}`)), item(paragraph(value))),
      bulleted(item(paragraph(value))),
      { type: 'blockquote', children: [paragraph(value, { type: 'break' }, value)] },
    ];
    const letter = aLetter({
      letterhead: [value, value],
      insideAddress: [value, 'Street', value],
      subject: [text(value)],
      body,
      notes: [aNote(1, value)],
    });
    const { blocks, notes } = read(letter);
    expect(blocks).toEqual([
      paragraph(strong('Specimen: not to be sent.')),
      paragraph(value, { type: 'break' }, value),
      paragraph('1 December 2025'),
      paragraph(value, { type: 'break' }, 'Street', { type: 'break' }, value),
      { type: 'heading', depth: 1, children: [text(value)] },
      paragraph('Your Excellency,'),
      ...body,
      paragraph('Yours faithfully,'),
      paragraph('One Organisation'),
    ]);
    expect(notes).toEqual([[paragraph(value)]]);
  });
});

describe('a table', () => {
  const cells = table([null, 'left', 'right', 'center'], ['A', 'B', 'C', 'D'], ['a | b', [strong('b')], '\\|', '1']);

  test('has one space beside each bar, and its bars within cells are escaped', () => {
    const written = writeMarkdown(aLetter({ body: [cells] }));
    expect(written).toContain('\n| A | B | C | D |\n| --- | :-- | --: | :-: |\n| a \\| b | **b** | \\\\\\| | 1 |\n');
  });

  test('in a demand is read again, and so is the text after it', () => {
    const body: readonly Block[] = [numbered(item(paragraph('Do this.'), cells, paragraph('Or that.')))];
    expect(readGfm(writeMarkdown(aLetter({ body })))).toEqual(expect.arrayContaining([...bareNodes(body)]));
  });

  test.each(AWKWARD_VALUES)('has %j in its cells as it is', (value) => {
    const body = [
      table(['left', null], [value, 'a'], [[strong(value), text(' '), link('https://example.org', value)], value]),
    ];
    expect(readGfm(writeMarkdown(aLetter({ body })))).toEqual(expect.arrayContaining([...bareNodes(body)]));
  });
});

test('writes a thematic break as three hyphens', () => {
  const body: readonly Block[] = [paragraph('a'), { type: 'thematicBreak' }, paragraph('b')];
  expect(writeMarkdown(aLetter({ body }))).toContain('\na\n\n---\n\nb\n');
});

test('holds the words of the letter in their order', () => {
  const written = readMarkdown(writeMarkdown(FULL));
  const wordsIn = (node: Nodes, number = ''): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'break') return ' ';
    if (node.type === 'list') {
      const label = (index: number): string => (node.ordered === true ? `${(node.start ?? 1) + index}. ` : '');
      return node.children.map((child, index) => wordsIn(child, label(index))).join('\n');
    }
    if (!('children' in node)) return '';
    const isBlock = node.type === 'root' || node.type === 'listItem' || node.type === 'blockquote';
    return number + node.children.map((child) => wordsIn(child)).join(isBlock ? '\n' : '');
  };
  const words = [wordsIn(written.root), ...written.notes.map((note, index) => `${index + 1} ${wordsIn(note)}`)].join(
    '\n',
  );
  const spaced = (all: string): readonly string[] => all.split(/\s+/).filter((word) => word !== '');
  expect(spaced(words).length).toBeGreaterThan(50);
  expect(spaced(words)).toEqual(spaced(letterWords(FULL)));
});

describe('a writer', () => {
  const enclosing = (words: string): Letter => aLetter({ enclosures: [enclosed(text(words))] });
  const copied = (...copies: readonly string[]): Letter => aLetter({ copies });
  const addressed = (...lines: readonly string[]): Letter => aLetter({ insideAddress: lines });
  /** Each may look like another one in what a writer remembers. */
  const LETTERS: readonly Letter[] = [
    aLetter({}),
    ...['1', '2', '3', '4', '5', '6', '1,2'].map((words) => copied(words)),
    ...['The open letter', 'The Statute', '1', '2'].map(enclosing),
    copied('1', '2'),
    addressed('A', 'B', 'C'),
    addressed('A', 'B\nC'),
    aLetter({ notice: 'Subject' }),
    aLetter({ subject: [text('1')] }),
    ...['paragraph 1', 'lines ["A"]', 'copies ["1"]', '1'].map((words) => aLetter({ body: [paragraph(words)] })),
    ...[1, 2].map((start) =>
      aLetter({ body: [{ type: 'list', ordered: true, start, children: [item(paragraph('Act.'))] }] }),
    ),
    aLetter({ body: [bulleted(item(paragraph('Act.'), paragraph('Now.')))] }),
    aLetter({ body: [bulleted(item(paragraph('Act.')), item(paragraph('Now.')))] }),
    aLetter({ body: [{ type: 'heading', depth: 2, children: [text('Act.')] }] }),
    aLetter({ body: [{ type: 'heading', depth: 3, children: [text('Act.')] }] }),
    aLetter({ body: [{ type: 'blockquote', children: [paragraph('Act.')] }] }),
    ...[1, 2].map((number) => aLetter({ notes: [aNote(number, 'A note.')] })),
  ];

  test('puts nothing of one letter into another, in whatever order they come', () => {
    const writer = createMarkdownWriter(NO_LOCALES);
    const alone = LETTERS.map((letter) => createMarkdownWriter(NO_LOCALES)(letter));
    for (const order of [LETTERS, LETTERS.toReversed(), LETTERS, LETTERS]) {
      for (const letter of order) expect(writer(letter)).toBe(alone[LETTERS.indexOf(letter)]);
    }
    expect(new Set(alone).size).toBe(LETTERS.length);
  });

  test('writes equal notes in the form and the language of each letter', () => {
    const notes = [1, 2].map((number) => ({ ...aNote(number, 'In full.'), source: 'one' }));
    const otherNotes = notes.with(0, aNote(1, 'Another.'));
    const values = createValues();
    const writer = createMarkdownWriter(NO_LOCALES, values);
    const secondNote = (changes: Partial<Letter>): string | undefined =>
      /\[\^2\]: (.*)/.exec(writer(internLetter({ ...aLetter(), ...changes }, values)))?.[1];
    for (let times = 0; times < 3; times += 1) {
      expect(['en', 'fr', 'es'].map((language) => secondNote({ language, notes }))).toEqual([
        'As note 1.',
        'Préc., note 1.',
        'Supra nota 1.',
      ]);
      expect(secondNote({ notes: otherNotes })).toBe('In full.');
    }
  });
});
