import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { say } from '../../model/message.ts';
import type { Block } from '../../model/tree.ts';
import type { Stylesheet } from '../stylesheet.ts';

/** Lists and quotations move in; nested too deep, they would leave words a column of a letter or two. */
export function checkNesting(
  { body, span }: Letter,
  { measure, indent, narrowestColumn }: Stylesheet,
): readonly Diagnostic[] {
  const narrowest = (blocks: readonly Block[], width: number): number =>
    Math.min(
      width,
      ...blocks.map((block) => {
        if (block.type === 'blockquote') return narrowest(block.children, width - 2 * indent.quotation);
        if (block.type !== 'list') return width;
        return Math.min(...block.children.map((item) => narrowest(item.children, width - indent.list)));
      }),
    );
  if (narrowest(body, measure) >= narrowestColumn) return [];
  return [
    fault('page/does-not-fit', span, say`lists or quotations are nested so deep that their words have no room`, {
      hint: say`nest them less deep`,
    }),
  ];
}
