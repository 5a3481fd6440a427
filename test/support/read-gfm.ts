import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Block, CellOfTable, Inline, ListItem, RowOfTable } from '../../src/model/tree.ts';

/** A node without what parsers add to it: positions, titles of links, and whether lists have empty lines. */
export interface BareNode {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Parses Markdown as GitHub Flavored Markdown, with all of its extensions. */
export function readGfm(markdown: string): readonly BareNode[] {
  const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return bareNodes(children);
}

/** The HTML of Markdown in GitHub Flavored Markdown. HTML in the Markdown is in it as it was typed. */
export function gfmAsHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

type AnyNode = Nodes | Block | ListItem | RowOfTable | CellOfTable | Inline;

/**
 * Returns nodes of a letter or of parsed Markdown, so that both can be compared. A link that shows its own address is
 * text here: GFM makes such links of addresses that are text in a letter. Adjacent texts are one.
 */
export function bareNodes(nodes: readonly AnyNode[]): readonly BareNode[] {
  const bare: BareNode[] = [];
  for (const node of nodes.map(bareNode)) {
    const previous = bare.at(-1);
    if (node.type === 'text' && previous?.type === 'text') {
      bare[bare.length - 1] = { type: 'text', value: `${String(previous['value'])}${String(node['value'])}` };
    } else bare.push(node);
  }
  return bare;
}

function bareNode(node: AnyNode): BareNode {
  if (node.type === 'text') return { type: 'text', value: node.value };
  if (node.type === 'footnoteReference') return { type: node.type, identifier: node.identifier };
  const children = 'children' in node ? bareNodes(node.children) : undefined;
  switch (node.type) {
    case 'link': {
      const words = children?.length === 1 && children[0]?.type === 'text' ? String(children[0]['value']) : undefined;
      const isItsAddress = [words, `mailto:${words}`, `http://${words}`].includes(node.url);
      return isItsAddress ? { type: 'text', value: words } : { type: 'link', url: node.url, children };
    }
    case 'heading':
      return { type: 'heading', depth: node.depth, children };
    case 'list':
      return { type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children };
    case 'listItem':
      return { type: 'listItem', checked: ('checked' in node ? node.checked : null) ?? null, children };
    case 'table':
      return { type: 'table', align: node.align, children };
    case 'footnoteDefinition':
      return { type: 'footnoteDefinition', identifier: node.identifier, children };
    default:
      return { type: node.type, ...(children === undefined ? {} : { children }) };
  }
}
