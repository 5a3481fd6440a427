import type { Block, Inline, ListItem } from '../model/tree.ts';
import { isWhole, type PatternBlock, type PatternInline, type PatternItem, type Slot } from '../template/pattern.ts';

/** What belongs into the hole of an insert. */
export type HoleContent = (insert: number) => Inline;

/** A block that is no place for others. */
export type WordBlock = Exclude<PatternBlock, Slot>;

/**
 * Puts what belongs there into the holes of a block, as finished nodes, never as Markdown. What has no holes stays the
 * value that it is.
 */
export function fillBlock(block: WordBlock, inHole: HoleContent): Block {
  if (isWhole(block)) return block;
  if (block.type === 'list') return { ...block, children: block.children.map((item) => fillItem(item, inHole)) };
  if (block.type === 'blockquote') return { ...block, children: fillNested(block.children, inHole) };
  return { ...block, children: fillInlines(block.children, inHole) };
}

function fillItem(item: PatternItem, inHole: HoleContent): ListItem {
  return isWhole(item) ? item : { ...item, children: fillNested(item.children, inHole) };
}

/** Inside of other blocks there is no place for passages and demands. */
function fillNested(blocks: readonly PatternBlock[], inHole: HoleContent): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'slot' ? [] : [fillBlock(block, inHole)]));
}

/** The same for what stands inside one block. */
export function fillInlines(nodes: readonly PatternInline[], inHole: HoleContent): readonly Inline[] {
  if (nodes.every((node): node is Inline => isWhole(node))) return nodes;
  return coalesced(nodes.map((node) => fillInline(node, inHole)));
}

function fillInline(node: PatternInline, inHole: HoleContent): Inline {
  if (node.type === 'hole') return inHole(node.insert);
  if (isWhole(node)) return node;
  return { ...node, children: fillInlines(node.children, inHole) };
}

/** A value and the words around it are one text, as they are when the written letter is read back. */
function coalesced(nodes: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
  }
  return joined;
}
