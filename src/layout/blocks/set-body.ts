import type { Block, List } from '../../model/tree.ts';
import { withBreakAfter, enclosedInTag, joinBlocks, withSpaceAbove, type SetBlock } from '../galley.ts';
import { fullWidth, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName } from '../stylesheet.ts';
import { labelled, setLabel } from './set-label.ts';
import { setHeading, setParagraph } from './set-text.ts';

/** The column that blocks are set in, and the style of their paragraphs. */
interface Column {
  /** The distance from the start of the measure, in points. */
  readonly x: number;
  readonly width: number;
  readonly style: StyleName;
}

/** Sets the body of a letter, each block with the space above it; the first has none. */
export function setBody(blocks: readonly Block[], context: LayoutContext): readonly SetBlock[] {
  const column: Column = { x: 0, width: context.stylesheet.measure, style: 'body' };
  return setBlocks(withoutSkippedLevels(blocks), column, context);
}

function setBlocks(blocks: readonly Block[], column: Column, context: LayoutContext): readonly SetBlock[] {
  const { x, width, style } = column;
  return blocks.map((block, index) => {
    // A paragraph before a list introduces it, so a page break between them is avoided.
    const introduces = block.type === 'paragraph' && blocks[index + 1]?.type === 'list';
    const previous = blocks[index - 1];
    const before = previous === undefined ? 0 : spaceBetween(previous, block, context);
    return context.blockMemo(block, `${x} ${width} ${style} ${before} ${introduces}`, () => {
      const set = setBlock(block, column, context);
      return { ...set, rows: withSpaceAbove(introduces ? withBreakAfter(set.rows, 'avoid') : set.rows, before) };
    });
  });
}

function spaceBetween(above: Block, below: Block, { stylesheet: { space } }: LayoutContext): number {
  if (above.type === 'heading') return space.afterHeading;
  return below.type === 'heading' ? space.beforeHeading : space.paragraphs;
}

function setBlock(block: Block, column: Column, context: LayoutContext): SetBlock {
  const format: ParagraphFormat = { ...fullWidth(column.style, context), x: column.x, width: column.width };
  switch (block.type) {
    case 'paragraph':
      return setParagraph(block.children, 'P', format, context);
    case 'heading':
      return setHeading(block.children, block.depth, { ...format, style: `heading-${block.depth}` }, context);
    case 'list':
      return setList(block, format, context);
    case 'blockquote':
      return setQuotation(block.children, column, context);
  }
}

function setQuotation(blocks: readonly Block[], column: Column, context: LayoutContext): SetBlock {
  const { quotation } = context.stylesheet.indent;
  const inner: Column = { x: column.x + quotation, width: column.width - 2 * quotation, style: 'quotation' };
  return joinBlocks(setBlocks(blocks, inner, context), 'BlockQuote');
}

function setList({ ordered, start, children }: List, format: ParagraphFormat, context: LayoutContext): SetBlock {
  const { space, indent } = context.stylesheet;
  const items = children.map((item, index) => {
    return { item, label: setLabel(ordered ? `${start + index}.` : '•', format, context, 'Lbl') };
  });
  const widest = items.reduce((most, { label }) => Math.max(most, label.width), indent.list);
  const inner: Column = { style: format.style, x: format.x + widest, width: format.width - widest };
  const blocks = items.map(({ item, label }, index) => {
    const content = joinBlocks(setBlocks(item.children, inner, context), 'LBody');
    const set = enclosedInTag(labelled(content, label), 'LI');
    if (index === 0) return set;
    return { ...set, rows: withSpaceAbove(set.rows, ordered ? space.orderedItems : space.bulletItems) };
  });
  return joinBlocks(blocks, 'L', { numbering: ordered ? 'Decimal' : 'Disc' });
}

/**
 * The blocks with heading levels that are never skipped (PDF/UA-1, 7.4.2): as the subject is the heading of level 1, a
 * heading of level 3 becomes one of level 2 unless one of level 2 precedes it.
 */
export function withoutSkippedLevels(blocks: readonly Block[]): readonly Block[] {
  let level: 1 | 2 | 3 = 1;

  function adjustLevels(block: Block): Block {
    switch (block.type) {
      case 'heading':
        level = level === 1 ? 2 : block.depth;
        return block.depth === level ? block : { ...block, depth: level };
      case 'blockquote':
        return { ...block, children: block.children.map(adjustLevelsIfNeeded) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({ ...item, children: item.children.map(adjustLevelsIfNeeded) })),
        };
      case 'paragraph':
        return block;
    }
  }

  // A block without headings is returned as is: a copy would not be found in the memo of set blocks.
  function adjustLevelsIfNeeded(block: Block): Block {
    return holdsHeading(block) ? adjustLevels(block) : block;
  }

  return blocks.map(adjustLevelsIfNeeded);
}

function holdsHeading(block: Block): boolean {
  if (block.type === 'heading' || block.type === 'paragraph') return block.type === 'heading';
  if (block.type === 'blockquote') return block.children.some(holdsHeading);
  return block.children.some(({ children }) => children.some(holdsHeading));
}
