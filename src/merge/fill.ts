import type { Block, Inline, ListItem, RowOfTable } from '../model/tree.ts';
import { withoutSecondFullStop } from './full-stop.ts';
import { joinTextNodes } from './isolates.ts';
import {
  hasNoHoles,
  type Hole,
  type PatternBlock,
  type PatternInline,
  type PatternItem,
  type Slot,
} from '../template/pattern.ts';

/** Returns the nodes that fill a hole, by the index of the insert: one, or those of several lines. */
export type HoleFiller = (insert: number) => readonly Inline[];

/** A block of a template that is not a slot (the place of an insert between two blocks). */
export type FillableBlock = Exclude<PatternBlock, Slot>;

/**
 * Fills the holes of a block (the places of inserts in a line) with nodes. Values are never parsed as Markdown. A block
 * without holes is returned unchanged, so that letters share the object.
 */
export function fillBlock(block: FillableBlock, fillHole: HoleFiller): Block {
  if (hasNoHoles(block)) return block;
  if (block.type === 'list') return { ...block, children: block.children.map((item) => fillItem(item, fillHole)) };
  if (block.type === 'blockquote') return { ...block, children: fillNested(block.children, fillHole) };
  if (block.type === 'table') return { ...block, children: block.children.map((row) => fillTableRow(row, fillHole)) };
  return { ...block, children: fillInlines(block.children, fillHole) };
}

function fillTableRow(row: RowOfTable<Hole>, fillHole: HoleFiller): RowOfTable {
  return {
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: fillInlines(cell.children, fillHole) })),
  };
}

function fillItem(item: PatternItem, fillHole: HoleFiller): ListItem {
  return hasNoHoles(item) ? item : { ...item, children: fillNested(item.children, fillHole) };
}

/** Fills the blocks of a list item or a quotation, where slots are not allowed. */
function fillNested(blocks: readonly PatternBlock[], fillHole: HoleFiller): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'slot' ? [] : [fillBlock(block, fillHole)]));
}

/**
 * Fills the holes in inline content. If there are none, returns the same array. A full stop after a value that ends with
 * one is left out, also where the mark of a note is between them.
 */
export function fillInlines(nodes: readonly PatternInline[], fillHole: HoleFiller): readonly Inline[] {
  if (nodes.every((node): node is Inline => hasNoHoles(node))) return nodes;
  const filledNodes: Inline[] = [];
  let followsFullStop = false;
  for (const node of nodes) {
    const filled = fillInline(node, fillHole);
    if (followsFullStop && node.type === 'text') {
      const value = withoutSecondFullStop(node.value);
      if (value !== '') filledNodes.push({ ...node, value });
    } else filledNodes.push(...filled);
    const isOnlyMark = filled.every(({ type }) => type === 'footnoteReference');
    if (!isOnlyMark) followsFullStop = endsWithHole(node) && endsWithFullStop(filled.at(-1));
  }
  return mergeAdjacentTexts(filledNodes);
}

/** Whether the last of a node is filled in, and not typed. */
function endsWithHole(node: PatternInline | undefined): boolean {
  if (node === undefined) return false;
  return node.type === 'hole' || ('children' in node && endsWithHole(node.children.at(-1)));
}

function endsWithFullStop(node: Inline | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === 'text') return node.value.endsWith('.');
  return 'children' in node && endsWithFullStop(node.children.at(-1));
}

function fillInline(node: PatternInline, fillHole: HoleFiller): readonly Inline[] {
  if (node.type === 'hole') return fillHole(node.insert);
  if (hasNoHoles(node)) return [node];
  return [{ ...node, children: fillInlines(node.children, fillHole) }];
}

/**
 * Merges adjacent text nodes, such as a value and the words around it, because the Markdown that is written for them is
 * parsed as one text node.
 */
function mergeAdjacentTexts(nodes: readonly Inline[]): readonly Inline[] {
  const mergedNodes: Inline[] = [];
  for (const node of nodes) {
    const previousNode = mergedNodes.at(-1);
    if (node.type !== 'text' || previousNode?.type !== 'text') mergedNodes.push(node);
    else mergedNodes[mergedNodes.length - 1] = joinTextNodes(previousNode, node);
  }
  return mergedNodes;
}
