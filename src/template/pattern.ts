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
