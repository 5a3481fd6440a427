import type { Block, Inline, ListItem } from '../model/tree.ts';

/** A place inside a line where an insert belongs: a value or a citation. `insert` is its index. */
export interface Hole {
  readonly type: 'hole';
  readonly insert: number;
}

/** A place between blocks where an insert belongs: a passage or the demands. `insert` is its index. */
export interface Slot {
  readonly type: 'slot';
  readonly insert: number;
}

export type PatternInline = Inline<Hole>;

export type PatternBlock = Block<Hole, Slot>;

export type PatternItem = ListItem<Hole, Slot>;

/** Whether it has neither holes nor slots, so that it can stand in a letter as it is. */
export function isWhole(node: PatternInline | PatternBlock | PatternItem): node is Inline | Block | ListItem {
  if (node.type === 'hole' || node.type === 'slot') return false;
  return !('children' in node) || node.children.every(isWhole);
}

/** Texts side by side become one; where something between them was dropped, one space is enough. */
export function joinTexts(nodes: readonly PatternInline[]): readonly PatternInline[] {
  const joined: PatternInline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else joined[joined.length - 1] = { type: 'text', value: bridged(last.value, node.value) };
  }
  return joined;
}

function bridged(left: string, right: string): string {
  return left.endsWith(' ') && right.startsWith(' ') ? left + right.slice(1) : left + right;
}

/**
 * Without the spaces that a dropped comment may leave at the edges of a paragraph, where Markdown itself never leaves
 * any.
 */
export function trimmed(nodes: readonly PatternInline[]): readonly PatternInline[] {
  return nodes.flatMap((node, index): readonly PatternInline[] => {
    if (node.type !== 'text') return [node];
    const fromStart = index === 0 ? node.value.replace(/^ +/, '') : node.value;
    const value = index === nodes.length - 1 ? fromStart.replace(/ +$/, '') : fromStart;
    return value === '' ? [] : [{ ...node, value }];
  });
}
