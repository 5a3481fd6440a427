import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/model/tree.ts';
import { letterOf, merged } from '../../support/a-merging.ts';
import { bulleted, item, numbered, paragraph } from '../../support/a-letter.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

/** The partials that the bodies of these tests include. */
const PARTIALS: Readonly<Record<string, string>> = {
  one: 'One.\n',
  unended: 'One.',
  two: 'One.\n\nTwo.\n',
  crlf: 'One.\r\n\r\nTwo.\r\n',
  list: '- a\n- b\n',
  steps: '1. a\n\n   more\n2. b\n',
  heading: 'One.\n\n## Title\n',
  titled: '## Title',
  empty: '',
  blank: '\n\n',
  inItem: '- {{> two}}\n- c\n',
  inQuotation: '> {{> two}}\n',
  nested: 'First:\n\n{{> inItem}}',
};

const heading: Block = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Title' }] };
const quotation = (...children: readonly Block[]): Block => ({ type: 'blockquote', children });
const [one, two] = [paragraph('One.'), paragraph('Two.')];
const listAB = bulleted(item(paragraph('a')), item(paragraph('b')));
const listTwo = bulleted(item(one, two), item(paragraph('c')));

function bodyOf(text: string): readonly Block[] {
  const used = Object.entries(PARTIALS).map(([name, words]): [string, string] => [`partials/${name}`, words]);
  const texts = { 'body/member': `# Subject\n\n${text}`, ...Object.fromEntries(used) };
  return withoutOrigins(letterOf({ texts }).body);
}

describe('a partial stays in the container of its tag', () => {
  test.each<[string, ...Block[]]>([
    ['- {{> two}}\n- c\n', bulleted(item(one, two), item(paragraph('c')))],
    ['- {{> crlf}}\n- c\n', bulleted(item(one, two), item(paragraph('c')))],
    ['-\t{{> two}}\n-\tc\n', bulleted(item(one, two), item(paragraph('c')))],
    ['1. {{> two}}\n2. c\n', numbered(item(one, two), item(paragraph('c')))],
    ['- a\n\n  {{> two}}\n- c\n', bulleted(item(paragraph('a'), one, two), item(paragraph('c')))],
    ['- a\n  {{> list}}\n', bulleted(item(paragraph('a'), listAB))],
    ['1. {{> list}}\n2. c\n', numbered(item(listAB), item(paragraph('c')))],
    ['- a: {{> two}}\n- c\n', bulleted(item(paragraph('a: One.'), two), item(paragraph('c')))],
    ['- a: {{> two}} More.\n', bulleted(item(paragraph('a: One.'), paragraph('Two. More.')))],
    ['> {{> two}}\n', quotation(one, two)],
    ['> {{> two}}\n> c\n', quotation(one, paragraph('Two. c'))],
    ['> a\n>\n> {{> two}}\n>\n> c\n', quotation(paragraph('a'), one, two, paragraph('c'))],
    ['> {{> list}}\n', quotation(listAB)],
    ['> - {{> two}}\n> - c\n', quotation(listTwo)],
    ['- > {{> two}}\n- c\n', bulleted(item(quotation(one, two)), item(paragraph('c')))],
    ['> {{> inItem}}\n', quotation(listTwo)],
    ['- {{> inQuotation}}\n', bulleted(item(quotation(one, two)))],
    ['1. {{> nested}}\n2. c\n', numbered(item(paragraph('First:'), listTwo), item(paragraph('c')))],
    [
      '- {{> steps}}\n- c\n',
      bulleted(item(numbered(item(paragraph('a'), paragraph('more')), item(paragraph('b')))), item(paragraph('c'))),
    ],
    ['- {{#if holder.name}}x{{else}}{{> two}}{{/if}}\n- c\n', listTwo],
  ])('%j', (text, ...body) => {
    expect(bodyOf(text)).toEqual(body);
  });

  test('but not in a heading, which has one line', () => {
    const texts = { 'body/member': '# Subject\n\na\n\n## {{> two}}\n', 'partials/two': 'One.\n\nTwo.\n' };
    const [fault, ...others] = merged({ texts }).diagnostics;
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      code: 'template/unsupported',
      span: { file: 'en/body/member.md', line: 5, column: 4 },
    });
  });
});

