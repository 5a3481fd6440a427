import type { Block, Inline, ListItem } from '../model/tree.ts';
import { joinedTexts } from './isolates.ts';
import { hasNoHoles, type PatternBlock, type PatternInline, type PatternItem, type Slot } from '../template/pattern.ts';

/** Returns the node that fills the hole of an insert, by the index of the insert. */
export type HoleContent = (insert: number) => Inline;

/** A block other than a slot. */
export type FillableBlock = Exclude<PatternBlock, Slot>;

/**
 * Fills the holes of a block with nodes; values are never parsed as Markdown. A block without holes is returned as it
 * is: the same object, so that letters share it.
 */
export function fillBlock(block: FillableBlock, holeContent: HoleContent): Block {
  if (hasNoHoles(block)) return block;
  if (block.type === 'list') return { ...block, children: block.children.map((item) => fillItem(item, holeContent)) };
  if (block.type === 'blockquote') return { ...block, children: fillNested(block.children, holeContent) };
  return { ...block, children: fillInlines(block.children, holeContent) };
}

function fillItem(item: PatternItem, holeContent: HoleContent): ListItem {
  return hasNoHoles(item) ? item : { ...item, children: fillNested(item.children, holeContent) };
}

/** Fills blocks inside a list item or a quotation, where slots are not allowed. */
function fillNested(blocks: readonly PatternBlock[], holeContent: HoleContent): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'slot' ? [] : [fillBlock(block, holeContent)]));
}

/** Fills the holes in inline content; returns the same array if there are none. */
export function fillInlines(nodes: readonly PatternInline[], holeContent: HoleContent): readonly Inline[] {
  if (nodes.every((node): node is Inline => hasNoHoles(node))) return nodes;
  return coalesced(nodes.map((node) => fillInline(node, holeContent)));
}

function fillInline(node: PatternInline, holeContent: HoleContent): Inline {
  if (node.type === 'hole') return holeContent(node.insert);
  if (hasNoHoles(node)) return node;
  return { ...node, children: fillInlines(node.children, holeContent) };
}

/**
 * Merges adjacent text nodes, such as a value and the words around it, because Markdown is parsed back into one text
 * node for all of them.
 */
function coalesced(nodes: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else joined[joined.length - 1] = joinedTexts(last, node);
  }
  return joined;
}
