import type { Block, List } from '../../model/tree.ts';
import type { BreakAfter, SetBlock } from '../galley.ts';
import { withBreakAfter, withSpaceAbove } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { encloseInTag } from '../tags.ts';
import { fullWidthFormat, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName, Stylesheet } from '../stylesheet.ts';
import { NO_SPACE, type VerticalSpace } from '../vertical-space.ts';
import { setBreak } from './set-break.ts';
import { addLabel, setLabel } from './set-label.ts';
import { setPicture } from './set-picture.ts';
import { setTable } from './set-table.ts';
import { setHeading, setParagraph } from './set-text.ts';

/** The column in which blocks are set, and the style of their paragraphs. Lengths are in points. */
interface Column {
  /** The distance from the start of the measure to the start of the column. */
  readonly x: number;
  readonly width: number;
  readonly style: StyleName;
  /** Whether the blocks are those of a list item. */
  readonly isItem: boolean;
}

/** Sets the body of a letter. Each block but the first has the space above it. */
export function setBody(blocks: readonly Block[], context: LayoutContext): readonly SetBlock[] {
  const column: Column = { x: 0, width: context.stylesheet.measure, style: 'body', isItem: false };
  const levelledBlocks = withoutSkippedLevels(blocks);
  return encloseDemands(levelledBlocks, setBlocks(levelledBlocks, column, context), context);
}

/**
 * Encloses the demands, with the paragraph that introduces them, in a section of their own, which has a bookmark: they
 * are what is sought first, and do not belong to the heading above them. If that heading is directly above, it is their
 * heading, and its bookmark is theirs.
 */
function encloseDemands(
  blocks: readonly Block[],
  setBlocksOfBody: readonly SetBlock[],
  { conventions }: LayoutContext,
): readonly SetBlock[] {
  const demands = blocks.findIndex((block) => block.type === 'list' && block.isDemands === true);
  if (demands < 0) return setBlocksOfBody;
  const start = blocks[demands - 1]?.type === 'paragraph' ? demands - 1 : demands;
  if (blocks[start - 1]?.type === 'heading') return setBlocksOfBody;
  const section = joinBlocks(setBlocksOfBody.slice(start, demands + 1), 'Sect');
  const title = conventions.demandsHeading;
  const [firstRow, ...otherRows] = section.rows;
  const rows =
    title === undefined || firstRow === undefined
      ? section.rows
      : [{ ...firstRow, bookmark: { title, level: 2 } }, ...otherRows];
  return [...setBlocksOfBody.slice(0, start), { ...section, rows }, ...setBlocksOfBody.slice(demands + 1)];
}

function setBlocks(blocks: readonly Block[], column: Column, context: LayoutContext): readonly SetBlock[] {
  const { x, width, style } = column;
  return blocks.map((block, index) => {
    const previousBlock = blocks[index - 1];
    const spaceAbove = previousBlock === undefined ? NO_SPACE : spaceBetween(previousBlock, block, column, context);
    const breakBelow = breakBetween(block, blocks[index + 1]);
    return context.blockMemo(block, `${x} ${width} ${style} ${spaceKey(spaceAbove)} ${breakBelow}`, () => {
      const { rows, ...unspacedBlock } = setBlock(block, column, context);
      const keptRows = breakBelow === undefined ? rows : withBreakAfter(rows, breakBelow);
      return { ...unspacedBlock, rows: withSpaceAbove(keptRows, spaceAbove) };
    });
  });
}

/** Returns whether a page may end between two blocks; undefined if the block above decides. */
function breakBetween(above: Block, below: Block | undefined): BreakAfter | undefined {
  // A rule line at the top of a page would separate nothing.
  if (below?.type === 'thematicBreak') return 'never';
  // A paragraph before a list or a table introduces it.
  return above.type === 'paragraph' && (below?.type === 'list' || below?.type === 'table') ? 'avoid' : undefined;
}

function spaceKey({ natural, least, most }: VerticalSpace): string {
  return `${natural} ${least} ${most}`;
}

