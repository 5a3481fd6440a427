import type { BlockContent, List, ListItem, PhrasingContent } from 'mdast';
import type { Block, Inline, List as LetterList } from '../../model/tree.ts';

/** A block of a letter as mdast's own node, which its writer may keep and change. */
export function toBlock(block: Block): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: toInlines(block.children) };
    case 'heading':
      return { type: 'heading', depth: block.depth, children: toInlines(block.children) };
    case 'blockquote':
      return { type: 'blockquote', children: block.children.map(toBlock) };
    case 'list':
      return toList(block);
  }
}

/** The content of one line or paragraph as mdast's own nodes. */
export function toInlines(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.map(toInline);
}

/** A list of short items stands close together; as soon as one has two paragraphs, all have an empty line between. */
function toList(list: LetterList): List {
  const spread = list.ordered || list.children.some(({ children }) => children.length > 1);
  const children = list.children.map((item): ListItem => ({
    type: 'listItem',
    spread,
    children: item.children.map(toBlock),
  }));
  return { type: 'list', ordered: list.ordered, start: list.ordered ? list.start : null, spread, children };
}

function toInline(node: Inline): PhrasingContent {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'break':
      return { type: 'break' };
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: node.identifier, label: node.identifier };
    case 'link':
      return { type: 'link', url: node.url, children: toInlines(node.children) };
    case 'emphasis':
    case 'strong':
      return { type: node.type, children: toInlines(node.children) };
  }
}
