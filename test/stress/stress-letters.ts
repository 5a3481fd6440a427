import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { parse } from 'yaml';
import type { Language } from '../../src/model/language.ts';
import type { Letter } from '../../src/model/letter.ts';
import { createTextNode, type Block, type Inline, type ListItem } from '../../src/model/tree.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { conventionsOf, formatLongDate } from '../support/product-languages.ts';

/** The content of a file of this folder. */
interface StressFile {
  readonly subject: string;
  readonly salutation: string;
  readonly close: string;
  readonly address: readonly string[];
  readonly copies: readonly string[];
  readonly signatories: readonly string[];
  /** Markdown with footnotes. */
  readonly body: string;
}

/** The languages that have such a letter. */
export const STRESS_LANGUAGES: readonly Language[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, 2))
  .toSorted();

/** Builds the stress letter of a language. */
export function stressLetter(language: Language): Letter {
  const file = `${language}.yaml`;
  const words = parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as StressFile;
  const { root, notes } = readMarkdown(words.body);
  const url = 'https://example.org/forms';
  const date = formatLongDate('2025-12-01', language);
  return {
    id: 'stress',
    language,
    notice: conventionsOf(language).notice.specimen,
    logo: undefined,
    letterhead: words.signatories.slice(0, 3),
    senderLines: [],

    references: [{ label: conventionsOf(language).labels.ours, value: createTextNode('A/B/2025/17-bis') }],
    date,
    dateLine: createTextNode(date),
    day: '2025-12-01',
    marking: undefined,
    delivery: undefined,
    insideAddress: words.address.map(createTextNode),
    runningHeadForms: words.address.slice(0, 1).map(createTextNode),
    subject: [{ type: 'text', value: words.subject }],
    subjectOrigin: { text: 'body/stress', span: { file, line: 1, column: 1 } },
    salutation: createTextNode(words.salutation),
    body: root.children.map(blockOf),
    close: createTextNode(words.close),
    signatures: words.signatories.map((organisation) => ({ organisation })),
    postScriptum: [],
    enclosures: [{ title: [{ type: 'link', url, children: [{ type: 'text', value: url }] }], file: undefined }],
    copies: words.copies,
    notes: notes.map(({ children: [first] }, index) => {
      if (first?.type !== 'paragraph') throw new Error(`note ${index + 1} is no paragraph`);
      return { number: index + 1, source: `source ${index + 1}`, content: first.children.map(inlineOf) };
    }),
    title: words.subject,
    author: conventionsOf(language).unsignedAuthor.specimen,
    span: { file: `test/stress/${file}`, line: 1, column: 1 },
  };
}

function blockOf(node: Nodes): Block {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: node.children.map(inlineOf) };
    case 'heading':
      return { type: 'heading', depth: node.depth === 2 ? 2 : 3, children: node.children.map(inlineOf) };
    case 'blockquote':
      return { type: 'blockquote', children: node.children.map(blockOf) };
    case 'list': {
      const children = node.children.map((item): ListItem => {
        return { type: 'listItem', children: item.children.map(blockOf) };
      });
      return { type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children };
    }
    default:
      throw new Error(`a letter has no ${node.type}`);
  }
}

function inlineOf(node: Nodes): Inline {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value.replaceAll('\n', ' ') };
    case 'emphasis':
      return { type: 'emphasis', children: node.children.map(inlineOf) };
    case 'strong':
      return { type: 'strong', children: node.children.map(inlineOf) };
    case 'link':
      return { type: 'link', url: node.url, children: node.children.map(inlineOf) };
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: node.identifier };
    default:
      throw new Error(`a line of a letter has no ${node.type}`);
  }
}