/** A list inside an item is as far from the text above as its items are from each other. */
function spaceBetween(
  above: Block,
  below: Block,
  { isItem }: Column,
  { stylesheet: { space } }: LayoutContext,
): VerticalSpace {
  if (above.type === 'thematicBreak' || below.type === 'thematicBreak') return space.aroundBreak;
  if (above.type === 'heading') return space.afterHeading;
  if (isItem && above.type === 'paragraph' && below.type === 'list') return spaceOfItems(below, space);
  return below.type === 'heading' ? space.beforeHeading : space.paragraphs;
}

function setBlock(block: Block, column: Column, context: LayoutContext): SetBlock {
  const format: ParagraphFormat = { ...fullWidthFormat(column.style, context), x: column.x, width: column.width };
  switch (block.type) {
    case 'paragraph':
      return setParagraph(block.children, 'P', format, context, { origin: block.origin });
    case 'heading':
      return setHeading(
        block.children,
        block.depth,
        { ...format, style: `heading-${block.depth}` },
        context,
        block.origin,
      );
    case 'list':
      return setList(block, format, context);
    case 'blockquote':
      return setQuotation(block.children, column, context);
    case 'table':
      return setTable(block, column, context);
    case 'thematicBreak':
      return setBreak(column, context);
    case 'picture':
      return setPicture(block.figure, block.origin, column, 'start');
  }
}

function setQuotation(blocks: readonly Block[], column: Column, context: LayoutContext): SetBlock {
  const { quotation } = context.stylesheet.indent;
  const quotationColumn: Column = {
    x: column.x + quotation,
    width: column.width - 2 * quotation,
    style: 'quotation',
    isItem: false,
  };
  return joinBlocks(setBlocks(blocks, quotationColumn, context), 'BlockQuote');
}

function setList(list: List, format: ParagraphFormat, context: LayoutContext): SetBlock {
  const { ordered, start, children } = list;
  const { space, indent } = context.stylesheet;
  const items = children.map((item, index) => {
    return { item, label: setLabel(ordered ? `${start + index}.` : '•', format, context, 'Lbl') };
  });
  const labelWidth = items.reduce((widestSoFar, { label }) => Math.max(widestSoFar, label.width), indent.list);
  const itemColumn: Column = {
    style: format.style,
    x: format.x + labelWidth,
    width: format.width - labelWidth,
    isItem: true,
  };
  const blocks = items.map(({ item, label }, index) => {
    const content = joinBlocks(setBlocks(item.children, itemColumn, context), 'LBody');
    const listItem = encloseInTag(addLabel(content, label), 'LI');
    if (index === 0) return listItem;
    return { ...listItem, rows: withSpaceAbove(listItem.rows, spaceOfItems(list, space)) };
  });
  return joinBlocks(blocks, 'L', { numbering: ordered ? 'Decimal' : 'Disc' });
}

function spaceOfItems({ ordered }: List, space: Stylesheet['space']): VerticalSpace {
  return ordered ? space.orderedItems : space.bulletItems;
}

/**
 * Returns the blocks with heading levels that are never skipped (PDF/UA-1, 7.4.2). The subject is the heading of level
 * 1. A heading of level 3 therefore becomes one of level 2 unless a heading of level 2 precedes it.
 */
export function withoutSkippedLevels(blocks: readonly Block[]): readonly Block[] {
  let currentLevel: 1 | 2 | 3 = 1;

  function adjustLevels(block: Block): Block {
    switch (block.type) {
      case 'heading':
        currentLevel = currentLevel === 1 ? 2 : block.depth;
        return block.depth === currentLevel ? block : { ...block, depth: currentLevel };
      case 'blockquote':
        return { ...block, children: block.children.map(adjustLevelsIfNeeded) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({ ...item, children: item.children.map(adjustLevelsIfNeeded) })),
        };
      default:
        return block;
    }
  }

  // A block without headings is returned unchanged, because a copy would not be found in the memo of typeset blocks.
  function adjustLevelsIfNeeded(block: Block): Block {
    return containsHeading(block) ? adjustLevels(block) : block;
  }

  return blocks.map(adjustLevelsIfNeeded);
}

function containsHeading(block: Block): boolean {
  if (block.type === 'blockquote') return block.children.some(containsHeading);
  if (block.type === 'list') return block.children.some(({ children }) => children.some(containsHeading));
  return block.type === 'heading';
}