test.each(['a {{> list}}', '- a {{> steps}}', '**{{> titled}}**', '> a {{> inQuotation}}'])(
  'a partial that begins with a block cannot follow words: %j',
  (text) => {
    const used = Object.entries(PARTIALS).map(([name, words]): [string, string] => [`partials/${name}`, words]);
    const { diagnostics } = merged({
      texts: { 'body/member': `# Subject\n\na\n\n${text}\n`, ...Object.fromEntries(used) },
    });
    expect(diagnostics[0]).toMatchObject({
      code: 'template/unsupported',
      span: { line: 5, column: text.indexOf('{{') + 1 },
    });
  },
);

describe('a partial ends where its tag ends', () => {
  test.each<[string, ...Block[]]>([
    ['{{> unended}}\nTwo.\n', paragraph('One. Two.')],
    ['{{> unended}}\n\nTwo.\n', one, two],
    ['{{> one}}\nTwo.\n', paragraph('One. Two.')],
    ['{{> unended}}\n{{> unended}}\n', paragraph('One. One.')],
    ['{{> one}}{{> one}}\n', paragraph('One. One.')],
    ['{{> titled}}\nTwo.\n', heading, two],
    ['{{> heading}}\nTwo.\n', one, heading, two],
    ['{{> heading}} Two.\n', one, heading, two],
    ['## {{> unended}} Two.\n', { type: 'heading', depth: 2, children: [{ type: 'text', value: 'One. Two.' }] }],
    ['a {{> one}}, b\n', paragraph('a One., b')],
    ['**{{> one}}**\n', paragraph({ type: 'strong', children: [{ type: 'text', value: 'One.' }] })],
    ['a\n{{> empty}}\nb\n', paragraph('a b')],
    ['a {{> empty}}b\n', paragraph('a b')],
    ['a\n{{> blank}}\nb\n', paragraph('a'), paragraph('b')],
    ['- {{> list}}', bulleted(item(listAB))],
    ['{{> list}}\n- c\n', bulleted(item(paragraph('a')), item(paragraph('b')), item(paragraph('c')))],
  ])('%j', (text, ...body) => {
    expect(bodyOf(text)).toEqual(body);
  });
});

/** Faults of Markdown, each with the column at which it begins. */
const FAULTS: readonly (readonly [what: string, line: string, column: number])[] = [
  ['HTML', 'a <i>b', 3],
  ['HTML at the start', '<div>', 1],
  ['an image', '![a](b.png)', 1],
  ['a second subject', '# a', 1],
  ['a line in no table', '| a', 1],
  ['two spaces', 'a  b', 2],
  ['an empty item', '- a\n-\n- b', 1],
];

/** Three levels of tags that include the partial with the fault. */
const WAYS: readonly (readonly [what: string, body: string, outer: string])[] = [
  ['alone on a line', '{{> outer}}', '{{> inner}}'],
  ['indented', '- a\n\n  {{> outer}}', 'b\n\n  {{> inner}}'],
  ['indented by a tab', '-\ta\n\n\t{{> outer}}', 'b\n\n{{> inner}}'],
  ['in a list item', '- {{> outer}}', 'b\n\n- {{> inner}}'],
  ['in a quotation', '> {{> outer}}', 'b\n\n> {{> inner}}'],
  ['in an item of a quotation', '> - {{> outer}}', '1. b\n\n   {{> inner}}'],
];

describe.each(FAULTS)('%s in a partial', (_, line, column) => {
  test.each(WAYS)('has its exact location, included %s', (way, body, outer) => {
    for (const lineEnd of ['\n', '\r\n']) {
      for (const [before, lineNumber] of [
        ['', 1],
        ['c\n\n', 3],
        ['\n\nc\n\n\n', 6],
      ] as const) {
        const texts = {
          'body/member': `# Subject\n\nx\n\n${body}\n\nmore\n`.replaceAll('\n', lineEnd),
          'partials/outer': `${outer}\n\nd\n`.replaceAll('\n', lineEnd),
          'partials/inner': `${before}${line}\n\ne\n`.replaceAll('\n', lineEnd),
        };
        const [fault] = merged({ texts }).diagnostics;
        const isEmptyItem = line.includes('\n-\n');
        expect(fault?.span, JSON.stringify(texts)).toEqual({
          file: 'en/partials/inner.md',
          line: lineNumber + (isEmptyItem ? 1 : 0),
          column,
        });
        expect(fault?.related.map(({ span }) => span.file)).toEqual(['en/partials/outer.md', 'en/body/member.md']);
        expect(way).not.toBe('');
      }
    }
  });
});
