import type { Block, Inline, ListItem } from '../model/tree.ts';

/** An inline node that is later replaced by a value or a citation. `insert` is the index of the insert. */
export interface Hole {
  readonly type: 'hole';
  readonly insert: number;
}

/** A block node that is later replaced by a passage or the demands. `insert` is the index of the insert. */
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

/** Whether a node has neither holes nor slots, so that a letter can use it as it is. */
export function hasNoHoles(node: PatternInline | PatternBlock | PatternItem): node is Inline | Block | ListItem {
  if (node.type === 'hole' || node.type === 'slot') return false;
  return !('children' in node) || node.children.every(hasNoHoles);
}

/**
 * Merges adjacent text nodes. If both have a space where they meet, because a comment between them was dropped, one
 * space is kept.
 */
export function joinTexts(nodes: readonly PatternInline[]): readonly PatternInline[] {
  const joined: PatternInline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else joined[joined.length - 1] = { type: 'text', value: joinWithOneSpace(last.value, node.value) };
  }
  return joined;
}

function joinWithOneSpace(left: string, right: string): string {
  return left.endsWith(' ') && right.startsWith(' ') ? left + right.slice(1) : left + right;
}

/**
 * Removes the spaces at the start and end of inline content. Markdown strips them itself, but a dropped comment there
 * can leave some.
 */
export function trimInlines(nodes: readonly PatternInline[]): readonly PatternInline[] {
  return nodes.flatMap((node, index): readonly PatternInline[] => {
    if (node.type !== 'text') return [node];
    const fromStart = index === 0 ? node.value.replace(/^ +/, '') : node.value;
    const value = index === nodes.length - 1 ? fromStart.replace(/ +$/, '') : fromStart;
    return value === '' ? [] : [{ ...node, value }];
  });
}
