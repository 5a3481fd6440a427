import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { PatternBlock, PatternInline } from './pattern.ts';
import { insertAt, type Insert } from './rendered.ts';
import type { ShapedText } from './shaped-texts.ts';
import type { View } from './campaign-view.ts';

/** Returns a fault for each value of several lines that has other text in its paragraph. */
export function linesAloneFaults({ subject, blocks, rendered }: ShapedText, view: View): readonly Diagnostic[] {
  const linesIn = (nodes: readonly PatternInline[]): readonly Insert[] =>
    nodes.flatMap((node) => {
      if (node.type !== 'hole') return 'children' in node ? linesIn(node.children) : [];
      const insert = insertAt(rendered.inserts, node.insert);
      return hasLines(insert, view) ? [insert] : [];
    });
  const misplacedIn = (block: PatternBlock): readonly Insert[] => {
    switch (block.type) {
      case 'slot':
        return [];
      case 'paragraph': {
        const isAlone = block.children.length === 1 && block.children[0]?.type === 'hole';
        return isAlone ? [] : linesIn(block.children);
      }
      case 'heading':
        return linesIn(block.children);
      case 'list':
        return block.children.flatMap((item) => item.children.flatMap(misplacedIn));
      case 'blockquote':
        return block.children.flatMap(misplacedIn);
      // A cell cannot have the line breaks of such a value.
      case 'table':
        return block.children.flatMap((row) => row.children.flatMap((cell) => linesIn(cell.children)));
      case 'thematicBreak':
      case 'picture':
        return [];
    }
  };
  return [...linesIn(subject ?? []), ...blocks.flatMap(misplacedIn)].map(({ span, includedFrom: related }) => {
    const hint = say`Put its tag into a paragraph or a list item of its own, without other words.`;
    return fault('text/not-alone', span, say`this value has several lines, and cannot stand among words`, {
      hint,
      related,
    });
  });
}

/** Whether an insert is a value that can have several lines. */
export function hasLines(insert: Insert, { textRows }: View): boolean {
  return insert.kind === 'value' && 'path' in insert.value && textRows.get(insert.value.path)?.content === 'lines';
}
