import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, PhrasingContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { success, type Outcome } from '../../../src/model/outcome.ts';
import type { Block, CellOfTable, Inline, ListItem, RowOfTable } from '../../../src/model/tree.ts';
import { merged } from '../../support/a-merging.ts';
import { encodePng, resolutionChunk } from '../../support/encode-png.ts';
import { checkedPicture } from '../../support/pictures.ts';
import { valueOf } from '../../support/outcomes.ts';
import { FOREIGN_MARKUP } from '../../support/foreign-markup.ts';

const { children: NODES } = fromMarkdown(readFileSync(join(import.meta.dirname, '../../../docs/markdown.md'), 'utf8'), {
  extensions: [gfm()],
  mdastExtensions: [gfmFromMarkdown()],
});

/** The examples, by the heading above them. */
const EXAMPLES: ReadonlyMap<string, string> = (() => {
  const examples = new Map<string, string>();
  let heading = '';
  for (const node of NODES) {
    if (node.type === 'heading') heading = textOf(node);
    if (node.type === 'code') examples.set(heading, `${examples.get(heading) ?? ''}${node.value}\n\n`);
  }
  return examples;
})();

/** The rows of the table of what is refused, each with the code spans of its cells. */
const REFUSED = NODES.flatMap((node) => (node.type === 'table' ? node.children.slice(1) : [])).map(
  ({ children }: TableRow) => children.map((cell) => cell.children.flatMap(codeOf)),
);

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function codeOf(node: PhrasingContent): readonly string[] {
  return node.type === 'inlineCode' ? [node.value] : [];
}

const MAP = checkedPicture('map.png', encodePng({ width: 1000, chunks: [resolutionChunk(300)] }));

/** Merges a letter whose body has these words as its second paragraph. */
function mergeWords(words: string): Outcome<Letter> {
  return merged({
    texts: { 'body/member': `# Subject\n\nWords.\n\n${words}\n`, 'passages/thanks/some': 'Thanks.' },
    passages: words.includes('"thanks"') ? ['thanks'] : [],
    sources: { survey: {} },
    pictures: new Map([['map.png', success(MAP)]]),
  });
}

type Node = Block | ListItem | RowOfTable | CellOfTable | Inline;

function typesIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => [
    node.type === 'heading' ? `heading ${node.depth}` : node.type,
    ...('children' in node ? typesIn(node.children) : []),
  ]);
}

/** The nodes that the example below each heading must have. Together they are all nodes that a letter can have. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  Paragraphs: ['paragraph', 'text', 'break'],
  'Subject and headings': ['heading 2', 'heading 3'],
  Emphasis: ['emphasis', 'strong'],
  Lists: ['list', 'listItem'],
  Quotations: ['blockquote'],
  Tables: ['table', 'tableRow', 'tableCell'],
  Pictures: ['picture'],
  'Rule lines': ['thematicBreak'],
  'Links and addresses': ['link'],
  Notes: ['footnoteReference'],
  'Signs, and what is not printed': ['text'],
};
const ALL_NODES: Readonly<Record<Node['type'], true>> = {
  paragraph: true,
  text: true,
  break: true,
  heading: true,
  emphasis: true,
  strong: true,
  list: true,
  listItem: true,
  blockquote: true,
  table: true,
  tableRow: true,
  tableCell: true,
  picture: true,
  thematicBreak: true,
  link: true,
  footnoteReference: true,
};

describe('the examples in docs/markdown.md', () => {
  test('are of everything that a letter can have', () => {
    expect([...EXAMPLES.keys()]).toEqual(Object.keys(SHOWN));
    const shown = Object.values(SHOWN).flat();
    expect(new Set(shown.map((type) => type.replace(/ \d/, '')))).toEqual(new Set(Object.keys(ALL_NODES)));
  });

  test.each(Object.entries(SHOWN))('are accepted, and have the nodes that they show: %s', (heading, types) => {
    const outcome = mergeWords(EXAMPLES.get(heading) ?? '');
    expect(outcome.diagnostics).toEqual([]);
    expect(typesIn(valueOf(outcome).body.slice(1))).toEqual(expect.arrayContaining([...types]));
  });

  test('of lists count on from the first number, and have a list in a list', () => {
    const [, bulleted, numbered] = valueOf(mergeWords(EXAMPLES.get('Lists') ?? '')).body;
    expect(numbered).toMatchObject({ type: 'list', ordered: true, start: 3 });
    expect(bulleted).toMatchObject({
      children: [{ children: [{ type: 'paragraph' }, { type: 'list' }, { type: 'paragraph' }] }, {}],
    });
  });

  test('of comments print only the words around them', () => {
    const words = JSON.stringify(valueOf(mergeWords(EXAMPLES.get('Signs, and what is not printed') ?? '')).body);
    expect(words).toContain('1986. That was the year. 2 * 3, 2 * 3, C#, snake_case and R&D are printed.');
    expect(words).not.toMatch(/14th|Ask the county/);
  });

  test('of addresses are five links', () => {
    const { body } = valueOf(mergeWords(EXAMPLES.get('Links and addresses') ?? ''));
    expect(typesIn(body).filter((type) => type === 'link')).toHaveLength(5);
  });

  test('of quotations are set smaller than the body', () => {
    const { quotation, body } = stylesheetFor({ preset: 'international' }, 'a4').styles;
    expect(quotation.size).toBeLessThan(body.size);
  });
});

/** The codes of which docs/markdown.md says that they are warnings. */
const WARNINGS: readonly string[] = ['text/failed-link', 'text/list-number'];

describe('what docs/markdown.md says is refused', () => {
  const refused = REFUSED.flatMap(([nots = [], , [code = ''] = []]) => nots.map((words) => ({ words, code })));

  test('is more than forty constructs', () => {
    expect(refused.length).toBeGreaterThan(40);
    expect(REFUSED.every((cells) => cells.length === 3 && cells.every((codes) => codes.length > 0))).toBe(true);
  });

  test.each(refused)('$words: $code', ({ words, code }) => {
    const { ok, diagnostics } = mergeWords(words);
    const found = diagnostics.find((diagnostic) => diagnostic.code === code);
    expect([found?.severity, ok]).toEqual(WARNINGS.includes(code) ? ['warning', true] : ['error', false]);
    expect(found?.span).toMatchObject({ file: 'en/body/member.md', line: 5 });
    expect(found?.hint).toBeDefined();
  });

  test.each(REFUSED.flatMap(([, instead = []]) => instead))('%s is accepted instead', (words) => {
    expect(mergeWords(words).diagnostics).toEqual([]);
  });

  test('has every kind of markup of other dialects', () => {
    const messages = refused.flatMap(({ words }) =>
      mergeWords(words).diagnostics.map(({ message }) => plainMessage(message)),
    );
    const missing = FOREIGN_MARKUP.filter(([, , words]) => !messages.some((message) => message.includes(words)));
    expect(missing.map(([markup]) => markup)).toEqual([]);
  });
});
