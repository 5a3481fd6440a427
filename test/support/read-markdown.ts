import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';

/** A written letter, read back: CommonMark with footnotes, without places. */
export interface ReadLetter {
  readonly root: Root;
  /** In order. */
  readonly notes: readonly Root[];
}

/** Reads a written letter back by a reader that knows nothing of how it was written. */
export function readMarkdown(markdown: string): ReadLetter {
  const whole = fromMarkdown(markdown, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });
  stripPlaces(whole);
  const notes = whole.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  notes.forEach(({ identifier }, index) => {
    if (identifier !== String(index + 1)) throw new Error(`note ${index + 1} is called ${identifier}`);
  });
  const root: Root = { type: 'root', children: whole.children.filter((node) => node.type !== 'footnoteDefinition') };
  return { root, notes: notes.map(({ children }) => ({ type: 'root', children })) };
}

/** The words of a written letter in reading order: numbers of lists and of notes are words, their marks are not. */
export function wordsOfMarkdown(markdown: string): string {
  const { root, notes } = readMarkdown(markdown);
  return [wordsIn(root), ...notes.map((note, index) => `${index + 1} ${wordsIn(note)}`)].join('\n');
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  if (node.type === 'list' && node.ordered === true) {
    return node.children.map((item, index) => `${(node.start ?? 1) + index}. ${wordsIn(item)}`).join('\n');
  }
  return node.children.map(wordsIn).join(HOLDS_BLOCKS.has(node.type) ? '\n' : '');
}

const HOLDS_BLOCKS: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem']);

function stripPlaces(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(stripPlaces);
}
