import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';

/** A letter parsed from Markdown (CommonMark with footnotes), without the positions of nodes. */
export interface ReadLetter {
  readonly root: Root;
  /** The content of each footnote, in the order of their numbers. */
  readonly notes: readonly Root[];
}

/**
 * Parses the Markdown of a letter, with the extensions of GFM for tables only if they are asked for. Throws an Error if
 * its footnotes are not numbered from 1 in order.
 */
export function readMarkdown(markdown: string, { tables = false }: { readonly tables?: boolean } = {}): ReadLetter {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmFootnote(), ...(tables ? [gfmTable()] : [])],
    mdastExtensions: [gfmFootnoteFromMarkdown(), ...(tables ? [gfmTableFromMarkdown()] : [])],
  });
  removePositions(tree);
  const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  notes.forEach(({ identifier }, index) => {
    if (identifier !== String(index + 1)) throw new Error(`note ${index + 1} is called ${identifier}`);
  });
  const root: Root = { type: 'root', children: tree.children.filter((node) => node.type !== 'footnoteDefinition') };
  return { root, notes: notes.map(({ children }) => ({ type: 'root', children })) };
}

/** The words of a letter in reading order, with the numbers of lists and notes, but without the marks of notes. */
export function wordsOfMarkdown(markdown: string): string {
  const { root, notes } = readMarkdown(markdown, { tables: true });
  return [wordsIn(root), ...notes.map((note, index) => `${index + 1} ${wordsIn(note)}`)].join('\n');
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  if (node.type === 'list' && node.ordered === true) {
    return node.children.map((item, index) => `${(node.start ?? 1) + index}. ${wordsIn(item)}`).join('\n');
  }
  return node.children.map(wordsIn).join(BLOCK_CONTAINERS.has(node.type) ? '\n' : '');
}

const BLOCK_CONTAINERS: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
]);

function removePositions(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(removePositions);
}
