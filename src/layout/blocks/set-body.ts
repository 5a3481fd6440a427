import type { Block, List } from '../../model/tree.ts';
import { ending, inTag, joinBlocks, spaced, type SetBlock } from '../galley.ts';
import { fullWidth, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName } from '../stylesheet.ts';
import { labelled, setLabel } from './set-label.ts';
import { setHeading, setParagraph } from './set-text.ts';

/** Where blocks stand between the ends of the measure, and the style of their paragraphs. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly style: StyleName;
}

/** Sets the body of a letter, each block with its room above; the first block has none. */
export function setBody(blocks: readonly Block[], context: LayoutContext): readonly SetBlock[] {
  const column: Column = { x: 0, width: context.stylesheet.measure, style: 'body' };
  return setBlocks(withoutSkippedLevels(blocks), column, context);
}

function setBlocks(blocks: readonly Block[], column: Column, context: LayoutContext): readonly SetBlock[] {
  const { x, width, style } = column;
  return blocks.map((block, index) => {
    // Words that introduce a list stay with its beginning.
    const introduces = block.type === 'paragraph' && blocks[index + 1]?.type === 'list';
    const previous = blocks[index - 1];
    const before = previous === undefined ? 0 : spaceBetween(previous, block, context);
    return context.blocks(block, `${x} ${width} ${style} ${before} ${introduces}`, () => {
      const set = setBlock(block, column, context);
      return { ...set, rows: spaced(introduces ? ending(set.rows, 'avoid') : set.rows, before) };
    });
  });
}

function spaceBetween(above: Block, below: Block, { stylesheet: { space } }: LayoutContext): number {
  if (above.type === 'heading') return space.afterHeading;
  return below.type === 'heading' ? space.beforeHeading : space.paragraphs;
}

function setBlock(block: Block, column: Column, context: LayoutContext): SetBlock {
  const lay: ParagraphFormat = { ...fullWidth(column.style, context), x: column.x, width: column.width };
  switch (block.type) {
    case 'paragraph':
      return setParagraph(block.children, 'P', lay, context);
    case 'heading':
      return setHeading(block.children, block.depth, { ...lay, style: `heading-${block.depth}` }, context);
    case 'list':
      return setList(block, lay, context);
    case 'blockquote':
      return setQuotation(block.children, column, context);
  }
}

function setQuotation(blocks: readonly Block[], column: Column, context: LayoutContext): SetBlock {
  const { quotation } = context.stylesheet.indent;
  const inner: Column = { x: column.x + quotation, width: column.width - 2 * quotation, style: 'quotation' };
  return joinBlocks(setBlocks(blocks, inner, context), 'BlockQuote');
}

function setList({ ordered, start, children }: List, lay: ParagraphFormat, context: LayoutContext): SetBlock {
  const { space, indent } = context.stylesheet;
  const items = children.map((item, index) => {
    return { item, label: setLabel(ordered ? `${start + index}.` : '•', lay, context, 'Lbl') };
  });
  const widest = items.reduce((most, { label }) => Math.max(most, label.width), indent.list);
  const inner: Column = { style: lay.style, x: lay.x + widest, width: lay.width - widest };
  const blocks = items.map(({ item, label }, index) => {
    const content = joinBlocks(setBlocks(item.children, inner, context), 'LBody');
    const set = inTag(labelled(content, label), 'LI');
    if (index === 0) return set;
    return { ...set, rows: spaced(set.rows, ordered ? space.orderedItems : space.bulletItems) };
  });
  return joinBlocks(blocks, 'L', { numbering: ordered ? 'Decimal' : 'Disc' });
}

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
