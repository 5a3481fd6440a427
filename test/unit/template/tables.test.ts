import { describe, expect, test } from 'vitest';
import { plainText, type Block, type Inline } from '../../../src/model/tree.ts';
import { letterOf, merged, type MergingParts } from '../../support/a-merging.ts';
import { paragraph, strong, table, text } from '../../support/a-letter.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

/** The words of a body below its subject, as a text of the campaign. */
const texts = (words: string): Partial<MergingParts> => ({ texts: { 'body/member': `# Subject\n\n${words}\n` } });

const bodyIn = (parts: Partial<MergingParts>): readonly Block[] => withoutOrigins(letterOf(parts).body);

const bodyOf = (words: string, parts: Partial<MergingParts> = {}): readonly Block[] =>
  bodyIn({ ...texts(words), ...parts });

/** The faults of a body, each as its code, line and column. */
const faultsOf = (words: string): readonly string[] =>
  merged(texts(words)).diagnostics.map(({ code, span }) => `${code} ${span.line}:${span.column}`);

const TABLE = '| A | B |\n| --- | --- |\n';

describe('a table', () => {
  test('has its rows and the alignment of its columns', () => {
    expect(
      bodyOf('Before:\n\n| A | B | C | D |\n| - | :-- | --: | :-: |\n| 1 | **b** | *c* d | e |\n\nAfter.'),
    ).toEqual([
      paragraph('Before:'),
      table(
        [null, 'left', 'right', 'center'],
        ['A', 'B', 'C', 'D'],
        ['1', [strong('b')], [{ type: 'emphasis', children: [text('c')] }, text(' d')], 'e'],
      ),
      paragraph('After.'),
    ]);
  });

  test('keeps the place of each row, also of one in a partial', () => {
    const parts = { 'body/member': `# Subject\n\n${TABLE}| 1 | 2 |\n{{> rows}}\n`, 'partials/rows': '| 3 | 4 |\n' };
    const [cells] = letterOf({ texts: parts }).body;
    if (cells?.type !== 'table') throw new Error('the body has no table');
    expect(cells.children.map(({ origin }) => `${origin?.text} ${origin?.span.file} ${origin?.span.line}`)).toEqual([
      'body/member en/body/member.md 3',
      'body/member en/body/member.md 5',
      'body/member en/partials/rows.md 1',
    ]);
  });

  test('can directly follow a paragraph, and have one column', () => {
    expect(bodyOf('Before:\n| A |\n|-|\n| 1 |')).toEqual([paragraph('Before:'), table([null], ['A'], ['1'])]);
  });

  test('holds links, and bars that are typed with a backslash', () => {
    const link = (url: string): Inline => ({ type: 'link', url, children: [text(url)] });
    const rows = '| https://example.org/a | a \\| b |\n| <https://example.org/b> | \\| |';
    expect(bodyOf(TABLE + rows)).toEqual([
      table(
        [null, null],
        ['A', 'B'],
        [[link('https://example.org/a')], 'a | b'],
        [[link('https://example.org/b')], '|'],
      ),
    ]);
  });

  test.each(AWKWARD_VALUES)('has the value %j in one cell', (value) => {
    const recipient = { office: { title: { en: value }, rank: 'minister' } };
    const [cells] = bodyOf(`${TABLE}| {{recipient.title}} | *{{recipient.title}}* |`, { recipient });
    if (cells?.type !== 'table') throw new Error('the body has no table');
    expect(cells.children.map(({ children }) => children.length)).toEqual([2, 2]);
    expect(cells.children[1]?.children.map(({ children }) => plainText(children))).toEqual([value, value]);
  });

  test('holds the mark of a note', () => {
    const parts = { sources: { survey: {} } };
    expect(bodyOf(`${TABLE}| 1{{cite "survey" at="p. 3 | 4"}} | 2 |`, parts)).toEqual([
      table([null, null], ['A', 'B'], [[text('1'), { type: 'footnoteReference', identifier: '1' }], '2']),
    ]);
  });

  test('is between the paragraphs of a passage', () => {
    const parts: Partial<MergingParts> = {
      texts: {
        'body/member': '# Subject\n\nWords.\n\n{{passage "thanks"}}\n',
        'passages/thanks/some': `Thanks:\n\n${TABLE}| 1 | 2 |\n`,
      },
      passages: ['thanks'],
    };
    expect(bodyIn(parts)).toEqual([
      paragraph('Words.'),
      paragraph('Thanks:'),
      table([null, null], ['A', 'B'], ['1', '2']),
    ]);
  });

  test('has rows for some recipients only, and rows of partials', () => {
    const parts: Partial<MergingParts> = {
      texts: {
        'body/member': `# Subject\n\n${TABLE}{{#if holder.name}}\n| holder | {{> part}} |\n{{else}}\n| none | – |\n{{/if}}\n{{> rows}}\n\nAfter.\n`,
        'partials/part': 'words\n',
        'partials/rows': '| 1 | 2 |\n| 3 | 4 |\n',
      },
    };
    expect(bodyIn(parts)).toEqual([
      table([null, null], ['A', 'B'], ['none', '–'], ['1', '2'], ['3', '4']),
      paragraph('After.'),
    ]);
  });
});

