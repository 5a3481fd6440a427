import type { Inline } from '../../../model/tree.ts';

/**
 * A merged value in the content of a paragraph. `start` and `end` (exclusive) count the visible UTF-16 units before it,
 * so that they hold for the lines that a layout makes of the content, too: there, spaces and hyphens differ.
 */
export interface ContentValue {
  /** As `ValueRange` has it. */
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The merged values of a paragraph, in the order of its text. */
export interface ContentValues {
  readonly values: readonly ContentValue[];
  /** The number of visible UTF-16 units of the paragraph. */
  readonly length: number;
}

/** Matches what is not counted: white space, and characters that are not shown, as soft hyphens and joiners. */
const INVISIBLE = /[\s\u0085\p{Default_Ignorable_Code_Point}]/gu;

/** Returns a text without what `ContentValue` does not count. */
export function countedText(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}

/**
 * Finds the merged values of a paragraph. `comma` is what a layout puts between the marks of two notes. A value of several
 * lines is one value on each.
 */
export function findContentValues(content: readonly Inline[], comma: string): ContentValues {
  const values: ContentValue[] = [];
  let length = 0;
  let isAfterMark = false;

  function visit(nodes: readonly Inline[]): void {
    for (const node of nodes) {
      if (node.type === 'footnoteReference') {
        if (isAfterMark) length += countedText(comma).length;
        length += node.identifier.length;
        isAfterMark = true;
      } else if (node.type === 'text') {
        for (const { start, end, path } of node.values ?? []) {
          const text = node.value.slice(start, end);
          const first = length + countedText(node.value.slice(0, start)).length;
          values.push({ path, text, start: first, end: first + countedText(text).length });
        }
        length += countedText(node.value).length;
        isAfterMark = false;
      } else if (node.type === 'break') isAfterMark = false;
      else visit(node.children);
    }
  }

  visit(content);
  return { values, length };
}
