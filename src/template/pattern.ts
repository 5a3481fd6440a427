import type { Block, Inline, ListItem, CellOfTable, RowOfTable } from '../model/tree.ts';

/** A place in a line that is later filled with a value or a citation. `insert` is the index of the insert. */
export interface Hole {
  readonly type: 'hole';
  readonly insert: number;
}

/**
 * A place between two blocks that is later filled with a passage or the demands. `insert` is the index of the insert.
 */
export interface Slot {
  readonly type: 'slot';
  readonly insert: number;
}

/** An inline node of a text whose holes are not yet filled. */
export type PatternInline = Inline<Hole>;

/** A block of a text whose holes and slots are not yet filled. */
export type PatternBlock = Block<Hole, Slot>;

/** A list item of a text whose holes and slots are not yet filled. */
export type PatternItem = ListItem<Hole, Slot>;

/** Whether a node contains neither holes nor slots, so that a letter can use it unchanged. */
export function hasNoHoles(
  node: PatternInline | PatternBlock | PatternItem | RowOfTable<Hole> | CellOfTable<Hole>,
): node is Inline | Block | ListItem | RowOfTable | CellOfTable {
  if (node.type === 'hole' || node.type === 'slot') return false;
  return !('children' in node) || node.children.every(hasNoHoles);
}

/**
 * Joins adjacent text nodes. If the first ends and the second begins with a space, because a comment between them was
 * dropped, one of the spaces is kept.
 */
export function joinTexts(nodes: readonly PatternInline[]): readonly PatternInline[] {
  const joinedNodes: PatternInline[] = [];
  for (const node of nodes) {
    const previousNode = joinedNodes.at(-1);
    if (node.type !== 'text' || previousNode?.type !== 'text') joinedNodes.push(node);
    else
      joinedNodes[joinedNodes.length - 1] = { type: 'text', value: joinWithOneSpace(previousNode.value, node.value) };
  }
  return joinedNodes;
}

function joinWithOneSpace(left: string, right: string): string {
  return left.endsWith(' ') && right.startsWith(' ') ? left + right.slice(1) : left + right;
}

/**
 * Removes the spaces at the start and end of inline content. The Markdown parser removes them too, but some remain
 * where a comment at the start or end was dropped.
 */
export function trimInlines(nodes: readonly PatternInline[]): readonly PatternInline[] {
  return nodes.flatMap((node, index): readonly PatternInline[] => {
    if (node.type !== 'text') return [node];
    const startTrimmed = index === 0 ? node.value.replace(/^ +/, '') : node.value;
    const value = index === nodes.length - 1 ? withoutFinalSpaces(startTrimmed) : startTrimmed;
    return value === '' ? [] : [{ ...node, value }];
  });
}

/** Removes the spaces at the end. A regular expression would take quadratic time for a run of spaces within the text. */
function withoutFinalSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}
