import type { Block, Heading, Inline, List, ListItem, Paragraph, Text } from '../model/tree.ts';
import {
  isWholeBlock,
  isWholeInline,
  type Pattern,
  type PatternBlock,
  type PatternInline,
  type PatternItem,
} from './pattern.ts';
import type { BlockMemory } from './merge-memory.ts';
import type { Insert } from './rendered.ts';

/** How the inserts of one text become parts of the letter's tree. Asked in reading order. */
export interface Filling {
  readonly inline: (insert: number) => Inline;
  readonly blocks: (insert: number) => readonly Block[];
  readonly memory: BlockMemory;
}

/**
 * Puts what belongs there into the holes of a pattern, as text or as finished nodes, never as Markdown. What comes out
 * the same is shared by letters.
 */
export function fillBlocks(blocks: Pattern['blocks'], filling: Filling): readonly Block[] {
  return blocks.flatMap((block) => fillBlock(block, filling));
}

function fillBlock(block: PatternBlock, filling: Filling): readonly Block[] {
  const holes = filling.memory.holesIn(block);
  if (isWholeBlock(block, holes)) return [block];
  if (holes === undefined) return fillAnew(block, filling);
  const inlines = holes.map(filling.inline);
  const inline = (insert: number): Inline => {
    const found = inlines[holes.indexOf(insert)];
    if (found === undefined) throw new Error(`unreachable: the block has no hole for insert ${insert}`);
    return found;
  };
  return filling.memory.filled(block, inlines, () => fillAnew(block, { ...filling, inline }));
}

/** The same for what stands inside one block. */
export function fillInlines(nodes: readonly PatternInline[], filling: Pick<Filling, 'inline'>): readonly Inline[] {
  if (nodes.every(isWholeInline)) return nodes;
  return coalesced(nodes.map((node) => fillInline(node, filling)));
}

function fillAnew(block: PatternBlock, filling: Filling): readonly Block[] {
  switch (block.type) {
    case 'slot':
      return filling.blocks(block.insert);
    case 'paragraph':
      return [{ type: 'paragraph', children: fillInlines(block.children, filling) } satisfies Paragraph];
    case 'heading':
      // A heading of depth 1 elsewhere than in the subject was refused when the text was parsed.
      return [
        {
          type: 'heading',
          depth: block.depth === 1 ? 2 : block.depth,
          children: fillInlines(block.children, filling),
        } satisfies Heading,
      ];
    case 'list':
      return [{ ...block, children: block.children.map((item) => fillItem(item, filling)) } satisfies List];
    case 'blockquote':
      return [{ type: 'blockquote', children: fillBlocks(block.children, filling) }];
  }
}

function fillItem(item: PatternItem, filling: Filling): ListItem {
  return { type: 'listItem', children: fillBlocks(item.children, filling) };
}

function fillInline(node: PatternInline, filling: Pick<Filling, 'inline'>): Inline {
  if (node.type === 'hole') return filling.inline(node.insert);
  if (isWholeInline(node)) return node;
  return { ...node, children: fillInlines(node.children, filling) };
}

/** A value and the words around it are one text, as they are when the written letter is read back. */
function coalesced(nodes: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = textOf(last.value + node.value);
    else joined.push(node);
  }
  return joined;
}

function textOf(value: string): Text {
  return { type: 'text', value };
}

/** The insert of that number; a number without one is a bug of ours. */
export function insertAt(inserts: readonly Insert[], number: number): Insert {
  const insert = inserts[number];
  if (insert === undefined) throw new Error(`the text has no insert ${number}`);
  return insert;
}
