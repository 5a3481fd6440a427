import type { Block } from '../../model/tree.ts';

/**
 * The blocks with headings that go down one level at a time, as PDF/UA-1 (7.4.2) asks: below the subject, which is of the
 * first level, a heading of the third is made one of the second unless one of the second goes before it.
 */
export function withoutSkippedLevels(blocks: readonly Block[]): readonly Block[] {
  let level: 1 | 2 | 3 = 1;

  function mend(block: Block): Block {
    switch (block.type) {
      case 'heading':
        level = level === 1 ? 2 : block.depth;
        return block.depth === level ? block : { ...block, depth: level };
      case 'blockquote':
        return { ...block, children: block.children.map(mendHeadings) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({ ...item, children: item.children.map(mendHeadings) })),
        };
      case 'paragraph':
        return block;
    }
  }

  // Letters share blocks, which are known again as long as they are not copied.
  function mendHeadings(block: Block): Block {
    return holdsHeading(block) ? mend(block) : block;
  }

  return blocks.map(mendHeadings);
}

function holdsHeading(block: Block): boolean {
  if (block.type === 'heading' || block.type === 'paragraph') return block.type === 'heading';
  if (block.type === 'blockquote') return block.children.some(holdsHeading);
  return block.children.some(({ children }) => children.some(holdsHeading));
}
