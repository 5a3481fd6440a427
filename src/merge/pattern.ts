import type { Block, Break, Inline, ListItem, Text } from '../model/tree.ts';

/**
 * A text, parsed: the letter's tree with holes in it. It is shared by all letters whose text came out the same, so
 * nothing ever changes it.
 */
export interface Pattern {
  readonly blocks: readonly PatternBlock[];
}

/** A place inside a line where an insert belongs: a value or a citation. */
export interface Hole {
  readonly type: 'hole';
  readonly insert: number;
}

/** A place between blocks where an insert belongs: a passage or the demands. */
export interface Slot {
  readonly type: 'slot';
  readonly insert: number;
}

export type PatternInline = Text | Break | Hole | PatternSpan | PatternLink;

export interface PatternSpan {
  readonly type: 'emphasis' | 'strong';
  readonly children: readonly PatternInline[];
}

export interface PatternLink {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly PatternInline[];
}

export type PatternBlock = Slot | PatternParagraph | PatternHeading | PatternList | PatternQuote;

export interface PatternParagraph {
  readonly type: 'paragraph';
  readonly children: readonly PatternInline[];
}

/** Depth 1 is the subject, the first block of a body. */
export interface PatternHeading {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3;
  readonly children: readonly PatternInline[];
}

export interface PatternList {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly children: readonly PatternItem[];
}

export interface PatternItem {
  readonly type: 'listItem';
  readonly children: readonly PatternBlock[];
}

export interface PatternQuote {
  readonly type: 'blockquote';
  readonly children: readonly PatternBlock[];
}

/** Has it no holes, so that it can stand in a letter as it is? */
export function isWholeInline(node: PatternInline): node is PatternInline & Inline {
  if (node.type === 'text' || node.type === 'break') return true;
  return node.type !== 'hole' && node.children.every(isWholeInline);
}

/** The inserts of a block's holes, in reading order. */
export function holesIn(node: PatternBlock): readonly number[] {
  if (node.type === 'slot') return [];
  if (node.type === 'paragraph' || node.type === 'heading') return holesAmong(node.children);
  const blocks = node.type === 'list' ? node.children.flatMap((item) => item.children) : node.children;
  return blocks.flatMap(holesIn);
}

/** The same for what stands inside one block. */
export function holesAmong(nodes: readonly PatternInline[]): readonly number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text' || node.type === 'break') return [];
    return node.type === 'hole' ? [node.insert] : holesAmong(node.children);
  });
}

/** Has it no holes, and no place for other blocks, so that it can stand in a letter as it is? */
export function isWholeBlock(node: PatternBlock): node is PatternBlock & Block {
  if (node.type === 'slot' || (node.type === 'heading' && node.depth === 1)) return false;
  if (node.type === 'paragraph' || node.type === 'heading') return node.children.every(isWholeInline);
  return node.type === 'list' ? node.children.every(isWholeItem) : node.children.every(isWholeBlock);
}

/** The same of an item of a list. */
export function isWholeItem(item: PatternItem): item is PatternItem & ListItem {
  return item.children.every(isWholeBlock);
}
