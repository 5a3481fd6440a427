import type {
  Paragraph,
  PhrasingContent,
  FootnoteDefinition,
  List,
  BlockContent,
  Image,
  Table,
  TableRow,
  ListItem,
} from 'mdast';
import type { PrintedNote } from '../../languages/note-forms.ts';
import type { Figure } from '../../model/picture.ts';
import {
  createTextNode,
  type Inline,
  type Block,
  type Table as TableBlock,
  type List as ListBlock,
} from '../../model/tree.ts';

/** Returns lines of text as a paragraph with hard line breaks. */
export function linesNode(texts: readonly string[]): Paragraph {
  return contentLinesNode(texts.map((value) => [createTextNode(value)]));
}

/** Returns lines of inline content as a paragraph with hard line breaks. */
export function contentLinesNode(lines: readonly (readonly Inline[])[]): Paragraph {
  return paragraphNode(nodesOfLines(lines));
}

/** Returns the nodes of lines of inline content, with a hard line break between two lines. */
export function nodesOfLines(lines: readonly (readonly Inline[])[]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? toInlineNodes(line) : [{ type: 'break' }, ...toInlineNodes(line)],
  );
}

/** Returns a text as a paragraph in strong importance. */
export function strongNode(text: string): Paragraph {
  return paragraphNode([{ type: 'strong', children: textNode(text) }]);
}

/** Returns the definition of a note, in the form in which it is printed. */
export function noteNode({ number, content }: PrintedNote): FootnoteDefinition {
  const identifier = String(number);
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [paragraphNode(toInlineNodes(content))],
  };
}

/** Returns a tight bullet list of items of one paragraph. */
export function bulletList(items: readonly PhrasingContent[][]): List {
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: [paragraphNode(item)] }));
  return { type: 'list', ordered: false, spread: false, children };
}

/** Returns a text as phrasing content. */
export function textNode(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text }];
}

/** Returns phrasing content as a paragraph. */
export function paragraphNode(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Converts a block of the letter to an mdast node, which is always a copy, because the letter is immutable. */
export function toBlockNode(block: Block): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: toInlineNodes(block.children) };
    case 'heading':
      return { type: 'heading', depth: block.depth, children: toInlineNodes(block.children) };
    case 'blockquote':
      return { type: 'blockquote', children: block.children.map(toBlockNode) };
    case 'list':
      return toListNode(block);
    case 'table':
      return toTableNode(block);
    case 'thematicBreak':
      return { type: 'thematicBreak' };
    case 'picture':
      return paragraphNode([imageNode(block.figure)]);
  }
}

/** Returns a picture, which has the same path beside the letters as in the folder of the letter's texts. */
export function imageNode({ picture, alternative }: Figure): Image {
  return { type: 'image', url: picture.file, alt: alternative ?? '' };
}
function toTableNode({ align, children }: TableBlock): Table {
  const rows = children.map((row): TableRow => ({
    type: 'tableRow',
    children: row.children.map((cell) => ({ type: 'tableCell', children: toInlineNodes(cell.children) })),
  }));
  return { type: 'table', align: [...align], children: rows };
}

/**
 * Converts inline content of the letter to mdast nodes. Between the marks of two notes, which programs print as plain
 * superscripts, there is a narrow no-break space, so that 1 and 2 are not read as 12.
 */
export function toInlineNodes(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const previousNode = nodes[index - 1];
    const isSecondMark = previousNode !== undefined && endsWithMark(previousNode) && startsWithMark(node);
    return isSecondMark ? [{ type: 'text', value: '\u202F' }, toInlineNode(node)] : [toInlineNode(node)];
  });
}
function startsWithMark(node: Inline): boolean {
  if (node.type === 'footnoteReference') return true;
  const firstChild = 'children' in node ? node.children[0] : undefined;
  return firstChild !== undefined && startsWithMark(firstChild);
}
function endsWithMark(node: Inline): boolean {
  if (node.type === 'footnoteReference') return true;
  const lastChild = 'children' in node ? node.children.at(-1) : undefined;
  return lastChild !== undefined && endsWithMark(lastChild);
}

/**
 * Converts a list of the letter. The mdast node is loose (an empty line between items) if the list is ordered or one of
 * its items has several blocks, and otherwise tight.
 */
function toListNode(list: ListBlock): List {
  const spread = list.ordered || list.children.some(({ children }) => children.length > 1);
  const children = list.children.map((item): ListItem => ({
    type: 'listItem',
    spread,
    children: item.children.map(toBlockNode),
  }));
  return { type: 'list', ordered: list.ordered, start: list.ordered ? list.start : null, spread, children };
}
function toInlineNode(node: Inline): PhrasingContent {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'break':
      return { type: 'break' };
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: node.identifier, label: node.identifier };
    case 'link':
      return { type: 'link', url: node.url, children: toInlineNodes(node.children) };
    case 'emphasis':
    case 'strong':
      return { type: node.type, children: toInlineNodes(node.children) };
  }
}