describe('what Markdown makes of a table is a fault if it may not be meant:', () => {
  test.each<[string, string, ...string[]]>([
    ['a row with a cell too few', `${TABLE}| 1 |`, 'text/unsupported-markdown 5:1'],
    ['a row with a cell too many', `${TABLE}| 1 | 2 |\n| 1 | 2 | 3 |`, 'text/unsupported-markdown 6:1'],
    ['the line below it', `${TABLE}| 1 | 2 |\nWords.`, 'text/unsupported-markdown 6:1'],
    ['the line below a table of one column', '| A |\n| - |\n| 1 |\nWords.', 'text/unsupported-markdown 6:1'],
    [
      'rows without bars at both ends',
      'A | B\n--|--\n1 | 2',
      'text/unsupported-markdown 3:1',
      'text/unsupported-markdown 5:1',
    ],
    ['a row whose last bar is text', `${TABLE}| 1 | 2 \\|`, 'text/unsupported-markdown 5:1'],
    ['a head with fewer cells than hyphens', '| A |\n| - | - |\n| 1 | 2 |', 'text/unsupported-markdown 4:1'],
    ['no head', '| - | - |\n| 1 | 2 |', 'text/unsupported-markdown 3:1'],
    ['no hyphens', '| A | B |\n| 1 | 2 |', 'text/unsupported-markdown 3:1'],
    ['no rows', TABLE, 'text/empty-part 3:1'],
    ['an empty cell of the head', '| A | |\n| - | - |\n| 1 | 2 |', 'text/empty-part 3:5'],
    ['an empty cell', `${TABLE}| | 2 |`, 'text/empty-part 5:1'],
    ['a cell of a comment', `${TABLE}| <!-- x --> | 2 |`, 'text/empty-part 5:1'],
    ['a table in a list', `- a\n\n  | A |\n  | - |\n  | 1 |`, 'text/unsupported-markdown 5:3'],
    ['a table in a quotation', '> | A |\n> | - |\n> | 1 |', 'text/unsupported-markdown 3:3'],
    ['a bar in an address', `${TABLE}| [a](https://example.org/a\\|b) | 2 |`, 'text/link-refused 5:3'],
    ['code in a cell', `${TABLE}| \`a\` | 2 |`, 'text/unsupported-markdown 5:3'],
    [
      'markup of other dialects in a cell',
      `${TABLE}| a | ~~b~~ |`,
      'text/unsupported-markdown 5:7',
      'text/unsupported-markdown 5:10',
    ],
  ])('%s', (_, words, ...faults) => {
    expect(faultsOf(words)).toEqual(faults);
  });

  test('a passage on the line below it, and a passage in a cell', () => {
    const faults = ['text/unsupported-markdown 6:1', 'text/not-alone 6:1'];
    expect(faultsOf(`${TABLE}| 1 | 2 |\n{{passage "thanks"}}`)).toEqual(expect.arrayContaining(faults));
    expect(faultsOf(`${TABLE}| {{passage "thanks"}} | 2 |`)).toEqual(expect.arrayContaining(['text/not-alone 5:3']));
  });

  test('a cell that is empty for some recipients', () => {
    expect(faultsOf(`${TABLE}| {{#if holder.name}}{{holder.name}}{{/if}} | 2 |`)).toEqual(['text/empty-part 5:1']);
    expect(faultsOf(`${TABLE}| {{#if holder.name}}{{holder.name}}{{else}}–{{/if}} | 2 |`)).toEqual([]);
  });
});

test('bars in a line are words', () => {
  expect(bodyOf('p. 5 | p. 6, a|b and |')).toEqual([paragraph('p. 5 | p. 6, a|b and |')]);
});

test('long lines of hyphens, bars and spaces are looked at in linear time', () => {
  const cpuTime = (size: number): number => {
    const lines = [`|-${' '.repeat(size)}x`, `|${' |'.repeat(size / 2)}x`, `-${'-'.repeat(size)}|x`].join('\n\n');
    const start = process.cpuUsage();
    merged(texts(lines));
    return process.cpuUsage(start).user;
  };
  cpuTime(2000);
  expect(cpuTime(16_000)).toBeLessThan(24 * Math.max(cpuTime(4000), 4000));
});

describe('a thematic break', () => {
  test.each(['---', '***', '___', '- - -'])('is %s between two paragraphs', (line) => {
    expect(bodyOf(`a\n\n${line}\n\nb`)).toEqual([paragraph('a'), { type: 'thematicBreak' }, paragraph('b')]);
  });

  test.each(['a\n---', 'a\nb\n-', '*a*\n  ---  '])(
    'is a fault if it makes a heading of the words above it: %j',
    (words) => {
      expect(faultsOf(words)).toEqual(['text/unsupported-markdown 3:1']);
    },
  );

  test('is no words', () => {
    expect(faultsOf('---')).toEqual(['text/empty-part 1:1']);
    const passage = { 'body/member': '# Subject\n\na\n\n{{passage "thanks"}}\n', 'passages/thanks/some': '---\n' };
    expect(merged({ texts: passage, passages: ['thanks'] }).diagnostics.map(({ code }) => code)).toEqual([
      'text/empty-part',
    ]);
  });

  test('is in no list and no quotation', () => {
    expect(faultsOf('- a\n\n  ---')).toEqual(['text/unsupported-markdown 5:3']);
    expect(faultsOf('> a\n>\n> ---')).toEqual(['text/unsupported-markdown 5:3']);
  });
});
